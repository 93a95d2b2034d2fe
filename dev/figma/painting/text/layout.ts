import type { SceneLayer } from '../../scene.ts'
import type { Context } from '../composite.ts'
import { type Letters, lettersOf } from './letters.ts'
import { type Line, linesOf, type Piece } from './lines.ts'
import { widthOf } from './measure.ts'

/** A piece where it stands in its layer: px to its left end, on what its letters stand on. */
export interface PlacedPiece extends Piece {
  y: number
}

/** Sets a layer's text in its box, with the fonts that this machine has. */
export function textLayout(context: Context, { text, width, height }: SceneLayer): PlacedPiece[] {
  if (!text) return []
  const { autoResize, alignVertical, paragraphSpacing, paragraphIndent } = text
  const room = autoResize === 'WIDTH_AND_HEIGHT' ? Number.POSITIVE_INFINITY : width
  const all = linesOf(context, lettersOf(text), room, paragraphIndent)
  const lines = truncated(context, all, { text, room, height })
  const gaps = lines.filter(({ first }, index) => first && index > 0).length * paragraphSpacing
  const free = height - gaps - lines.reduce((sum, line) => sum + line.height, 0)
  let top = { TOP: 0, CENTER: free / 2, BOTTOM: free }[alignVertical]
  return lines.flatMap((line, index) => {
    if (line.first && index > 0) top += paragraphSpacing
    const y = top + line.baseline
    top += line.height
    return aligned(context, line, { align: text.alignHorizontal, width }).map((piece) => ({ ...piece, y }))
  })
}

function aligned(context: Context, line: Line, { align, width }: { align: string; width: number }): Piece[] {
  const free = width - line.width
  if (align === 'JUSTIFIED' && !line.last && free > 0) return justified(context, line, free)
  const shift = align === 'CENTER' ? free / 2 : align === 'RIGHT' ? free : 0
  return line.pieces.map((piece) => ({ ...piece, x: piece.x + shift }))
}

/** Words move apart until the line is full. */
function justified(context: Context, { pieces }: Line, free: number): Piece[] {
  const words = pieces.flatMap((piece) => wordsOf(context, piece))
  const isGap = ({ text }: Piece, index: number) => index < words.length - 1 && /\s$/.test(text)
  const gap = free / words.filter(isGap).length
  let shift = 0
  return words.map((piece, index) => {
    const placed = { ...piece, x: piece.x + shift }
    if (isGap(piece, index)) shift += gap
    return placed
  })
}

/** Each with the spaces after it. */
function wordsOf(context: Context, piece: Piece): Piece[] {
  let { x } = piece
  return piece.text.split(/(?<=\s)(?=\S)/).map((text) => {
    const width = widthOf(context, [{ ...piece, text }])
    x += width
    return { ...piece, text, width, x: x - width }
  })
}

/** T:11043: what is too much goes, and the last line ends in an ellipsis. */
function truncated(
  context: Context,
  lines: Line[],
  { text, room, height }: { text: NonNullable<SceneLayer['text']>; room: number; height: number },
): Line[] {
  const { truncation, maxLines, autoResize } = text
  if (truncation !== 'ENDING' && autoResize !== 'TRUNCATE') return lines
  const count = Math.min(maxLines ?? lines.length, autoResize === 'HEIGHT' ? lines.length : linesWithin(lines, height))
  if (count >= lines.length) return lines
  const kept = lines.slice(0, count)
  return [...kept.slice(0, -1), withEllipsis(context, kept.at(-1)!, room)]
}

/** At least one. */
function linesWithin(lines: readonly Line[], height: number): number {
  let used = 0
  const first = lines.findIndex((line) => {
    used += line.height
    return used > height + SLACK
  })
  return first < 0 ? lines.length : Math.max(1, first)
}

function withEllipsis(context: Context, line: Line, room: number): Line {
  const end = line.pieces.at(-1)
  if (!end) return line
  const before = line.pieces.slice(0, -1)
  for (let length = end.text.trimEnd().length; length >= 0; length--) {
    const letters: Letters[] = [...before, { ...end, text: `${end.text.slice(0, length)}…` }]
    const [fitting, more] = linesOf(context, letters, room)
    if (fitting && !more) return { ...fitting, first: line.first, last: true }
  }
  return line
}

/** px */
const SLACK = 0.5
