import { hueSwapped, mirrored, shifted } from './another-picture.ts'
import type { Course } from './course.ts'
import type { Size } from './sizes.ts'

/** What may also happen to the picture that a run makes. */
export interface PictureTrouble extends Course {
  /** The size of the picture, from the one it should have. */
  size?: (size: Size) => Size
  /** The file, from the one it should be. */
  file?: (file: Buffer) => Buffer
  /** What is made larger, in place of the picture that was sent. */
  source?: (bytes: Buffer) => Promise<Buffer>
}

const json = { headers: { 'content-type': 'application/json' } }
const html = { status: 502, headers: { 'content-type': 'text/html' } }

/** What can happen to any request. */
export const COURSES = {
  garbage: { instead: () => new Response('}{ no answer', json) },
  html: { instead: () => new Response('<!doctype html><title>502</title><h1>Bad gateway</h1>', html) },
  slow: { wait: 20_000 },
  truncated: { half: 'silently' },
  'cut-off': { half: 'announced' },
  'drop-before': { drop: 'before' },
  'drop-after': { drop: 'after' },
  'no-cors': { withoutCors: true },
} satisfies Record<string, Course>

/** What can happen to any picture. */
export const PICTURE_TROUBLES = {
  'not-a-picture': { file: () => Buffer.from('This is a sentence, not a picture.') },
  'truncated-picture': { file: (file) => file.subarray(0, Math.floor(file.length / 2)) },
  'wrong-size': { size: ({ width, height }) => (width > height ? PORTRAIT : LANDSCAPE) },
  huge: { size: enlarged },
} satisfies Record<string, PictureTrouble>

/** What can happen where a picture is made larger. */
export const UPSCALE_TROUBLES = {
  mirrored: { source: mirrored },
  shifted: { source: shifted },
  'hue-swapped': { source: hueSwapped },
} satisfies Record<string, PictureTrouble>

export const retryAfter = (seconds = RETRY_AFTER) => ({ 'retry-after': String(seconds) })

function enlarged({ width, height }: Size): Size {
  const factor = HUGE_EDGE / Math.max(width, height)
  return { width: Math.round(width * factor), height: Math.round(height * factor) }
}

const RETRY_AFTER = 2 // s
const HUGE_EDGE = 4200 // px; Figma takes at most 4096 px an edge
const PORTRAIT = { width: 512, height: 1024 }
const LANDSCAPE = { width: 1024, height: 512 }
