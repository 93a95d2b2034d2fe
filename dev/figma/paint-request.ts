import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import type { OpenDocument } from './document/open-document.ts'
import { hashesIn, toScene } from './document/to-scene.ts'
import type { PaintRequest, SceneLayer } from './scene.ts'

/** What the painter needs for one layer: placed by `transform`, seen through `box`, `scale` times as large. */
export function paintRequest(
  document: OpenDocument,
  {
    id,
    transform,
    box,
    scale,
    format,
  }: { id: string; transform: F.Transform; box: F.Rect; scale: number; format: 'PNG' | 'JPG' },
): PaintRequest {
  const layers = [{ ...toScene(document.tree, id), transform }]
  return {
    layers,
    transform: [
      [scale, 0, -box.x * scale],
      [0, scale, -box.y * scale],
    ],
    width: Math.max(1, Math.round(box.width * scale)),
    height: Math.max(1, Math.round(box.height * scale)),
    format,
    images: imagesOf(document, layers),
  }
}

/** The file bytes of every image that the layers name. */
export function imagesOf(document: OpenDocument, layers: readonly SceneLayer[]): Map<string, Uint8Array> {
  const found = [...hashesIn(layers)].map((hash) => [hash, document.images.get(hash)?.bytes] as const)
  return new Map(found.filter((entry): entry is [string, Uint8Array] => entry[1] !== undefined))
}
