import type { LetterStyle, TextContent } from '../document/parts/text-content.ts'
import { type DrawnLetter, drawnLetters } from './drawn-letters.ts'
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
  const letters = drawnLetters(text)
  const advances = letters.map(({ advance }) => advance)
  const lines: TextLine[] = []
  let bottom = 0
  for (const paragraph of paragraphsOf(text.characters)) {
    if (paragraph.start > 0) bottom += paragraph.isNew ? text.paragraphSpacing : 0
    const indent = paragraph.isNew ? text.paragraphIndent : 0
    for (const piece of wrapped(text.characters, advances, { ...paragraph, indent, width })) {
      const own = letters.slice(piece.start, Math.max(piece.end, piece.start + 1))
      const extent = lineExtent(own, letters.at(-1)?.style ?? text.letters)
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
  return truncated(lines, { text, letters, width, height })
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

/** A line without letters is as high as `plain` ones would make it. */
function lineExtent(letters: readonly DrawnLetter[], plain: LetterStyle) {
  const styles = new Set(letters.length > 0 ? letters.map(({ style }) => style) : [plain])
  const extents = [...styles].map(extentOf)
  return {
    above: Math.max(...extents.map(({ above }) => above)),
    below: Math.max(...extents.map(({ below }) => below)),
  }
}

interface Cut {
  text: TextContent
  letters: readonly DrawnLetter[]
  width: number
  height: number
}

function truncated(lines: TextLine[], { text, letters, width, height }: Cut): TextLine[] {
  if (text.truncation !== 'ENDING' && text.autoResize !== 'TRUNCATE') return lines
  const isFixed = text.autoResize === 'NONE' || text.autoResize === 'TRUNCATE'
  const fitting = isFixed ? lines.filter((line) => line.top + line.height <= height + TOLERANCE).length : lines.length
  const kept = lines.slice(0, Math.max(1, Math.min(fitting, text.maxLines ?? Number.POSITIVE_INFINITY)))
  if (kept.length === lines.length) return lines
  const last = kept.at(-1)!
  const ellipsis = advanceOf(ELLIPSIS, letters[last.start]?.style ?? text.letters)
  let { end, width: used } = last
  while (end > last.start && used + ellipsis > width - last.indent) used -= letters[--end]!.advance
  return [...kept.slice(0, -1), { ...last, end, width: used + ellipsis, ellipsis: true }]
}

/** It looks as the first letter of its line does. */
export const ELLIPSIS = '…'
/** px; sums of fractions are not exact. */
const TOLERANCE = 1e-3
