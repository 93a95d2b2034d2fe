import { batch, computed, signal } from '@preact/signals'
import type { Connection } from '../../shared/channel.ts'
import type { Commands, Events } from '../../shared/protocol.ts'
import type { SheetKind } from '../prompt-list/heads.ts'
import { isSheet, separatorIn } from '../prompt-list/separator.ts'
import { readSheet } from '../prompt-list/sheet.ts'
import { planSheet, type RowFault } from '../prompt-list/sheet-plan.ts'
import { lengthAsSent } from '../providers/limits.ts'
import type { Can } from '../providers/provider.ts'
import { promptNumber } from '../texts/prompts.ts'
import { SHEET_FAULTS } from '../texts/sheet.ts'
import { LAYER_WORDS, textOf, toKnown } from '../words/known-words.ts'
import { plainText } from '../words/prompt-words.ts'
import { isFault, parseTemplate, tokensIn, unknownIn } from '../words/template.ts'
import type { ChoiceModel } from './choice.ts'
import type { OwnPromptsModel } from './own-prompts.ts'
import type { PromptListModel } from './prompt-list.ts'
import { takeCells } from './take-cells.ts'

export interface SheetServices {
  code: Pick<Connection<Commands, Events>, 'call'>
  list: PromptListModel
  own: OwnPromptsModel
  choice: Pick<ChoiceModel, 'chosen'>
  can(): Can
}

export type SheetModel = ReturnType<typeof createSheet>

/** Where in the active prompt a sheet was pasted: there it goes if it is meant as text. */
export interface PastedAt {
  start: number
  end: number
}

/** A sheet that may become prompts, or words of layers for prompts: looked at first, taken or not. */
export function createSheet({ code, list, own, choice, can }: SheetServices) {
  const text = signal('')
  const isOpen = signal(false)
  const pasted = signal<PastedAt | undefined>(undefined)
  /** As the designer says it is; otherwise as it looks. */
  const said = signal<{ kind?: SheetKind; hasHead?: boolean }>({})
  const refusal = signal<string | undefined>(undefined)
  /** Words that layers have, by token; undefined until they were read. */
  const properties = signal<ReadonlySet<string> | undefined>(undefined)

  const rows = computed(() => readSheet(text.value, separatorIn(text.value) ?? '\t'))
  const plan = computed(() => {
    if (text.value.trim() === '') return undefined
    return planSheet(rows.value, {
      ...said.value,
      layers: choice.chosen.value.map(({ name }) => name),
      faultOf,
      numbered: promptNumber,
      room: Math.max(0, MOST_PROMPTS - list.all.value.filter(({ prompt }) => prompt.trim() !== '').length),
    })
  })

  function faultOf(prompt: string): RowFault | undefined {
    const template = parseTemplate(prompt)
    if (isFault(template)) return { why: 'brace', brace: template.brace }
    const known = properties.value
    const unknown = known
      ? unknownIn(template, (token) => LAYER_WORDS.includes(token) || textOf(token) !== undefined || known.has(token))
      : []
    if (unknown.length > 0) return { why: 'words', names: unknown }
    const [length, limit] = [lengthAsSent(plainText(prompt) ?? prompt), can().promptLimit]
    return length > limit ? { why: 'long', length, limit } : undefined
  }

  function open(next: string, at?: PastedAt) {
    batch(() => {
      isOpen.value = true
      text.value = next.length > MOST_BYTES ? '' : next
      refusal.value = next.length > MOST_BYTES ? SHEET_FAULTS.large : undefined
      pasted.value = at
      said.value = {}
      properties.value = undefined
    })
    void readProperties()
  }
  /** What cannot be read is judged when it runs. */
  async function readProperties() {
    const ids = [...new Set(choice.chosen.peek().map(({ id }) => id))]
    const named = rows.peek().some(({ cells }) => cells.some(mayName))
    if (!named || ids.length === 0) return
    const now = text.peek()
    const words = await code.call('readWords', { ids, texts: [] }).catch(() => undefined)
    if (words && text.peek() === now) properties.value = new Set(toKnown(words).properties.keys())
  }
  function close() {
    batch(() => {
      isOpen.value = false
      text.value = ''
      pasted.value = undefined
      refusal.value = undefined
    })
  }

  return {
    isOpen,
    text,
    plan,
    refusal,
    /** Whether it was pasted into a prompt, and may stay there as text. */
    isPasted: computed(() => pasted.value !== undefined),
    /** A text is about to be pasted into the active prompt. Answers whether it is a sheet, and looked at here. */
    offer(next: string, { isTable, ...at }: PastedAt & { isTable: boolean }): boolean {
      if (next.length <= MOST_BYTES && !isSheet(next, { isTable })) return false
      open(next, at)
      return true
    },
    toggle: () => (isOpen.peek() ? close() : open('')),
    fill: (next: string) => open(next),
    async readFile(file: Blob) {
      const isLarge = file.size > MOST_BYTES
      const next = isLarge ? '' : await file.text().catch(() => undefined)
      open(next ?? '')
      if (isLarge) refusal.value = SHEET_FAULTS.large
      else if (next === undefined) refusal.value = SHEET_FAULTS.unreadable
      else if (next.trim() === '') refusal.value = SHEET_FAULTS.empty
    },
    say(part: { kind?: SheetKind; hasHead?: boolean }) {
      // Another kind may have another head.
      said.value = part.kind ? part : { ...said.peek(), ...part }
    },
    close,
    /** Just as it is, into the prompt. */
    asText() {
      const { start, end } = pasted.peek() ?? { start: 0, end: 0 }
      const { prompt } = list.form.all.peek()
      list.form.change({ prompt: prompt.slice(0, start) + text.peek() + prompt.slice(end) })
      close()
    },
    /** What is right in it. */
    take() {
      const found = plan.peek()
      if (!found) return
      batch(() => {
        if (found.kind !== 'layers') list.take(found.prompts, { cells: 0 })
        else takeCells(found, { list, own, rows: choice.chosen.peek() })
        close()
      })
    },
  }
}

const mayName = (cell: string) => {
  const template = parseTemplate(cell)
  return !isFault(template) && tokensIn(template).some(({ token }) => !LAYER_WORDS.includes(token) && !textOf(token))
}

/** Characters, and bytes of a file. */
const MOST_BYTES = 1_000_000
/** Of a list. */
const MOST_PROMPTS = 1000
