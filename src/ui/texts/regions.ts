import type { Size } from '../../shared/picture.ts'
import { sizeText } from './sizes.ts'

// The words of parts of pictures.

export const R = {
  onlyPart: 'Change only a part',
  draw: 'Draw on the image, or use a layer that lies over it. All else stays as it is, pixel for pixel.',
  drawHint:
    'Drag to draw a part, to move one, or to pull its corners. Keys: arrows move it, with Shift they resize it.',
  add: 'Add a part',
  useLayer: 'Use a layer over it…',
  noLayers: 'No layer lies over this image. Draw any shape over it in Figma to use it here.',
  parts: 'Parts that change',
  remove: 'Remove',
  margin: 'Around it, %',
  softness: 'Soft edge, %',
  match: 'Match the colours at the edge',
  whole: 'Whole image',
  onlyShown: 'Only what shows',
  reading: 'Reading the image…',
  several: 'Each part is a request of its own.',
} as const

export const between = (least: number, most: number) => `Enter a number from ${least} to ${most}.`
export const partName = (place: number) => `Part ${place}`
export const regionOf = (name: string) => `Says which part of “${name}” changes. It is not edited itself.`
/** `why`: a sentence. */
export const partUnusableText = (name: string, why: string) =>
  `${why} Remove “${name}” from the parts, or undo that in Figma.`
export const partOfRow = (row: string) => `Change only a part of ${row}`
export const shownText = (shown: Size, whole: Size) =>
  `Sends what shows, ${sizeText(shown)} of ${sizeText(whole)}, and puts it back into the whole image.`
export const partsText = (count: number) =>
  count === 1 ? 'Changes one part; all else stays.' : `Changes ${count} parts; all else stays.`
export const drawnPart = (name: string, { x, y, ...size }: { x: number; y: number } & Size) =>
  `${name}: ${sizeText(size)} at ${Math.round(x)}, ${Math.round(y)}`
