import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { absoluteBoundingBox, absoluteRenderBounds, absoluteTransform } from '../document/bounds.ts'
import { soon } from '../later.ts'
import { paintRequest } from '../paint-request.ts'
import { settingsFrom } from '../values/export-settings.ts'
import { ID, type NodeFace, recordOf, SESSION, treeOf } from './nodes/node-face.ts'

/**
 * `exportAsync`. Its picture covers the upright box of the layer on its page: the whole box with `useAbsoluteBounds`,
 * else what is drawn of it (T:9040). So a turned layer comes out turned; whether Figma does that too is not documented
 * (facts §3d), nor how it rounds fractions: here to the nearest pixel.
 */
export async function exportNode(face: NodeFace, value: unknown): Promise<Uint8Array> {
  recordOf(face)
  const { format, useAbsoluteBounds, constraint } = settingsFrom(value)
  await soon()
  recordOf(face)
  const { document, painter } = face[SESSION]
  const drawn = absoluteRenderBounds(treeOf(face), face[ID])
  // A plain string, as field reports have it (facts §3d).
  if (!drawn) throw 'Failed to export node. This node may not have any visible layers.'
  const box = useAbsoluteBounds ? absoluteBoundingBox(treeOf(face), face[ID]) : drawn
  const scale = scaleOf(constraint, box)
  const transform = absoluteTransform(treeOf(face), face[ID])
  return painter.paint(paintRequest(document, { id: face[ID], transform, box, scale, format }))
}

function scaleOf({ type, value }: F.ExportSettingsConstraints, { width, height }: F.Rect): number {
  if (type === 'WIDTH') return value / width
  return type === 'HEIGHT' ? value / height : value
}
