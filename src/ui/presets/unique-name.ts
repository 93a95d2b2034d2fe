import { LONGEST } from './preset.ts'

/** The name, tidied, with a number behind it where another has it already. Case does not count. */
export function uniqueName(wanted: string, taken: readonly string[]): string {
  const name = tidyName(wanted)
  const others = new Set(taken.map(keyOf))
  if (!others.has(keyOf(name))) return name
  const [, stem = name] = /^(.*\S)\s+\d+$/.exec(name) ?? []
  for (let number = 2; ; number++) {
    const end = ` ${number}`
    const numbered = cut(stem, LONGEST.name - end.length) + end
    if (!others.has(keyOf(numbered))) return numbered
  }
}

/** On one line, as long as a name may be. */
export const tidyName = (name: string) => cut(name.replace(/\s+/g, ' ').trim(), LONGEST.name)

/** Whether one is the other with a number behind it, or the very same. */
export const isNumbered = (name: string, of: string) =>
  name === of || (name.startsWith(`${of} `) && /^\d+$/.test(name.slice(of.length + 1)))

/** A name for what has none yet: how the prompt begins. */
export function nameFor(prompt: string): string {
  const words = tidyName(prompt).split(' ')
  let name = words[0] ?? ''
  for (const word of words.slice(1)) {
    if (name.length + word.length >= SUGGESTED) break
    name += ` ${word}`
  }
  return cut(name.replace(/[\s,.:;–—-]+$/, ''), SUGGESTED)
}

/** Never between the two halves of a sign. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text
  return text
    .slice(0, most)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()
}

const keyOf = (name: string) => name.normalize('NFC').toLowerCase()

/** Characters */
const SUGGESTED = 32
