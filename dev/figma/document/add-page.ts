import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { ROOT, type Tree } from './tree.ts'

/** Adds an empty page with Figma's canvas behind it, after the others. Returns its id. */
export const addPage = (tree: Tree, name: string): string =>
  tree.create(ROOT, { type: 'PAGE', name, fills: [CANVAS] }).id

/** #f5f5f5. */
const CANVAS: F.Paint = {
  type: 'SOLID',
  visible: true,
  opacity: 1,
  blendMode: 'NORMAL',
  color: { r: 245 / 255, g: 245 / 255, b: 245 / 255 },
  boundVariables: {},
}
