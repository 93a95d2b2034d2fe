import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import type { LayerRecord } from '../../../document/layer-record.ts'
import { moveNode } from '../../../document/structure.ts'
import { FigmaError } from '../../../errors.ts'
import { type GuestFunction, isGuestFunction } from '../../../sandbox/remote.ts'
import { validated } from '../../../values/validated.ts'
import { asFigma } from '../../as-figma.ts'
import { testOfCriteria } from '../criteria.ts'
import { ID, NodeFace, recordOf, SESSION, treeOf } from '../node-face.ts'
import { isReachable } from '../reachable.ts'
import type { Class } from './class.ts'

/** Gives a node children, and the ways to walk and to change them. `never` stands where the typings differ by parent. */
export function withChildren<Base extends Class<NodeFace>>(base: Base) {
  abstract class WithChildren extends base {
    get children(): ReadonlyArray<F.SceneNode> {
      return opened(this, 'children')
        .childIds.filter(reachableIn(this))
        .map((id) => nodeFor(this, id))
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
      const matches = testOfCriteria(this, criteria)
      return descendants(this, 'findAllWithCriteria').filter(({ id }) => matches(id)) as never[]
    }

    appendChild(child: unknown): void {
      const node = nodeFrom(child)
      const { childIds } = opened(this, 'appendChild')
      moveNode(treeOf(this), node[ID], this[ID], childIds.length)
    }

    insertChild(index: unknown, child: unknown): void {
      opened(this, 'insertChild')
      const at = validated(z.int().min(0), index, 'index')
      moveNode(treeOf(this), nodeFrom(child)[ID], this[ID], at)
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
      `Cannot access property \`${member}\` on a page that has not been explicitly loaded. Remember to call \`await page.loadAsync()\` or \`await figma.loadAllPagesAsync()' first.`,
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
  const ids = [...treeOf(face).inside(face[ID])].map(({ id }) => id)
  return ids.filter(reachableIn(face)).map((id) => nodeFor(face, id))
}

function nodeFrom(child: unknown): NodeFace {
  if (!(child instanceof NodeFace)) throw new FigmaError('Expected "child" to have type node but got something else')
  recordOf(child)
  return child
}

function testFrom(callback: unknown): (node: F.SceneNode) => boolean {
  if (!isGuestFunction(callback)) throw new FigmaError('Expected "callback" to have type function')
  return (node) => Boolean((callback as GuestFunction).ask(node))
}

const reachableIn = (face: NodeFace) => (id: string) => isReachable(face[SESSION], id)

const nodeFor = (face: NodeFace, id: string) => asFigma<F.SceneNode>(face[SESSION].faceOf(id))
