import { FigmaError } from '../../errors.ts'
import { newRecord } from '../layer-record.ts'
import type { Tree } from '../tree.ts'

/**
 * Holds what lies on no page: components of libraries, and those that were removed while instances still show them. A
 * plugin reads them, with `parent` null, and can write nothing (T:6382, T:9402).
 */
export const INTERNAL = '0:-1'

/** Its id. It is made when it is first needed. */
export function internalHolder(tree: Tree): string {
  if (!tree.find(INTERNAL)) tree.put(newRecord({ id: INTERNAL, type: 'DOCUMENT', name: 'Internal' }))
  return INTERNAL
}

export function isInternal(tree: Tree, id: string): boolean {
  let top = id
  for (const record of tree.chain(id)) top = record.id
  return top === INTERNAL
}

/** Figma: developers.figma.com, API errors. Styles of libraries are no less read-only (T:9402). */
export function assertWritable(tree: Tree, id: string): void {
  if (tree.get(id).style?.remote || isInternal(tree, id))
    throw new FigmaError('Cannot write to internal and read-only node')
}
