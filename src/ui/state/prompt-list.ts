import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'
import { uniqueNames } from '../prompt-list/unique-names.ts'
import { promptNumber } from '../texts/prompts.ts'
import { type Form, type FormModel, recalled } from './form.ts'
import type { OwnPromptsModel } from './own-prompts.ts'

/** One prompt of the form. Where there are several, each is a column: all layers make a result of it. */
export interface ListedPrompt {
  id: string
  /** As it was typed. */
  name: string
  prompt: string
  isTicked: boolean
}

/** What was done to the list and can be taken back. */
export type Undoable = { did: 'removed'; name: string } | { did: 'taken'; prompts: number; cells: number }

export interface PromptListServices {
  form: FormModel
  own: Pick<OwnPromptsModel, 'copy' | 'holds'>
}

interface Taking {
  /** Layers that get words of their own with them. */
  cells: number
  keeps?: ReadonlySet<string>
  alsoUndo?: () => void
}

export type PromptListModel = ReturnType<typeof createPromptList>

/** The form with the prompt that was used last in place of the first; `box`: the id of that prompt. */
interface ActiveForm extends Form {
  box?: string
}

/**
 * The prompts of the form: one, or a list of several. They are kept until the panel is closed. The first is the form's own,
 * and stays there, so that what knows of one prompt goes on with that.
 */
