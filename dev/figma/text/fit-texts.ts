import type { LayerRecord } from '../document/layer-record.ts'
import { sizingOf } from '../document/layout/sizing.ts'
import type { Tree } from '../document/tree.ts'
import { isAvailable } from './fonts.ts'
import { stretchesOf } from './letters.ts'
import { sizeOfText } from './lines.ts'

/** Gives the texts that were touched the size that their letters ask for, as their `textAutoResize` says (T:10640). */
export function fitTexts(tree: Tree, touched: ReadonlySet<string>): void {
  for (const id of touched) {
    const record = tree.find(id)
    if (record?.type !== 'TEXT' || hasMissingFont(record)) continue
    const { width, height } = fitted(tree, record)
    if (width !== record.width || height !== record.height) tree.change(id, { width, height })
  }
}

/** T:7511: text in a font that is not there is not laid out again. */
export const hasMissingFont = (record: LayerRecord): boolean =>
  record.type === 'TEXT' && stretchesOf(record).some(({ letter }) => !isAvailable(letter.fontName))

function fitted(tree: Tree, { id, text, width, height, layoutChild }: LayerRecord): { width: number; height: number } {
  const { autoResize } = text!
  if (autoResize === 'NONE' || autoResize === 'TRUNCATE') return { width, height }
  const { minWidth, maxWidth, minHeight, maxHeight } = layoutChild
  const hugsWidth = autoResize === 'WIDTH_AND_HEIGHT' && sizingOf(tree, id, 'HORIZONTAL') !== 'FILL'
  const size = sizeOfText(text!, hugsWidth ? (maxWidth ?? Number.POSITIVE_INFINITY) : width)
  return {
    width: hugsWidth ? within(size.width, minWidth, maxWidth) : width,
    height: sizingOf(tree, id, 'VERTICAL') === 'FILL' ? height : within(size.height, minHeight, maxHeight),
  }
}

const within = (length: number, least: number | null, most: number | null) =>
  Math.max(least ?? 0, Math.min(most ?? Number.POSITIVE_INFINITY, length))
