import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import { absoluteBoundingBox, absoluteTransform } from '../../document/bounds.ts'
import { copyLayer } from '../../document/copy-layer.ts'
import { movedTo } from '../../document/geometry.ts'
import { removeLayer } from '../../document/instances/remove-layer.ts'
import { isPlacedByLayout } from '../../document/layout/in-flow.ts'
import { placeLayer } from '../../document/place-layer.ts'
import { adoptCovered } from '../../document/sections.ts'
import { assertPlacedFreely } from '../../document/write-layer.ts'
import { FigmaError } from '../../errors.ts'
import { placement } from '../../values/placement.ts'
import { validated } from '../../values/validated.ts'
import { linksOf, setLinks } from './component-links.ts'
import { withExport } from './mixins/with-export.ts'
import { withVariableModes } from './mixins/with-variable-modes.ts'
import { withVariables } from './mixins/with-variables.ts'
import { change, ID, NodeFace, recordOf, SESSION, treeOf } from './node-face.ts'

/**
 * What every layer has: SceneNodeMixin and DimensionAndPositionMixin. The rest comes from `mixins/`, which are cut as the
 * typings cut them.
 */
export abstract class LayerFace extends withVariables(withVariableModes(withExport(NodeFace))) {
  override remove(): void {
    removeLayer(treeOf(this), recordOf(this).id)
  }

  get visible(): boolean {
    return recordOf(this).visible
  }
  set visible(value: unknown) {
    change(this, { visible: validated(z.boolean(), value, 'visible') })
  }

  get locked(): boolean {
    return recordOf(this).locked
  }
  set locked(value: unknown) {
    change(this, { locked: validated(z.boolean(), value, 'locked') })
  }

  get x(): number {
    return recordOf(this).transform[0][2]
  }
  set x(value: unknown) {
    moveTo(this, { x: validated(z.number(), value, 'x'), y: this.y })
  }

  get y(): number {
    return recordOf(this).transform[1][2]
  }
  set y(value: unknown) {
    moveTo(this, { x: this.x, y: validated(z.number(), value, 'y') })
  }

  get width(): number {
    return recordOf(this).width
  }

  get height(): number {
    return recordOf(this).height
  }

  get minWidth(): number | null {
    return recordOf(this).layoutChild.minWidth
  }
  set minWidth(value: unknown) {
    limit(this, 'minWidth', value)
  }

  get maxWidth(): number | null {
    return recordOf(this).layoutChild.maxWidth
  }
  set maxWidth(value: unknown) {
    limit(this, 'maxWidth', value)
  }

  get minHeight(): number | null {
    return recordOf(this).layoutChild.minHeight
  }
  set minHeight(value: unknown) {
    limit(this, 'minHeight', value)
  }

  get maxHeight(): number | null {
    return recordOf(this).layoutChild.maxHeight
  }
  set maxHeight(value: unknown) {
    limit(this, 'maxHeight', value)
  }

  get relativeTransform(): F.Transform {
    return recordOf(this).transform
  }
  set relativeTransform(value: unknown) {
    const transform = placement(value)
    assertPlacedFreely(treeOf(this), recordOf(this).id)
    placeLayer(treeOf(this), this[ID], transform)
  }

  get absoluteTransform(): F.Transform {
    return absoluteTransform(treeOf(this), this[ID])
  }

  get absoluteBoundingBox(): F.Rect | null {
    return absoluteBoundingBox(treeOf(this), this[ID])
  }

  get componentPropertyReferences(): ReturnType<typeof linksOf> {
    return linksOf(this)
  }
  set componentPropertyReferences(value: unknown) {
    setLinks(this, value)
  }

  clone(): never {
    // T: “By default, the duplicate will be parented under `figma.currentPage`”.
    const { document, faceOf } = this[SESSION]
    const id = copyLayer(document.tree, this[ID], document.pageId)
    if (document.tree.get(id).type === 'SECTION') adoptCovered(document.tree, id)
    return faceOf(id) as never
  }
}

/** T:7302: auto layout places its layers itself, and what else places them does nothing. */
function moveTo(face: LayerFace, to: F.Vector): void {
  const record = recordOf(face)
  if (isPlacedByLayout(treeOf(face), record)) return
  assertPlacedFreely(treeOf(face), record.id)
  placeLayer(treeOf(face), record.id, movedTo(record.transform, to))
}

/** T:7316: for auto layout frames and their direct children. */
function limit(face: LayerFace, name: 'minWidth' | 'maxWidth' | 'minHeight' | 'maxHeight', value: unknown): void {
  const length = validated(z.number().positive().nullable(), value, name)
  const record = recordOf(face)
  if (!record.autoLayout && !isPlacedByLayout(treeOf(face), record)) {
    throw new FigmaError(`Can only set ${name} on auto layout nodes and their children`)
  }
  change(face, { layoutChild: { ...record.layoutChild, [name]: length } })
}
