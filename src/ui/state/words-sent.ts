import { AppError } from '../../shared/errors.ts'
import { assertPrompt, lengthAsSent } from '../providers/limits.ts'
import type { Can } from '../providers/provider.ts'
import { refusedWordsText, wordlessText } from '../texts/words.ts'
import { T } from '../texts.ts'
import {
  type Cell,
  cellKey,
  type Prompted,
  type PromptFault,
  plainText,
  type WordsFault,
  type wordsOf,
} from '../words/prompt-words.ts'
import type { EditableRow } from './selection.ts'

export type IsWanted = (cell: Pick<Prompted, 'row' | 'column'>) => boolean

/** A prompt of the list of which no layer makes anything was forgotten, or should not take part. */
export function assertWords(prompted: readonly Prompted[], wanted: readonly Prompted[]) {
  const used = new Set(wanted.map(({ column }) => column?.id))
  const unused = prompted.find(({ column }) => !used.has(column?.id))
  if (unused?.column) throw new AppError('settings', wordlessText(unused.column.name))
  if (wanted.length === 0) throw new AppError('settings', T.cellWordless)
}

/** What all send alike is judged once. */
export function assertShared(wanted: readonly Prompted[], can: Can) {
  const judged = new Set<string | undefined>()
  for (const { column, prompt, isOwn } of wanted) {
    if (isOwn || judged.has(column?.id)) continue
    judged.add(column?.id)
    const plain = plainText(prompt)
    if (plain === undefined) continue
    if (!column) assertPrompt(plain, can)
    const [length, limit] = [lengthAsSent(plain), can.promptLimit]
    if (length > limit)
      throw new AppError('settings', refusedWordsText({ length, limit }, { name: column?.name, others: 0 }))
  }
}

/** What a row sends. */
export type Sent = (row: EditableRow) => Cell[]

export function sentOf(prompted: readonly Prompted[], words: ReturnType<typeof wordsOf>): Sent {
  const cells = new Map<string, Cell[]>()
  const wrong = prompted.flatMap((cell) => {
    const { row, column, isOwn, box } = cell
    const found = words.get(cellKey(cell))
    if (found?.at === 'known') cells.set(row.key, [...(cells.get(row.key) ?? []), { prompt: found.text, column }])
    const name = (found?.at === 'wrong' && isOfPrompt(found.fault) ? box : undefined) ?? row.name
    return found?.at === 'wrong' ? { name, column: column?.name, fault: found.fault, isOwn } : []
  })
  // What is wrong with the shared prompt is wrong for many rows.
  const first = wrong.find(({ fault, isOwn }) => !isOwn && isOfPrompt(fault)) ?? wrong[0]
  if (first) {
    const name = !first.isOwn && isOfPrompt(first.fault) ? first.column : first.name
    const others = wrong.filter(({ fault }) => !isOfPrompt(fault)).length - 1
    throw new AppError('settings', refusedWordsText(first.fault, { name, others: Math.max(0, others) }))
  }
  return ({ key }) => cells.get(key) ?? []
}

/** Whether the prompt itself is wrong. */
export const isOfPrompt = (fault: WordsFault): fault is PromptFault =>
  typeof fault === 'object' && ('brace' in fault || 'unknown' in fault)
