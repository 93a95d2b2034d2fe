import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import type { LetterStyle, TextContent, TextRun } from '../../document/parts/text-content.ts'

/** Letters that look the same, as they are shown. */
export interface Letters {
  text: string
  style: LetterStyle
  /** Undefined where the layer's own fills hold. */
  fills: readonly F.Paint[] | undefined
}

/** Cuts the characters where a run begins or ends, and writes them as their case says. */
export function lettersOf({ characters, letters, runs }: TextContent): Letters[] {
  const found: Letters[] = []
  const add = (start: number, end: number, run: Partial<TextRun>) => {
    if (end <= start) return
    const style = { ...letters, ...stylesIn(run) }
    found.push({ text: inCase(characters, start, end, style.textCase), style, fills: run.fills })
  }
  let at = 0
  for (const run of runs) {
    add(at, run.start, {})
    add(run.start, run.end, run)
    at = run.end
  }
  add(at, characters.length, {})
  return found
}

function stylesIn({ start: _start, end: _end, fills: _fills, ...style }: Partial<TextRun>): Partial<LetterStyle> {
  return style
}

function inCase(characters: string, start: number, end: number, textCase: F.TextCase): string {
  const text = characters.slice(start, end)
  if (textCase === 'UPPER') return text.toUpperCase()
  if (textCase === 'LOWER') return text.toLowerCase()
  if (textCase !== 'TITLE') return text
  const isFirst = (index: number) => index === 0 || /\s/.test(characters[index - 1]!)
  return [...text.matchAll(/./gsu)]
    .map(({ 0: letter, index }) => (isFirst(start + index) ? letter.toUpperCase() : letter))
    .join('')
}
