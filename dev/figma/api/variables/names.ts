import type { Tree } from '../../document/tree.ts'
import { findCollection } from '../../document/variables/variable-value.ts'
import { FigmaError } from '../../errors.ts'

interface Name {
  name: string
  collectionId: string
  /** The variable that is to have it, where there is one already. */
  own?: string
}

/** Reported: a full stop or braces are refused, and so is a name that the collection has already. */
export function assertName(tree: Tree, { name, collectionId, own }: Name): void {
  if (name === '' || /[.{}]/.test(name)) throw new FigmaError('invalid variable name')
  const { variableIds } = findCollection(tree, collectionId)!.collection
  const taken = variableIds.some((id) => id !== own && tree.get(id).name === name)
  if (taken) throw new FigmaError('duplicate variable name')
}
