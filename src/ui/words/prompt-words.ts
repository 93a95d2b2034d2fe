import type { LayerRow } from '../../shared/protocol.ts'
import { lengthAsSent } from '../providers/limits.ts'
import { type AskedWords, type Known, LAYER_WORDS, textOf } from './known-words.ts'
import {
  type BraceFault,
  fillTemplate,
  isFault,
  parseTemplate,
  type Template,
  type TemplateFault,
  tokensIn,
  unknownIn,
} from './template.ts'

/** A row and the prompt that counts for it, as it was typed. */
export interface Prompted {
  row: Pick<LayerRow, 'id' | 'key' | 'name'>
  prompt: string
  /** Its own, not the one that all share. */
  isOwn: boolean
  /** What its box is called, where it was typed for several rows and not for all. */
  box?: string | undefined
  /** Where a row has several. */
  column?: Column | undefined
}

/** One prompt of several, of which each row makes a result of its own. */
export interface Column {
  id: string
  name: string
}

/** What a row sends in one column. */
export interface Cell {
  prompt: string
  column?: Column | undefined
}

/** By what `wordsOf` names the words of a row, or of one of its columns. */
export const cellKey = ({ row, column }: { row: Pick<LayerRow, 'key'>; column?: Pick<Column, 'id'> | undefined }) =>
  column ? JSON.stringify([row.key, column.id]) : row.key

/** What a row sends, or why it cannot; `reading`: what it says of its layer is not known yet. */
export type RowWords = { at: 'known'; text: string } | { at: 'reading' } | { at: 'wrong'; fault: WordsFault }

/** What is wrong whatever the layer, and the properties that a prompt may name. */
export type PromptFault = TemplateFault & { properties: readonly string[] }

/**
 * What is wrong with the prompt or with what it makes of the layer. `lacks`: names of properties, and of texts,
 * that other layers may have. `length`: in characters as they are sent.
 */
export type WordsFault =
  | PromptFault
  | { lacks: readonly string[]; lacksTexts: readonly string[] }
  | { length: number; limit: number }
  | 'blank'
  | 'gone'

/** The words of each cell by its `cellKey`, as far as they are known; the rows are numbered in this order. */
export function wordsOf(cells: readonly Prompted[], known: Known, limit: number): Map<string, RowWords> {
  const places = new Map([...new Set(cells.map(({ row }) => row.key))].map((key, index) => [key, index + 1]))
  const { length: digits } = `${places.size}`
  const templateOf = templates()
  return new Map(
    cells.map((prompted) => {
      const number = `${places.get(prompted.row.key)!}`.padStart(digits, '0')
      return [cellKey(prompted), wordsOn(prompted, { template: templateOf(prompted.prompt), number, known, limit })]
    }),
  )
}

/** What has to be asked of the document for these prompts; undefined where they say nothing of it. */
export function askedWords(rows: readonly Prompted[]): AskedWords | undefined {
  const templateOf = templates()
  const ids = new Set<string>()
  const texts = new Set<string>()
  for (const { row, prompt } of rows) {
    const template = templateOf(prompt)
    const tokens = isFault(template) ? [] : tokensIn(template)
    // Also where a brace is missing: the sentence about it says which words there are.
    if (!isFault(template) && tokens.every(({ token }) => IN_ROW.includes(token))) continue
    ids.add(row.id)
    for (const { token } of tokens) {
      const text = textOf(token)
      if (text !== undefined) texts.add(text)
    }
  }
  return ids.size > 0 ? { ids: [...ids], texts: [...texts] } : undefined
}

/** A prompt that names nothing as it is sent: the same for all layers. */
export function plainText(prompt: string): string | undefined {
  const template = parseTemplate(prompt)
  return isFault(template) || tokensIn(template).length > 0 ? undefined : fillTemplate(template, () => undefined)
}

interface Given {
  template: Template | BraceFault
  number: string
  known: Known
  limit: number
}

function wordsOn({ row, isOwn }: Prompted, { template, number, known, limit }: Given): RowWords {
  const properties = [...known.properties.values()]
  if (isFault(template)) return { at: 'wrong', fault: { ...template, properties } }
  const layer = known.layers.get(row.id)
  function wordFor(token: string) {
    if (token === 'layer') return row.name
    if (token === 'n') return number
    if (token === 'page') return layer?.page
    const text = textOf(token)
    return text === undefined ? layer?.properties.get(token) : layer?.texts[text]
  }
  const tokens = tokensIn(template)
  const missing = tokens.filter(({ token }) => wordFor(token) === undefined)
  if (missing.length > 0) {
    if (!known.isComplete) return { at: 'reading' }
    const unknown = unknownIn(
      template,
      (token) => LAYER_WORDS.includes(token) || !!textOf(token) || known.properties.has(token),
    )
    if (unknown.length > 0) return { at: 'wrong', fault: { unknown, properties } }
    return { at: 'wrong', fault: layer ? lacking(missing.map(({ name }) => name)) : 'gone' }
  }
  const text = fillTemplate(template, wordFor)
  // What all send alike is judged where it is typed.
  if (!isOwn && tokens.length === 0) return { at: 'known', text }
  if (text.trim() === '') return { at: 'wrong', fault: 'blank' }
  const length = lengthAsSent(text)
  return length > limit ? { at: 'wrong', fault: { length, limit } } : { at: 'known', text }
}

const lacking = (names: readonly string[]): WordsFault => ({
  lacks: [...new Set(names.filter((name) => textOf(name) === undefined))],
  lacksTexts: [...new Set(names.flatMap((name) => textOf(name) ?? []))],
})

/** Many rows share a prompt, which is parsed once. */
function templates() {
  const known = new Map<string, Template | BraceFault>()
  return (prompt: string) => {
    const template = known.get(prompt) ?? parseTemplate(prompt)
    known.set(prompt, template)
    return template
  }
}

/** What a row says by itself. */
const IN_ROW: readonly string[] = ['layer', 'n']
