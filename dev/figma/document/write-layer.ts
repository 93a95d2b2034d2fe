import type { LayerRecord } from './layer-record.ts'
import type { Tree } from './tree.ts'

/** A change that a plugin or a designer makes: inside an instance it is an override, and not all of it is allowed. */
export const writeLayer = (tree: Tree, id: string, part: Partial<LayerRecord>): void => tree.change(id, part)
