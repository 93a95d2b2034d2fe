import { readablePaints } from './layers.ts'
import { hashOf } from './paint-key.ts'
import type { Origin } from './stack/results.ts'

/** The image that was there before a result of an image, where the layer holds it still. */
export const originalOf = (on: SceneNode, { of }: Origin): string | undefined => (holds(on, of) ? of : undefined)

/** The image that a look took the place of, where that alone showed and the layer holds it still. */
export function hiddenImage(on: SceneNode, { of, hid }: Origin): string | undefined {
  const [key = '', ...others] = hid
  if (of !== undefined || others.length > 0 || !key.startsWith(IMAGE)) return undefined
  const hash = key.slice(IMAGE.length)
  return holds(on, hash) ? hash : undefined
}

const holds = (on: SceneNode, hash: string | undefined) =>
  hash !== undefined && (readablePaints(on) ?? []).some((paint) => hashOf(paint) === hash)

/** How the keys of images begin (`keysOf`). */
const IMAGE = 'IMAGE '
