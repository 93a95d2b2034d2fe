import * as z from 'zod'
import type { StyledField } from '../../document/layer-record.ts'
import { followStyle, KIND_FOR } from '../../document/styles/follow-style.ts'
import { findStyle } from '../../document/styles/local-styles.ts'
import { FigmaError } from '../../errors.ts'
import { soon } from '../../later.ts'
import { validated } from '../../values/validated.ts'
import { assertNotDynamic } from '../dynamic-page.ts'
import { ID, type NodeFace, recordOf, SESSION, treeOf } from '../nodes/node-face.ts'

/** `setFillStyleIdAsync` and its like: the layer takes over what the style says and follows it. */
export async function setStyleSoon(face: NodeFace, field: StyledField, styleId: unknown): Promise<void> {
  recordOf(face)
  const id = validated(z.string(), styleId, 'styleId')
  await soon()
  assertStyle(face, field, id)
  followStyle(treeOf(face), face[ID], field, id)
}

/** The setter of `fillStyleId` and its like, which pages that are loaded one by one forbid (T:8806). */
export function setStyleNow(face: NodeFace, field: StyledField, styleId: unknown): void {
  recordOf(face)
  assertNotDynamic(face[SESSION], `node.${ASYNCHRONOUS[field]}`)
  const id = validated(z.string(), styleId, MEMBERS[field])
  assertStyle(face, field, id)
  followStyle(treeOf(face), face[ID], field, id)
}

/** An id that no style of the right kind has; '' is none at all. No source quotes Figma's texts. */
export function assertStyle(face: NodeFace, field: StyledField, id: string): void {
  if (id === '') return
  const style = findStyle(treeOf(face), id)
  if (!style) throw new FigmaError(`The style with id "${id}" does not exist`)
  if (style.style.kind !== KIND_FOR[field]) {
    throw new FigmaError(`A ${style.style.kind.toLowerCase()} style cannot be set as ${MEMBERS[field]}`)
  }
}

const MEMBERS = {
  fill: 'fillStyleId',
  stroke: 'strokeStyleId',
  effect: 'effectStyleId',
  text: 'textStyleId',
  grid: 'gridStyleId',
} as const satisfies Record<StyledField, string>

const ASYNCHRONOUS = {
  fill: 'setFillStyleIdAsync',
  stroke: 'setStrokeStyleIdAsync',
  effect: 'setEffectStyleIdAsync',
  text: 'setTextStyleIdAsync',
  grid: 'setGridStyleIdAsync',
} as const satisfies Record<StyledField, string>