export function createPromptList({ form, own }: PromptListServices) {
  const kept = signal<readonly ListedPrompt[]>([{ id: '', name: '', prompt: '', isTicked: true }])
  const first = computed(() => form.all.value.prompt)
  const all = computed(() => kept.value.map((one, at) => (at === 0 ? { ...one, prompt: first.value } : one)))
  const isList = computed(() => kept.value.length > 1)
  const used = signal('')
  const active = computed(() => (kept.value.find(({ id }) => id === used.value) ?? kept.value[0]!).id)
  const undoable = signal<{ what: Undoable; undo: () => void } | undefined>(undefined)
  let lastId = 1

  function put(next: readonly ListedPrompt[]) {
    batch(() => {
      kept.value = next
      form.change({ prompt: next[0]!.prompt })
    })
  }
  const find = (id: string) => all.peek().find((one) => one.id === id)
  const newId = () => `${++lastId}`
  function freeName(): string {
    const names = new Set(all.peek().map(({ name }) => name))
    let number = all.peek().length + 1
    while (names.has(promptNumber(number))) number++
    return promptNumber(number)
  }
  /** Once there are several, each has a name. */
  const named = () => all.peek().map((one, at) => (one.name === '' ? { ...one, name: promptNumber(at + 1) } : one))

  function change(id: string, part: Partial<Omit<ListedPrompt, 'id'>>) {
    put(all.peek().map((one) => (one.id === id ? { ...one, ...part } : one)))
  }
  function insert(at: number, added: readonly ListedPrompt[]) {
    put([...all.peek().slice(0, at), ...added, ...all.peek().slice(at)])
  }
  const placeOf = (id: string) => all.peek().findIndex((one) => one.id === id)

  const columns = computed(() => {
    const names = uniqueNames(all.value.map(({ name }, at) => name.trim() || promptNumber(at + 1)))
    return all.value.flatMap(({ id, prompt, isTicked }, at) => (isTicked ? { id, prompt, name: names[at]! } : []))
  })

  const activeForm = {
    all: computed((): ActiveForm => {
      const { id, prompt } = all.value.find(({ id }) => id === active.value)!
      return { ...form.all.value, prompt, box: id }
    }),
    /** The prompt goes to the box that it was read from, or is left where that is gone. */
    change({ prompt, box = active.peek(), ...others }: Partial<ActiveForm>) {
      batch(() => {
        form.change(others)
        if (prompt !== undefined && find(box)) change(box, { prompt })
      })
    },
    recall: (made: Parameters<FormModel['recall']>[0], current: string) =>
      activeForm.change(recalled(activeForm.all.peek(), made, current)),
  }

  return {
    all,
    isList,
    /** The id of the one whose box has the focus, or had it last: presets and all that is put in go there. */
    active,
    use(id: string) {
      used.value = id
    },
    /** The form as it stands with that prompt. */
    form: activeForm as Pick<FormModel, 'all' | 'change' | 'recall'>,
    /** The prompts that take part where there are several, under names that tell them apart. */
    columns: computed(() => (isList.value ? columns.value : undefined)),
    /** Those that take part, as they were typed. */
    typed: computed(() => (isList.value ? columns.value : all.value).map(({ prompt }) => prompt)),
    /** What was done last, as long as it can be taken back. */
    undoable: computed(() => undoable.value?.what) as ReadonlySignal<Undoable | undefined>,
    undo() {
      undoable.peek()?.undo()
      undoable.value = undefined
    },
    change,
    add() {
      const before = named()
      const added = { id: newId(), name: freeName(), prompt: '', isTicked: true }
      put([...before, added])
      used.value = added.id
    },
    duplicate(id: string) {
      const one = named().find((one) => one.id === id)
      if (!one) return
      const at = placeOf(id) + 1
      const before = named()
      const names = uniqueNames([...before.map(({ name }) => name), one.name])
      const added = { ...one, id: newId(), name: names.at(-1)! }
      put([...before.slice(0, at), added, ...before.slice(at)])
      own.copy(id, added.id)
      used.value = added.id
    },
    /** To another place, counted from 0. */
    move(id: string, to: number) {
      const one = find(id)
      if (!one) return
      const others = all.peek().filter((other) => other.id !== id)
      const place = Math.min(Math.max(to, 0), others.length)
      put([...others.slice(0, place), one, ...others.slice(place)])
    },
    /** The last one stays. */
    remove(id: string) {
      const removed = find(id)
      const at = placeOf(id)
      if (!removed || !isList.peek()) return
      put(all.peek().filter((one) => one.id !== id))
      const isEmpty = removed.prompt.trim() === '' && !own.holds(id)
      undoable.value = isEmpty
        ? undefined
        : {
            what: { did: 'removed', name: removed.name },
            undo: () => {
              insert(Math.min(at, all.peek().length), [removed])
              used.value = id
            },
          }
    },
    /**
     * New prompts after the active one, in whose place they go where it has no words and is none of `keeps`. Answers their
     * ids. What is undone takes them out again, and then does `alsoUndo`.
     */
    take(prompts: readonly { name?: string | undefined; prompt: string }[], { cells, keeps, alsoUndo }: Taking) {
      const place = placeOf(active.peek())
      const replaced = all.peek()[place]!
      const isEmpty = replaced.prompt.trim() === '' && !own.holds(replaced.id)
      const replaces = isEmpty && prompts.length > 0 && !keeps?.has(replaced.id)
      const others = replaces ? named().filter(({ id }) => id !== replaced.id) : named()
      const wanted = prompts.map(({ name }, at) => name || promptNumber(others.length + at + 1))
      const names = uniqueNames([...others.map(({ name }) => name), ...wanted]).slice(others.length)
      const added = prompts.map(({ prompt }, at) => ({ id: newId(), name: names[at]!, prompt, isTicked: true }))
      const at = replaces ? place : place + 1
      put([...others.slice(0, at), ...added, ...others.slice(at)])
      used.value = added[0]?.id ?? active.peek()
      undoable.value = {
        what: { did: 'taken', prompts: added.length, cells },
        undo: () => {
          const ids = new Set(added.map(({ id }) => id))
          const left = all.peek().filter(({ id }) => !ids.has(id))
          batch(() => {
            put(replaces || left.length === 0 ? [...left.slice(0, place), replaced, ...left.slice(place)] : left)
            used.value = replaced.id
            alsoUndo?.()
          })
        },
      }
      return added.map(({ id }) => id)
    },
  }
}
