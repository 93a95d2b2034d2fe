import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { filterPixels, isFiltered } from './image-filters.ts'

/** Decoded images by hash. */
export type Bitmaps = ReadonlyMap<string, ImageBitmap>

/** Decodes what has not been decoded before. The store hands out the same bytes for the same image. */
export async function bitmapsOf(images: ReadonlyMap<string, Uint8Array>): Promise<Bitmaps> {
  const entries = [...images].map(async ([hash, bytes]) => [hash, await bitmapOf(bytes)] as const)
  return new Map(await Promise.all(entries))
}

function bitmapOf(bytes: Uint8Array): Promise<ImageBitmap> {
  const there = decoded.get(bytes) ?? createImageBitmap(new Blob([bytes as Uint8Array<ArrayBuffer>]))
  decoded.set(bytes, there)
  return there
}

/** The image as the paint's filters show it. */
export function filtered(bitmap: ImageBitmap, filters: F.ImageFilters | undefined): CanvasImageSource {
  if (!isFiltered(filters)) return bitmap
  const versions = filteredVersions.get(bitmap) ?? new Map<string, OffscreenCanvas>()
  filteredVersions.set(bitmap, versions)
  const name = JSON.stringify(filters)
  const there = versions.get(name) ?? drawFiltered(bitmap, filters)
  versions.set(name, there)
  return there
}

function drawFiltered(bitmap: ImageBitmap, filters: F.ImageFilters): OffscreenCanvas {
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
  const context = canvas.getContext('2d')!
  context.drawImage(bitmap, 0, 0)
  const image = context.getImageData(0, 0, canvas.width, canvas.height)
  filterPixels(image.data, filters)
  context.putImageData(image, 0, 0)
  return canvas
}

const decoded = new WeakMap<Uint8Array, Promise<ImageBitmap>>()
const filteredVersions = new WeakMap<ImageBitmap, Map<string, OffscreenCanvas>>()
