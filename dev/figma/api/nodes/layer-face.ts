import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import { absoluteBoundingBox, absoluteRenderBounds, absoluteTransform } from '../../document/bounds.ts'
import { copyLayer } from '../../document/copy-layer.ts'
import { movedTo, rotationOf, turned } from '../../document/geometry.ts'
import { resizeLayer } from '../../document/resize-layer.ts'
import { FigmaError, notSimulated } from '../../errors.ts'
import { blendMode, constraints, unit } from '../../values/basics.ts'
import { exportSettings } from '../../values/export-settings.ts'
import { placement } from '../../values/placement.ts'
import { validated } from '../../values/validated.ts'
import { exportNode } from '../export-node.ts'
import { change, ID, NodeFace, recordOf, SESSION, treeOf } from './node-face.ts'

/**
 * What frames, rectangles and ellipses have in common. It is long because a class has its members in one place; each of
 * them only checks what it is given and reads or changes the record.
 */
export abstract class LayerFace extends NodeFace {
  override remove(): void {
    recordOf(this)
    treeOf(this).remove(this[ID])
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
    change(this, { transform: movedTo(recordOf(this).transform, { x: validated(z.number(), value, 'x'), y: this.y }) })
  }

  get y(): number {
    return recordOf(this).transform[1][2]
  }
  set y(value: unknown) {
    change(this, { transform: movedTo(recordOf(this).transform, { x: this.x, y: validated(z.number(), value, 'y') }) })
  }

  get width(): number {
    return recordOf(this).width
  }

  get height(): number {
    return recordOf(this).height
  }

  resize(width: unknown, height: unknown): void {
    resizeLayer(treeOf(this), this[ID], sizeFrom(width, height))
  }

  resizeWithoutConstraints(width: unknown, height: unknown): void {
    change(this, sizeFrom(width, height))
  }

  get rotation(): number {
    return rotationOf(recordOf(this).transform)
  }
  set rotation(value: unknown) {
    const degrees = validated(z.number().min(-180).max(180), value, 'rotation')
    change(this, { transform: turned(recordOf(this).transform, degrees) })
  }

  get relativeTransform(): F.Transform {
    return recordOf(this).transform
  }
  set relativeTransform(value: unknown) {
    change(this, { transform: placement(value) })
  }

  get absoluteTransform(): F.Transform {
    return absoluteTransform(treeOf(this), this[ID])
  }

  get absoluteBoundingBox(): F.Rect | null {
    return absoluteBoundingBox(treeOf(this), this[ID])
  }

  get absoluteRenderBounds(): F.Rect | null {
    return absoluteRenderBounds(treeOf(this), this[ID])
  }

  get opacity(): number {
    return recordOf(this).opacity
  }
  set opacity(value: unknown) {
    change(this, { opacity: validated(unit, value, 'opacity') })
  }

  get blendMode(): F.BlendMode {
    return recordOf(this).blendMode
  }
  set blendMode(value: unknown) {
    change(this, { blendMode: validated(blendMode, value, 'blendMode') })
  }

  get cornerRadius(): number {
    return recordOf(this).cornerRadius
  }
  set cornerRadius(value: unknown) {
    change(this, { cornerRadius: validated(z.number().min(0), value, 'cornerRadius') })
  }

  get constraints(): F.Constraints {
    return recordOf(this).constraints
  }
  set constraints(value: unknown) {
    change(this, { constraints: validated(constraints, value, 'constraints') })
  }

  get fills(): ReadonlyArray<F.Paint> {
    return recordOf(this).fills
  }
  set fills(value: unknown) {
    recordOf(this)
    change(this, { fills: this[SESSION].document.storedPaints(value) })
  }

  async setFillsAsync(paints: unknown): Promise<void> {
    this.fills = paints
  }

  get fillStyleId(): string {
    return noneOf(this)
  }

  get strokes(): ReadonlyArray<F.Paint> {
    recordOf(this)
    return []
  }
  set strokes(value: unknown) {
    assertEmpty(value, 'strokes')
  }

  get strokeStyleId(): string {
    return noneOf(this)
  }

  get effects(): ReadonlyArray<F.Effect> {
    recordOf(this)
    return []
  }
  set effects(value: unknown) {
    assertEmpty(value, 'effects')
  }

  get effectStyleId(): string {
    return noneOf(this)
  }

  get isMask(): boolean {
    recordOf(this)
    return false
  }
  set isMask(value: unknown) {
    if (validated(z.boolean(), value, 'isMask')) throw notSimulated('a mask')
  }

  get boundVariables(): NonNullable<F.SceneNode['boundVariables']> {
    recordOf(this)
    return {}
  }

  get layoutPositioning(): 'AUTO' | 'ABSOLUTE' {
    recordOf(this)
    return 'AUTO'
  }
  set layoutPositioning(value: unknown) {
    // T:8570, in Figma's words.
    if (validated(z.enum(['AUTO', 'ABSOLUTE']), value, 'layoutPositioning') === 'ABSOLUTE') {
      throw new FigmaError('Can only set layoutPositioning = ABSOLUTE if the parent node has layoutMode !== NONE')
    }
  }

  get exportSettings(): ReadonlyArray<F.ExportSettings> {
    return recordOf(this).exportSettings
  }
  set exportSettings(value: unknown) {
    change(this, { exportSettings: validated(z.array(exportSettings), value, 'exportSettings') })
  }

  // The typings' four overloads differ by format; only the formats that answer with bytes are simulated.
  async exportAsync(settings?: unknown): Promise<never> {
    return (await exportNode(this, settings)) as never
  }

  clone(): never {
    // T: “By default, the duplicate will be parented under `figma.currentPage`”.
    const { document, faceOf } = this[SESSION]
    return faceOf(copyLayer(document.tree, this[ID], document.pageId)) as never
  }
}

function sizeFrom(width: unknown, height: unknown) {
  const length = z.number().min(LEAST_SIDE)
  return { width: validated(length, width, 'width'), height: validated(length, height, 'height') }
}

/** No styles are simulated, so no node has one. */
function noneOf(face: NodeFace): string {
  recordOf(face)
  return ''
}

function assertEmpty(value: unknown, what: string): void {
  if (validated(z.array(z.unknown()), value, what).length > 0) throw notSimulated(`a layer with ${what}`)
}

/** px; T:7502. */
const LEAST_SIDE = 0.01
