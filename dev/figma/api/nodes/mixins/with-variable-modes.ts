import { FigmaError } from '../../../errors.ts'
import { assertNoId } from '../../dynamic-page.ts'
import { modeFrom, VariableCollectionFace } from '../../variables/variable-collection-face.ts'
import { collectionFaceOf } from '../../variables/variable-faces.ts'
import { change, ID, type NodeFace, recordOf, SESSION, treeOf } from '../node-face.ts'
import type { Class } from './class.ts'

/** ExplicitVariableModesMixin: of layers and pages. */
export function withVariableModes<Base extends Class<NodeFace>>(base: Base) {
  abstract class WithVariableModes extends base {
    get explicitVariableModes(): { [collectionId: string]: string } {
      return recordOf(this).variableModes
    }

    setExplicitVariableModeForCollection(collection: unknown, modeId: unknown): void {
      const face = collectionFrom(this, 'setExplicitVariableModeForCollection', collection)
      const mode = modeFrom(face, modeId)
      change(this, { variableModes: { ...recordOf(this).variableModes, [face[ID]]: mode.modeId } })
    }

    clearExplicitVariableModeForCollection(collection: unknown): void {
      const face = collectionFrom(this, 'clearExplicitVariableModeForCollection', collection)
      const { [face[ID]]: _mode, ...variableModes } = recordOf(this).variableModes
      change(this, { variableModes })
    }
  }
  return WithVariableModes
}

function collectionFrom(face: NodeFace, member: string, collection: unknown): VariableCollectionFace {
  recordOf(face)
  if (collection instanceof VariableCollectionFace) return collection
  assertNoId(face[SESSION], collection, { member, of: 'collection' })
  if (typeof collection === 'string' && treeOf(face).find(collection)?.collection) {
    return collectionFaceOf(face[SESSION], collection)
  }
  throw new FigmaError('Expected "collection" to have type VariableCollection')
}
