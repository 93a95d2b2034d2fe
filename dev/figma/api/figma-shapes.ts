import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { adoptCovered } from '../document/sections.ts'
import { asFigma } from './as-figma.ts'
import { createLayer } from './create-layer.ts'
import { FigmaShared } from './figma-shared.ts'
import { combine, group, type Operation, ungroup } from './grouping.ts'
import { SESSION } from './nodes/node-face.ts'

type Shape = Parameters<typeof createLayer>[1]

/** What of `figma` makes shapes, and groups of them. */
export abstract class FigmaShapes extends FigmaShared {
  createRectangle(): F.RectangleNode {
    return this.#made('RECTANGLE')
  }

  createEllipse(): F.EllipseNode {
    return this.#made('ELLIPSE')
  }

  createLine(): F.LineNode {
    return this.#made('LINE')
  }

  createPolygon(): F.PolygonNode {
    return this.#made('POLYGON')
  }

  createStar(): F.StarNode {
    return this.#made('STAR')
  }

  createVector(): F.VectorNode {
    return this.#made('VECTOR')
  }

  createFrame(): F.FrameNode {
    return this.#made('FRAME')
  }

  createSlice(): F.SliceNode {
    return this.#made('SLICE')
  }

  createSection(): F.SectionNode {
    const { document } = this[SESSION]
    const id = createLayer(document, 'SECTION')
    adoptCovered(document.tree, id)
    return this.#node(id)
  }

  createBooleanOperation(): F.BooleanOperationNode {
    return this.#made('BOOLEAN_OPERATION')
  }

  group(nodes: unknown, parent: unknown, index?: unknown): F.GroupNode {
    return this.#node(group(this[SESSION], { nodes, parent, index }))
  }

  union(nodes: unknown, parent: unknown, index?: unknown): F.BooleanOperationNode {
    return this.#combined('UNION', nodes, parent, index)
  }

  subtract(nodes: unknown, parent: unknown, index?: unknown): F.BooleanOperationNode {
    return this.#combined('SUBTRACT', nodes, parent, index)
  }

  intersect(nodes: unknown, parent: unknown, index?: unknown): F.BooleanOperationNode {
    return this.#combined('INTERSECT', nodes, parent, index)
  }

  exclude(nodes: unknown, parent: unknown, index?: unknown): F.BooleanOperationNode {
    return this.#combined('EXCLUDE', nodes, parent, index)
  }

  ungroup(node: unknown): F.SceneNode[] {
    return ungroup(this[SESSION], node).map((id) => this.#node<F.SceneNode>(id))
  }

  #made<T>(type: Shape): T {
    return this.#node(createLayer(this[SESSION].document, type))
  }

  #combined(operation: Operation, nodes: unknown, parent: unknown, index: unknown): F.BooleanOperationNode {
    return this.#node(combine(this[SESSION], operation, { nodes, parent, index }))
  }

  #node<T>(id: string): T {
    return asFigma(this[SESSION].faceOf(id))
  }
}
