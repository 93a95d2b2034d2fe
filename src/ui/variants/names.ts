import { shortened } from '../presets/shortened.ts'
import { UNNAMED } from '../texts/new-variants.ts'
import type { Prompted } from '../words/prompt-words.ts'

// Figma keeps what a variant is in its name, as `Size=Small, State=Hover`: no value and no property holds what parts these.

/** The value of a variant as Figma can hold it; empty where nothing is left. */
export const plainValue = (text: string): string => shortened(text.replace(/[=,\p{Cc}\p{Zl}\p{Zp}]/gu, ' '), LONGEST)

/** The name of a property as Figma can hold it; empty where nothing is left. */
export const plainProperty = (text: string): string => plainValue(text.replace(/[/#]/g, ' '))

/** What a variant is called by its prompt: the beginning of it, in a few words and without the words of layers. */
export function shortName(prompt: string): string {
  const plain = prompt.replace(/\{\{|\}\}|\{[^{}]*\}/g, ' ')
  const first =
    plain
      .split(/[.,;:!?…\n。、，！？；：]/)
      .map(plainValue)
      .find(Boolean) ?? ''
  const words = first.split(' ')
  let name = [...words[0]!].slice(0, SHORT).join('')
  for (const word of words.slice(1)) {
    if (name.length + 1 + word.length > SHORT) break
    name += ` ${word}`
  }
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** By what the value of a cell is named. */
export const columnKey = ({ column }: Pick<Prompted, 'column'>): string => column?.id ?? ''

/**
 * The value that each prompt gives its new variants, by `columnKey` and in the order of the prompts: what is typed as
 * `name` where there is no list of them, else the name of the column; or what the prompt says. No two are the same.
 */
export function valuesIn(
  cells: readonly Pick<Prompted, 'prompt' | 'column'>[],
  name: string,
): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  const taken = new Set<string>()
  for (const cell of cells) {
    if (values.has(columnKey(cell))) continue
    const wanted = plainValue(cell.column ? cell.column.name : name) || shortName(cell.prompt) || UNNAMED
    let value = wanted
    for (let count = 2; taken.has(value.toLowerCase()); count++) value = `${wanted} ${count}`
    taken.add(value.toLowerCase())
    values.set(columnKey(cell), value)
  }
  return values
}

/** Letters; the sandbox cuts at the same. */
const LONGEST = 100
/** Letters that a list of variants shows without cutting them off. */
const SHORT = 28
