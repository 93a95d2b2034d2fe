import type { LetterStyle } from '../../document/parts/text-content.ts'
import type { Context } from '../composite.ts'
import type { Letters } from './letters.ts'
import { lineReach, widthOf } from './measure.ts'

/** Letters of one style that stand together on one line. */
export interface Piece extends Letters {
  /** px from the start of the line */
  x: number
  /** px */
  width: number
}

export interface Line {
  pieces: Piece[]
  /** px */
  width: number
  /** px */
  height: number
  /** px from the line's top to what the letters stand on */
  baseline: number
  /** Whether a paragraph begins, or ends, with it. */
  first: boolean
  last: boolean
}

/** Breaks letters into lines no wider than `room` px; where a word is wider, inside the word. */
export function linesOf(context: Context, letters: readonly Letters[], room: number, indent = 0): Line[] {
  return paragraphsOf(letters).flatMap((paragraph) => {
    const lines = wrapped(context, paragraph.words, room, indent)
    return lines.map((words, index) => {
      const first = index === 0
      return lineOf(context, words, { first, last: index === lines.length - 1, indent, empty: paragraph.style })
    })
  })
}

interface Paragraph {
  /** A word and the spaces after it are apart. */
  words: Letters[][]
  /** Of the line break that ends it, for a paragraph without letters. */
  style: LetterStyle
}

function paragraphsOf(letters: readonly Letters[]): Paragraph[] {
  const [start] = letters
  if (!start) return []
  const paragraphs: Paragraph[] = [{ words: [], style: start.style }]
  let wasSpace: boolean | undefined
  for (const { text, ...same } of letters) {
    for (const part of text.split(/(\n|\r|\u2028|\u2029)|(?<=\s)(?=\S)|(?<=\S)(?=\s)/)) {
      if (!part) continue
      if (BREAKS.has(part)) {
        paragraphs.push({ words: [], style: same.style })
        wasSpace = undefined
        continue
      }
      const { words } = paragraphs.at(-1)!
      const isSpace = /^\s/.test(part)
      if (isSpace !== wasSpace) words.push([])
      words.at(-1)!.push({ text: part, ...same })
      wasSpace = isSpace
    }
  }
  return paragraphs
}

function wrapped(context: Context, words: readonly Letters[][], room: number, indent: number): Letters[][] {
  const lines: Letters[][] = [[]]
  let used = indent
  for (const word of words) {
    const width = widthOf(context, word)
    if (isSpace(word) || used + width <= room + SLACK) {
      lines.at(-1)!.push(...word)
      used += width
      continue
    }
    if (lines.at(-1)!.length > 0) lines.push([])
    used = lines.length === 1 ? indent : 0
    for (const letter of width > room ? singles(word) : [word]) {
      const needs = widthOf(context, letter)
      if (used + needs > room + SLACK && lines.at(-1)!.length > 0) {
        lines.push([])
        used = 0
      }
      lines.at(-1)!.push(...letter)
      used += needs
    }
  }
  return lines
}

function lineOf(
  context: Context,
  letters: readonly Letters[],
  { first, last, indent, empty }: { first: boolean; last: boolean; indent: number; empty: LetterStyle },
): Line {
  let x = first ? indent : 0
  const pieces = withoutTrailingSpace(joined(letters)).map((piece): Piece => {
    const width = widthOf(context, [piece])
    x += width
    return { ...piece, x: x - width, width }
  })
  const measures = (pieces.length > 0 ? pieces.map(({ style }) => style) : [empty]).map((style) =>
    lineReach(context, style),
  )
  const above = Math.max(...measures.map(({ above }) => above))
  const below = Math.max(...measures.map(({ below }) => below))
  return { pieces, width: x, height: above + below, baseline: above, first, last }
}

/** Spaces at the end of a line count for nothing. */
function withoutTrailingSpace(letters: readonly Letters[]): Letters[] {
  const end = letters.at(-1)
  if (!end) return []
  const text = end.text.trimEnd()
  return text ? [...letters.slice(0, -1), { ...end, text }] : withoutTrailingSpace(letters.slice(0, -1))
}

/** Neighbours of one style are drawn as one, so that letters join as the font has them. */
function joined(letters: readonly Letters[]): Letters[] {
  const found: Letters[] = []
  for (const part of letters) {
    const before = found.at(-1)
    if (before && before.style === part.style && before.fills === part.fills) before.text += part.text
    else found.push({ ...part })
  }
  return found
}

const isSpace = (word: readonly Letters[]) => word.every(({ text }) => /^\s+$/.test(text))
const singles = (word: readonly Letters[]): Letters[][] =>
  word.flatMap(({ text, ...same }) => [...text].map((letter) => [{ text: letter, ...same }]))

const BREAKS: ReadonlySet<string> = new Set(['\n', '\r', '\u2028', '\u2029'])
/** px; the sum of widths is not exact. */
const SLACK = 0.01
