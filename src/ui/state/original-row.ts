import type { Rect, Size } from '../../shared/picture.ts'
import type { LayerResult, LayerRow } from '../../shared/protocol.ts'
import type { EditableRow } from './selection.ts'

/** The image that lies under all results of a row's image; empty where there is none, as under a look. */
export const rootOf = (row: LayerRow): string | undefined => {
  if (row.source.kind !== 'image') return undefined
  return row.edited ? (row.edited.of?.hash ?? '') : row.source.hash
}

/** Whether the row is about the image, or the look, that a result was made of. */
export const isRowOf = (row: LayerRow, { on, of = '' }: LayerResult) => row.id === on && rootOf(row) === of

/** The row as it would be made of its original image; undefined where that is not known. */
export function originalRow(row: EditableRow): EditableRow | undefined {
  if (row.source.kind !== 'image') return undefined
  const { edited, ...rest } = row
  if (!edited) return row
  return edited.of && madeOf(rest, edited.of)
}

/** The row made of one of its results. */
export function resultRow(row: EditableRow, result: Image): EditableRow {
  const { source, width, height } = row
  const isOriginal = !row.edited && source.kind === 'image' && source.hash !== result.hash
  return madeOf(isOriginal ? { ...row, edited: { of: { hash: source.hash, width, height } } } : row, result)
}

/** It stays the same row: its words and its place are those of the layer. */
function madeOf({ shown, ...row }: EditableRow, { hash, width, height }: Image): EditableRow {
  const scaled = shown && scaledTo(shown, width / row.width, height / row.height)
  return { ...row, width, height, source: { kind: 'image', hash }, ...(scaled && { shown: scaled }) }
}

const scaledTo = ({ x, y, width, height }: Rect, across: number, down: number): Rect => ({
  ...{ x: x * across, y: y * down },
  ...{ width: width * across, height: height * down },
})

interface Image extends Size {
  hash: string
}
