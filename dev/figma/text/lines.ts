import type { LetterStyle, TextContent } from '../document/parts/text-content.ts'
import { stretchesOf } from './letters.ts'
import { advanceOf, extentOf } from './metrics.ts'
import { paragraphsOf, wrapped } from './wrap.ts'

/** One line of a text as it is laid out, in px from the top left of the text. */
export interface TextLine {
  /** Index of its first character, and of the one after its last that is drawn. */
  readonly start: number
  readonly end: number
  /** Of the characters, with the ellipsis if there is one. */
  readonly width: number
  readonly top: number
  readonly height: number
  /** From the top of the text, not of the line. */
  readonly baseline: number
  /** Of a first line, how far it is moved in. */
  readonly indent: number
  /** Whether “…” follows, because what comes after is cut off. */
  readonly ellipsis: boolean
  /** The last line of its paragraph, which is not justified. */
  readonly endsParagraph: boolean
}

/**
 * The lines of a text in a box of this width (px; Infinity never wraps). `height` cuts off what does not fit, where the
 * text is cut off at all (T:10650, `textTruncation`). Layout and painting both call it: what is measured is what is drawn.
 */
export function textLines(text: TextContent, width: number, height = Number.POSITIVE_INFINITY): TextLine[] {
  const styles = stylesOf(text)
  const advances = advancesOf(text.characters, styles)
  const lines: TextLine[] = []
  let bottom = 0
  for (const paragraph of paragraphsOf(text.characters)) {
    if (paragraph.start > 0) bottom += paragraph.isNew ? text.paragraphSpacing : 0
    const indent = paragraph.isNew ? text.paragraphIndent : 0
    for (const piece of wrapped(text.characters, advances, { ...paragraph, indent, width })) {
      const extent = lineExtent(
        styles.slice(piece.start, Math.max(piece.end, piece.start + 1)),
        styles.at(-1) ?? text.letters,
      )
      lines.push({
        ...piece,
        top: bottom,
        baseline: bottom + extent.above,
        height: extent.above + extent.below,
        ellipsis: false,
      })
      bottom += extent.above + extent.below
    }
  }
  return truncated(lines, { text, styles, advances, width, height })
}

/** px; a box that holds the lines. */
export function sizeOfText(text: TextContent, width: number): { width: number; height: number } {
  const lines = textLines(text, width)
  const last = lines.at(-1)!
  return {
    // Whole px (believed), so that what was measured without wrapping does not wrap when it is drawn.
    width: Math.ceil(Math.max(...lines.map((line) => line.indent + line.width)) - TOLERANCE),
    height: last.top + last.height,
  }
}

/** px from the left of a box of this width to where a line begins. Justified lines begin at the left. */
export function leftOf(line: TextLine, { alignHorizontal }: TextContent, width: number): number {
  const free = width - line.width - line.indent
  return line.indent + free * { LEFT: 0, JUSTIFIED: 0, CENTER: 0.5, RIGHT: 1 }[alignHorizontal]
}

/** px from the top of a box of this height to the top of the first line. */
export function topOf(lines: readonly TextLine[], { alignVertical }: TextContent, height: number): number {
  const last = lines.at(-1)
  return last ? (height - last.top - last.height) * { TOP: 0, CENTER: 0.5, BOTTOM: 1 }[alignVertical] : 0
}

/** The style of every UTF-16 unit. */
const stylesOf = (text: TextContent): LetterStyle[] =>
  stretchesOf({ text, fills: [] }).flatMap(({ start, end, letter }) => Array<LetterStyle>(end - start).fill(letter))

/** px by UTF-16 unit: the second half of a pair has none, nor has what a joiner adds to an emoji. */
function advancesOf(characters: string, styles: readonly LetterStyle[]): number[] {
  const advances = Array<number>(characters.length).fill(0)
  let index = 0
  for (const letter of characters) {
    if (characters[index - 1] !== JOINER) advances[index] = advanceOf(letter, styles[index]!)
    index += letter.length
  }
  return advances
}

/** A line without letters is as high as `plain` ones would make it. */
function lineExtent(styles: readonly LetterStyle[], plain: LetterStyle) {
  const extents = [...new Set(styles.length > 0 ? styles : [plain])].map(extentOf)
  return {
    above: Math.max(...extents.map(({ above }) => above)),
    below: Math.max(...extents.map(({ below }) => below)),
  }
}

interface Cut {
  text: TextContent
  styles: readonly LetterStyle[]
  advances: readonly number[]
  width: number
  height: number
}

function truncated(lines: TextLine[], { text, styles, advances, width, height }: Cut): TextLine[] {
  if (text.truncation !== 'ENDING' && text.autoResize !== 'TRUNCATE') return lines
  const isFixed = text.autoResize === 'NONE' || text.autoResize === 'TRUNCATE'
  const fitting = isFixed ? lines.filter((line) => line.top + line.height <= height + TOLERANCE).length : lines.length
  const kept = lines.slice(0, Math.max(1, Math.min(fitting, text.maxLines ?? Number.POSITIVE_INFINITY)))
  if (kept.length === lines.length) return lines
  const last = kept.at(-1)!
  const ellipsis = advanceOf('…', styles[last.start] ?? text.letters)
  let { end, width: used } = last
  while (end > last.start && used + ellipsis > width - last.indent) used -= advances[--end]!
  return [...kept.slice(0, -1), { ...last, end, width: used + ellipsis, ellipsis: true }]
}

const JOINER = '\u200d'
/** px; sums of fractions are not exact. */
const TOLERANCE = 1e-3
