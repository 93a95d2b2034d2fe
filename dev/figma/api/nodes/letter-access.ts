import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import type { LayerRecord } from '../../document/layer-record.ts'
import type { TextContent } from '../../document/parts/text-content.ts'
import { FigmaError } from '../../errors.ts'
import { MIXED } from '../../sandbox/remote.ts'
import { type Letter, stretchesIn, stretchesOf } from '../../text/letters.ts'
import { type SegmentField, sharedIn } from '../../text/segments.ts'
import { validated } from '../../values/validated.ts'
import { assertStyle } from '../styles/style-links.ts'
import { change, type NodeFace, recordOf, SESSION, treeOf } from './node-face.ts'

export interface Range {
  start: number
  end: number
}

export const textOf = (face: NodeFace): TextContent => recordOf(face).text!

/** A field of all letters, or of a range, or `figma.mixed` where they differ. */
export function mixable(face: NodeFace, field: SegmentField, range?: Range): never {
  const shared = sharedIn(recordOf(face), field, range)
  return (shared ? shared.value : MIXED) as never
}

/** In Figma's words, which recordings of it quote. It is checked before any value. */
export function rangeFrom(face: NodeFace, start: unknown, end: unknown): Range {
  const { characters } = textOf(face)
  const range = {
    start: validated(z.int().min(0), start, 'start'),
    end: validated(z.int().min(0), end, 'end'),
  }
  if (range.end <= range.start) throw new FigmaError("Empty range selected. 'end' must be greater than 'start'")
  if (range.end > characters.length) {
    throw new FigmaError(
      "Range outside of available characters. 'start' must be less than node.characters.length and 'end' must be less than or equal to node.characters.length",
    )
  }
  return range
}

export const fontsOf = (face: NodeFace, range?: Range): F.FontName[] => {
  const stretches = range ? stretchesIn(recordOf(face), range.start, range.end) : stretchesOf(recordOf(face))
  const byName = new Map(stretches.map(({ letter: { fontName } }) => [JSON.stringify(fontName), fontName]))
  return [...byName.values()]
}

/** Docs (working with text): what changes the layout of a text needs all the fonts that are in it. */
export function assertWritable(face: NodeFace): void {
  face[SESSION].loadedFonts.assertWritable(fontsOf(face))
}

/** Letters that are changed by hand do not follow their text style any longer. */
export const byHand = (change: Partial<Letter>): Partial<Letter> => ({ ...change, textStyleId: '' })

/** The id of a text style whose font is loaded; empty for none. Only the new font has to be (docs). */
export function textStyleFrom(face: NodeFace, value: unknown): string {
  const id = styleFrom(face, 'text', value)
  if (id !== '') face[SESSION].loadedFonts.assertUsable(treeOf(face).get(id).text!.letters.fontName)
  return id
}

export const paintStyleFrom = (face: NodeFace, value: unknown): string => styleFrom(face, 'fill', value)

function styleFrom(face: NodeFace, field: 'text' | 'fill', value: unknown): string {
  const id = validated(z.string(), value, 'styleId')
  assertStyle(face, field, id)
  return id
}

/** Writes what is new of a text and its paints: in an instance, the rest goes on following the component. */
export function changeLetters(face: NodeFace, { text, fills, ...rest }: Partial<LayerRecord>): void {
  const before = recordOf(face)
  change(face, {
    ...rest,
    ...(text && text !== before.text && { text }),
    ...(fills && fills !== before.fills && { fills }),
  })
}

/** A link within the file leads somewhere. */
export function assertNode(face: NodeFace, link: F.HyperlinkTarget | null): void {
  if (link?.type === 'NODE' && !treeOf(face).find(link.value)) {
    throw new FigmaError(`The node with id "${link.value}" does not exist`)
  }
}
