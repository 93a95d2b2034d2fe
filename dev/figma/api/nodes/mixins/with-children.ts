import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import type { LayerRecord } from '../../../document/layer-record.ts'
import { FigmaError } from '../../../errors.ts'
import { type GuestFunction, isGuestFunction } from '../../../sandbox/remote.ts'
import { validated } from '../../../values/validated.ts'
import { asFigma } from '../../as-figma.ts'
import { LayerFace } from '../layer-face.ts'
import { ID, NodeFace, recordOf, SESSION, treeOf } from '../node-face.ts'
import type { Class } from './class.ts'

/** Gives a node children, and the ways to walk and to change them. `never` stands where the typings differ by parent. */
export function withChildren<Base extends Class<NodeFace>>(base: Base) {
  abstract class WithChildren extends base {
    get children(): ReadonlyArray<F.SceneNode> {
      return opened(this, 'children').childIds.map((id) => nodeFor(this, id))
    }

    findAll(callback?: unknown): F.SceneNode[] {
      const matches = callback === undefined ? () => true : testFrom(callback)
      return descendants(this, 'findAll').filter(matches)
    }

    findOne(callback: unknown): F.SceneNode | null {
      return descendants(this, 'findOne').find(testFrom(callback)) ?? null
    }

    findChildren(callback?: unknown): never[] {
      return this.children.filter(callback === undefined ? () => true : testFrom(callback)) as never[]
    }

    findChild(callback: unknown): never {
      return (this.children.find(testFrom(callback)) ?? null) as never
    }

    findAllWithCriteria(criteria: unknown): never[] {
      const { types } = validated(CRITERIA, criteria, 'criteria')
      return descendants(this, 'findAllWithCriteria').filter(({ type }) => types.includes(type)) as never[]
    }

    appendChild(child: unknown): void {
      const layer = layerFrom(child)
      opened(this, 'appendChild')
      adopt(this, layer, recordOf(this).childIds.length)
    }

    insertChild(index: unknown, child: unknown): void {
      const { childIds } = opened(this, 'insertChild')
      const at = validated(z.int().min(0).max(childIds.length), index, 'index')
      adopt(this, layerFrom(child), at)
    }
  }
  return WithChildren
}

/** The record, unless it is on a page that has not been loaded. Figma: documentAccess dynamic-page. */
export function opened(face: NodeFace, member: string): LayerRecord {
  const record = recordOf(face)
  const page = treeOf(face).pageOf(record.id)
  if (page && !face[SESSION].loadedPages.has(page.id)) {
    throw new FigmaError(
      `Cannot access ${member} on a page that has not been explicitly loaded. Call \`page.loadAsync()\` first`,
    )
  }
  return record
}

/** Lowest first, each node before what it holds. Figma: the whole document only once all of its pages are loaded. */
function descendants(face: NodeFace, member: string): F.SceneNode[] {
  const { type, childIds } = opened(face, member)
  if (type === 'DOCUMENT' && !childIds.every((id) => face[SESSION].loadedPages.has(id))) {
    throw new FigmaError('Cannot call with documentAccess: dynamic-page. Call figma.loadAllPagesAsync() first.')
  }
  return [...treeOf(face).inside(face[ID])].map(({ id }) => nodeFor(face, id))
}

function adopt(parent: NodeFace, layer: LayerFace, index: number): void {
  const tree = treeOf(parent)
  for (const { id } of tree.chain(parent[ID])) {
    if (id === layer[ID]) throw new FigmaError('Cannot move node. The new parent is the node or lies in it')
  }
  tree.move(layer[ID], parent[ID], index)
}

function layerFrom(child: unknown): LayerFace {
  if (!(child instanceof NodeFace)) throw new FigmaError('Expected "child" to have type node but got something else')
  recordOf(child)
  if (!(child instanceof LayerFace))
    throw new FigmaError(`Cannot move node. A ${child[SESSION] && recordOf(child).type} has its place`)
  return child
}

function testFrom(callback: unknown): (node: F.SceneNode) => boolean {
  if (!isGuestFunction(callback)) throw new FigmaError('Expected "callback" to have type function')
  return (node) => Boolean((callback as GuestFunction).ask(node))
}

const nodeFor = (face: NodeFace, id: string) => asFigma<F.SceneNode>(face[SESSION].faceOf(id))

const CRITERIA = z.strictObject({ types: z.array(z.string()).min(1) })
