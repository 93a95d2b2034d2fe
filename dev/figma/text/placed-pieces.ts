import { drawnLetters } from './drawn-letters.ts'
import { isAvailable } from './fonts.ts'
import { type Letter, type Lettered, stretchesIn, stretchesOf } from './letters.ts'
import { ELLIPSIS, leftOf, type TextLine, textLines, topOf } from './lines.ts'
import { advanceOf } from './metrics.ts'

/** Letters of one look that stand together on one line of a layer. */
export interface PlacedPiece {
  readonly letter: Letter
  /** px */
  readonly fontSize: number
  /** As their case has them. */
  readonly characters: string
  /** px to their left end, and to what they stand on */
  readonly x: number
  readonly y: number
  /** px that they take */
  readonly width: number
  /** px that justified text leaves free after them */
  readonly gap: number
}

/** The text of a layer where it was measured to be: what the painter draws and what bounds go by. */
export function placedPieces(layer: Lettered & { width: number; height: number }): PlacedPiece[] {
  const { text, width, height } = layer
  if (!text) return []
  const lines = textLines(text, roomIn(layer), height)
  const top = topOf(lines, text, height)
  return lines.flatMap((line) => {
    const gap = gapIn(line, layer)
    let x = leftOf(line, text, width)
    return piecesOf(line, layer, gap > 0).map(({ endsWord, ...piece }) => {
      const placed = { ...piece, x, y: top + line.baseline, gap: endsWord ? gap : 0 }
      x += placed.width + placed.gap
      return placed
    })
  })
}

/** T:7511: text in a font that is not there keeps its size, which its letters may not fit. */
function roomIn(layer: Lettered & { width: number }): number {
  const isFitted = stretchesOf(layer).every(({ letter }) => isAvailable(letter.fontName))
  return layer.text?.autoResize === 'WIDTH_AND_HEIGHT' && !isFitted ? Number.POSITIVE_INFINITY : layer.width
}

/** px that justified text puts between two words of a line. */
function gapIn(
  { start, end, indent, ellipsis, endsParagraph, ...line }: TextLine,
  layer: Lettered & { width: number },
) {
  const { alignHorizontal, characters } = layer.text!
  if (alignHorizontal !== 'JUSTIFIED' || endsParagraph || ellipsis) return 0
  const gaps = characters.slice(start, end).match(/ (?! |$)/g)?.length ?? 0
  return gaps > 0 ? (layer.width - indent - line.width) / gaps : 0
}

type Piece = { -readonly [K in keyof Omit<PlacedPiece, 'x' | 'y' | 'gap'>]: PlacedPiece[K] } & { endsWord: boolean }

function piecesOf(line: TextLine, layer: Lettered, byWord: boolean): Piece[] {
  const { characters } = layer.text!
  const drawn = drawnLetters(layer.text!)
  const pieces: Piece[] = []
  for (const { start, end, letter } of stretchesIn(layer, line.start, line.end)) {
    for (let index = start; index < end; index++) {
      const { fontSize, advance, ...unit } = drawn[index]!
      let piece = pieces.at(-1)
      // What takes no room, such as a mark, goes with the letter before.
      const isOther = piece?.letter !== letter || (piece.fontSize !== fontSize && advance !== 0)
      if (!piece || isOther || piece.endsWord) {
        piece = { letter, fontSize, characters: '', width: 0, endsWord: false }
        pieces.push(piece)
      }
      piece.characters += unit.characters
      piece.width += advance
      piece.endsWord = byWord && characters[index] === ' ' && index + 1 < line.end && characters[index + 1] !== ' '
    }
  }
  return line.ellipsis ? [...pieces, ellipsisOf(line, layer)] : pieces
}

function ellipsisOf(line: TextLine, layer: Lettered): Piece {
  const stretches = stretchesOf(layer)
  const { letter } = stretches.find(({ end }) => line.start < end) ?? stretches.at(-1)!
  const { fontSize } = letter
  return { letter, fontSize, endsWord: false, characters: ELLIPSIS, width: advanceOf(ELLIPSIS, letter) }
}
