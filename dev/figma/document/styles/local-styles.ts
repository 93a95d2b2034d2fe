import { type LayerRecord, newRecord } from '../layer-record.ts'
import { keyFor } from '../new-key.ts'
import type { StyleKind } from '../parts/style-data.ts'
import { PLAIN_TEXT } from '../parts/text-content.ts'
import type { Tree } from '../tree.ts'

/** A record that is a style. */
export type StyleRecord = LayerRecord & Required<Pick<LayerRecord, 'style'>>

interface NewStyle {
  kind: StyleKind
  name: string
  /** Of a style that a library has published. */
  libraryKey?: string
  values?: Partial<Pick<LayerRecord, 'fills' | 'effects' | 'layoutGrids' | 'text'>>
}

/** Makes a style, last among those of its kind. Its id is `S:key,`, with a number behind it if it is of a library. */
export function createStyle(tree: Tree, { kind, name, libraryKey, values }: NewStyle): StyleRecord {
  const number = tree.newNumber()
  const key = libraryKey ?? keyFor(`style ${number}`)
  const remote = libraryKey !== undefined
  const order = Math.max(0, ...localStyles(tree, kind).map(({ style }) => style.order)) + 1
  const record = newRecord({
    id: remote ? `S:${key},1:${number}` : `S:${key},`,
    type: 'STYLE',
    name,
    ...(kind === 'TEXT' && { text: PLAIN_TEXT }),
    ...(kind === 'GRID' && { layoutGrids: [] }),
    ...values,
    style: { kind, key, remote, description: '', documentationLinks: [], order },
  }) as StyleRecord
  tree.put(record)
  return record
}

export function findStyle(tree: Tree, id: string): StyleRecord | undefined {
  const record = tree.find(id)
  return record && isStyle(record) ? record : undefined
}

/** Those that the file itself has, in the order in which Figma lists them. */
export const localStyles = (tree: Tree, kind: StyleKind): StyleRecord[] =>
  [...tree.all()]
    .filter(isStyle)
    .filter(({ style }) => style.kind === kind && !style.remote)
    .sort((one, other) => one.style.order - other.style.order)

/** Puts a local style behind another, or first (T:1558). */
export function moveStyleAfter(tree: Tree, style: StyleRecord, after: StyleRecord | null): void {
  const others = localStyles(tree, style.style.kind).filter(({ id }) => id !== style.id)
  const index = after ? others.findIndex(({ id }) => id === after.id) + 1 : 0
  const [below, above] = [others[index - 1]?.style.order, others[index]?.style.order]
  if (below === undefined && above === undefined) return
  const order = below === undefined ? above! - 1 : above === undefined ? below + 1 : (below + above) / 2
  tree.change(style.id, { style: { ...style.style, order } })
}

export const isStyle = (record: LayerRecord): record is StyleRecord => record.style !== undefined
