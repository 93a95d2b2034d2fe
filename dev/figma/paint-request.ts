import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import type { OpenDocument } from './document/open-document.ts'
import { hashesIn, toScene } from './document/to-scene.ts'
import type { PaintRequest, Profile, SceneLayer } from './scene.ts'

interface Look {
  /** What of the layers' space is seen. */
  box: F.Rect
  /** How many px of the result a px of that space is. */
  scale: number
  format: 'PNG' | 'JPG'
  /** Of the file; sRGB unless said. */
  profile?: Profile
}

/** What the painter needs for one layer, placed by `transform`. Alone it masks nothing. */
export function paintRequest(
  document: OpenDocument,
  { id, transform, ...look }: { id: string; transform: F.Transform } & Look,
): PaintRequest {
  return sceneRequest(document, [{ ...toScene(document.tree, id), transform, isMask: false }], look)
}

/** What the painter needs for layers that lie side by side. */
export function sceneRequest(
  document: OpenDocument,
  layers: readonly SceneLayer[],
  { box, scale, format, profile = 'srgb' }: Look,
): PaintRequest {
  return {
    layers,
    transform: [
      [scale, 0, -box.x * scale],
      [0, scale, -box.y * scale],
    ],
    width: Math.max(1, Math.round(box.width * scale)),
    height: Math.max(1, Math.round(box.height * scale)),
    format,
    profiles: { document: profileOf(document), file: profile },
    images: imagesOf(document, layers),
  }
}

/** What the numbers of a document's colours mean. An old file without a profile is taken for sRGB. */
export const profileOf = ({ colorProfile }: OpenDocument): Profile =>
  colorProfile === 'DISPLAY_P3' ? 'display-p3' : 'srgb'

/** All layers of a page. */
export const pageScene = ({ tree }: OpenDocument, pageId: string): SceneLayer[] =>
  tree.get(pageId).childIds.map((id) => toScene(tree, id))

/** The file bytes of every image that the layers name. */
export function imagesOf(document: OpenDocument, layers: readonly SceneLayer[]): Map<string, Uint8Array> {
  const found = [...hashesIn(layers)].map((hash) => [hash, document.images.get(hash)?.bytes] as const)
  return new Map(found.filter((entry): entry is [string, Uint8Array] => entry[1] !== undefined))
}
