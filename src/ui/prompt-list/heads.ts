import { tokenOf } from '../../shared/token.ts'

/** What the rows of a sheet are: prompts; prompts with their names; or layers, with a prompt in each further column. */
export type SheetKind = 'prompts' | 'named' | 'layers'

/** What a first row says of the sheet below it; undefined where it is no head. */
export function headOf(cells: readonly string[]): SheetKind | undefined {
  const words = cells.map((cell) => tokenOf(cell).replace(/^\{(.*)\}$/, '$1'))
  const [first = ''] = words
  if (LAYER.includes(first) && words.length > 1) return 'layers'
  if (words.some((word) => PROMPT.includes(word)))
    return words.some((word) => NAME.includes(word)) ? 'named' : 'prompts'
  return undefined
}

/** In which of the columns the prompts are, and their names, as a head says it. */
export function columnsIn(cells: readonly string[]): { name: number; prompt: number } {
  const words = cells.map(tokenOf)
  const prompt = words.findIndex((word) => PROMPT.includes(word))
  const name = words.findIndex((word) => NAME.includes(word))
  return { name: Math.max(name, 0), prompt: Math.max(prompt, 0) }
}

const LAYER: readonly string[] = ['layer', 'layers']
const PROMPT: readonly string[] = ['prompt', 'prompts']
const NAME: readonly string[] = ['name', 'names', 'title']
