import type { LayerRecord } from '../layer-record.ts'
import type { Tree } from '../tree.ts'

/** T: what is hidden or placed by hand takes no part in an auto layout. */
export const isInFlow = ({ visible, layoutChild }: LayerRecord) => visible && layoutChild.positioning === 'AUTO'

/** Whether auto layout says where the layer is, so that nobody else can (T:7302). */
export function isPlacedByLayout(tree: Tree, { parentId, layoutChild }: LayerRecord): boolean {
  const parent = parentId === null ? undefined : tree.find(parentId)
  return parent?.autoLayout !== undefined && layoutChild.positioning === 'AUTO'
}
