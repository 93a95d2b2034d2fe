import { computed, effect, signal } from '@preact/signals'
import type { Connection } from '../../shared/channel.ts'
import type { Commands, Events } from '../../shared/protocol.ts'
import { lengthAsSent } from '../providers/limits.ts'
import type { Can } from '../providers/provider.ts'
import { type Known, NOTHING_KNOWN, toKnown } from '../words/known-words.ts'
import {
  askedWords,
  type Cell,
  cellKey,
  type Prompted,
  type PromptFault,
  plainText,
  type WordsFault,
  wordsOf,
} from '../words/prompt-words.ts'
import { isFault, parseTemplate } from '../words/template.ts'
import type { ChoiceModel } from './choice.ts'
import type { FormModel } from './form.ts'
import type { OwnPromptsModel } from './own-prompts.ts'
import { isLeftOut, type RowPrompts } from './row-prompts.ts'
import type { EditableRow, SelectionModel } from './selection.ts'
import { assertShared, assertWords, type IsWanted, isOfPrompt, type Sent, sentOf } from './words-sent.ts'

export interface WordsServices {
  code: Pick<Connection<Commands, Events>, 'call'>
  selection: SelectionModel
  choice: Pick<ChoiceModel, 'chosen'>
  form: FormModel
  own: OwnPromptsModel
  prompts: RowPrompts
  /** The model that is asked. */
  can(): Can
}

/** What a row shows of its words, where they are not what is typed for all. */
export type ShownWords = { at: 'known'; text: string } | { at: 'wrong'; fault: WordsFault }

export type WordsModel = ReturnType<typeof createWords>

/** What each chosen row sends: its own prompt or the shared one, with what these say of its layer read from the document. */
export function createWords({ code, selection, choice, form, own, prompts, can }: WordsServices) {
  const known = signal<{ key: string; said: Known }>({ key: '', said: NOTHING_KNOWN })
  const prompted = computed(() => prompts.of(choice.chosen.value))
  const asked = computed(() => askedWords(prompted.value))
  const key = computed(() => keyOf(asked.value))
  const words = computed(() => {
    const { said, key: saidFor } = known.value
    // What was said before of a layer shows until there is an answer: half of the words would jump.
    return wordsOf(prompted.value, saidFor === key.value ? said : { ...said, isComplete: false }, can().promptLimit)
  })

  async function read(wanted: ReturnType<typeof askedWords>, signal?: AbortSignal): Promise<Known> {
    if (!wanted) return NOTHING_KNOWN
    const said = toKnown(await code.call('readWords', wanted, { signal }))
    if (!signal?.aborted && keyOf(wanted) === key.peek()) known.value = { key: key.peek(), said }
    return said
  }

  /** Also when the same is selected: what a layer says may be why its rows were told anew. */
  effect(() => {
    void selection.rows.value
    if (key.value === '') return
    const stop = new AbortController()
    // What cannot be read is said when Run is pressed, which reads anew.
    const timer = setTimeout(() => void read(asked.peek(), stop.signal).catch(() => {}), PAUSE)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  })

  /** By the prompt that they share, the cells that have no other. */
  const sharing = computed(() => {
    const cells = new Map<string, Prompted[]>()
    for (const cell of prompted.value) {
      if (cell.isOwn) continue
      const { id = '' } = cell.column ?? {}
      const others = cells.get(id)
      if (others) others.push(cell)
      else cells.set(id, [cell])
    }
    return cells
  })

  /** What a shared prompt cannot say of any layer. */
  function faultOf({ prompt, column }: Cell): PromptFault | undefined {
    const template = parseTemplate(prompt)
    if (isFault(template)) return { ...template, properties: [...known.value.said.properties.values()] }
    for (const cell of sharing.value.get(column?.id ?? '') ?? []) {
      const found = words.value.get(cellKey(cell))
      if (found?.at === 'wrong' && isOfPrompt(found.fault)) return found.fault
    }
    return undefined
  }

  /** Characters of a shared prompt as they are sent: of the longest that a row makes of it. */
  function lengthOf({ prompt, column }: Cell): number {
    const plain = plainText(prompt)
    if (plain !== undefined) return lengthAsSent(plain)
    const cells = sharing.value.get(column?.id ?? '') ?? []
    const lengths = cells.flatMap((cell) => lengthIn(words.value.get(cellKey(cell))))
    return lengths.length > 0 ? lengths.reduce((most, length) => Math.max(most, length), 0) : lengthAsSent(prompt)
  }

  return {
    own,
    faultOf,
    lengthOf,
    sharedFault: computed(() => faultOf(form.all.value)),
    sharedLength: computed(() => lengthOf(form.all.value)),
    /** What a row says in a column, where it is chosen. */
    of: (cell: Parameters<typeof cellKey>[0]) => words.value.get(cellKey(cell)),
    /** What the document said of layers last. */
    known: computed(() => known.value.said),
    /** What is wrong with what is typed for some of the rows, by the name of its box. */
    boxFaults: computed(() => {
      const faults = new Map<string, WordsFault>()
      for (const cell of prompted.value) {
        const found = cell.box === undefined ? undefined : words.value.get(cellKey(cell))
        if (found?.at === 'wrong' && isOfBox(found.fault) && !faults.has(cell.box!)) faults.set(cell.box!, found.fault)
      }
      return faults
    }),
    /** As far as they are known now; until then as they are typed, which is enough for a price. */
    sentNow(row: EditableRow): Cell[] {
      return prompts.of([row]).flatMap((cell) => {
        if (isLeftOut(cell)) return []
        const found = words.value.get(cellKey(cell))
        return { prompt: found?.at === 'known' ? found.text : cell.prompt, column: cell.column }
      })
    },
    /** Undefined where a row sends what is typed for all, is not chosen, or its words are still being read. */
    shown(row: EditableRow): ShownWords | undefined {
      const found = words.value.get(cellKey({ row }))
      if (!found || found.at === 'reading') return undefined
      if (found.at === 'known') return found.text === form.all.value.prompt ? undefined : found
      return isOfPrompt(found.fault) && !own.has(row) ? undefined : found
    },
    /**
     * The words of these rows as the document has them now, which nothing may have told of. At once, where they say
     * nothing of it. Throws `settings` with the first fault, or rejects with it.
     */
    toSend(rows: readonly EditableRow[], isWanted?: IsWanted): Sent | Promise<Sent> {
      const prompted = prompts.of(rows)
      const wanted = prompted.filter((cell) => !isLeftOut(cell) && (isWanted?.(cell) ?? true))
      assertWords(isWanted ? wanted : prompted, wanted)
      assertShared(wanted, can())
      const { promptLimit } = can()
      // Of all of them: each has its number among the others.
      const finish = (said: Known) => sentOf(wanted, wordsOf(prompted, said, promptLimit))
      const asked = askedWords(prompted)
      return asked ? read(asked).then(finish) : finish(NOTHING_KNOWN)
    },
  }
}

/** Whether it can be mended where it was typed. */
const isOfBox = (fault: WordsFault) => isOfPrompt(fault) || (typeof fault === 'object' && 'length' in fault)

const lengthIn = (words: ReturnType<ReturnType<typeof wordsOf>['get']>): number | [] => {
  if (words?.at === 'known') return lengthAsSent(words.text)
  return words?.at === 'wrong' && typeof words.fault === 'object' && 'length' in words.fault ? words.fault.length : []
}

const keyOf = (asked: ReturnType<typeof askedWords>) => (asked ? JSON.stringify(asked) : '')

/** ms without a change before the document is asked. */
const PAUSE = 150
