import { isInside } from '../../document/instances/inside.ts'
import type { LayerRecord } from '../../document/layer-record.ts'
import { FigmaError } from '../../errors.ts'
import type { Session } from '../session.ts'

/** Whether a node is there for the plugin: with `skipInvisibleInstanceChildren` not what is hidden in an instance (T:72). */
export const isReachable = (session: Session, id: string): boolean =>
  isNode(session.document.tree.find(id)) && !(session.skipsInvisible && isHiddenInside(session, id))

/** Styles and variables have ids too, and are no nodes. */
const isNode = (record: LayerRecord | undefined) =>
  record !== undefined && !record.style && !record.variable && !record.collection

export function assertReachable(session: Session, id: string): void {
  if (session.skipsInvisible && isHiddenInside(session, id)) {
    throw new FigmaError(`The node with id "${id}" does not exist`)
  }
}

function isHiddenInside({ document: { tree } }: Session, id: string): boolean {
  if (!isInside(id) || !tree.find(id)) return false
  for (const layer of tree.chain(id)) {
    if (!isInside(layer.id)) return false
    if (!layer.visible) return true
  }
  return false
}
