import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { absoluteBoundingBox, absoluteRenderBounds, absoluteTransform } from '../document/bounds.ts'
import { union } from '../document/geometry.ts'
import type { Tree } from '../document/tree.ts'
import { soon } from '../later.ts'
import { pageScene, paintRequest, profileOf, sceneRequest } from '../paint-request.ts'
import type { PaintRequest } from '../scene.ts'
import { type Settings, settingsFrom } from '../values/export-settings.ts'
import { ID, type NodeFace, recordOf, SESSION, treeOf } from './nodes/node-face.ts'
import { pdfAround, svgAround } from './wrap-picture.ts'

/**
 * `exportAsync` of a layer or a page. Its picture covers the upright box of the layer on its page: the whole box with
 * `useAbsoluteBounds`, else what is drawn of it (T:9040). So a turned layer comes out turned; whether Figma does that too is
 * not documented (facts §3d), nor how it rounds fractions: here to the nearest pixel. SVG and PDF are a frame around one
 * picture. Resolves with a string for SVG_STRING alone.
 */
export async function exportNode(face: NodeFace, value: unknown): Promise<Uint8Array | string> {
  recordOf(face)
  const settings = settingsFrom(value)
  await soon()
  recordOf(face)
  const tree = treeOf(face)
  const drawn = boundsOf(tree, face[ID], absoluteRenderBounds)
  // A plain string, as field reports have it (facts §3d).
  if (!drawn) throw 'Failed to export node. This node may not have any visible layers.'
  const box = settings.useAbsoluteBounds ? boundsOf(tree, face[ID], absoluteBoundingBox)! : drawn
  const request = requestFor(face, settings, box)
  const picture = await face[SESSION].painter.paint(request)
  if (settings.format === 'PDF') return pdfAround(picture, request, box)
  if (settings.format === 'SVG_STRING') return svgAround(picture, box)
  return settings.format === 'SVG' ? new TextEncoder().encode(svgAround(picture, box)) : picture
}

/** Of a page: around all of its layers. */
function boundsOf(tree: Tree, id: string, of: (tree: Tree, id: string) => F.Rect | null): F.Rect | null {
  const { type, childIds } = tree.get(id)
  if (type !== 'PAGE') return of(tree, id)
  return childIds.reduce<F.Rect | null>((sum, childId) => union(sum, of(tree, childId)), null)
}

/** A slice shows whatever lies in its box, as all do without `contentsOnly` (T:5139). */
function requestFor(face: NodeFace, { format, contentsOnly, ...settings }: Settings, box: F.Rect): PaintRequest {
  const { document } = face[SESSION]
  const { tree } = document
  const profile = settings.colorProfile === 'DOCUMENT' ? profileOf(document) : PROFILES[settings.colorProfile]
  const look = { box, scale: scaleOf(settings.constraint, box), format: PICTURES[format], profile }
  const { type } = recordOf(face)
  if (type === 'PAGE') return sceneRequest(document, pageScene(document, face[ID]), look)
  if (contentsOnly && type !== 'SLICE') {
    return paintRequest(document, { id: face[ID], transform: absoluteTransform(tree, face[ID]), ...look })
  }
  return sceneRequest(document, pageScene(document, tree.pageOf(face[ID])!.id), look)
}

function scaleOf({ type, value }: F.ExportSettingsConstraints, { width, height }: F.Rect): number {
  if (type === 'WIDTH') return value / width
  return type === 'HEIGHT' ? value / height : value
}

/** A PDF takes JPEG files as they are. */
const PICTURES = { PNG: 'PNG', JPG: 'JPG', SVG: 'PNG', SVG_STRING: 'PNG', PDF: 'JPG' } as const
const PROFILES = { SRGB: 'srgb', DISPLAY_P3_V4: 'display-p3' } as const
