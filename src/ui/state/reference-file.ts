import { type Bytes, type Size, typeOf } from '../../shared/picture.ts'
import type { Skipped } from '../../shared/protocol.ts'
import { isAnimated } from '../image/animated.ts'
import { kindOf } from '../image/file-kind.ts'

/** Why something did not become a reference; it is named as the designer knows it. */
export type Refused = { name: string } & Refusal

export type Refusal =
  /** The model takes no more than `most` beside the main picture. */
  | { why: 'many'; most: number }
  /** Of its file: more bytes than are read at once, nothing that can be read, a moving picture, not a picture. */
  | { why: 'large' | 'unread' | 'animated' }
  | { why: 'kind'; kind: string | undefined }
  /** The layer has no picture. */
  | { why: 'skipped'; skipped: Skipped }
  /** Nothing is selected. */
  | { why: 'nothing' }
  /** As the sandbox or the decoder says. */
  | { why: 'fault'; message: string }

/** A picture as it is found, before anything is done with it. */
export interface Found {
  bytes: Bytes
  /** The size that Figma says it has. */
  told?: Size
}

/** A file's bytes, if they are one still picture that a browser reads; else why it is left out. */
export async function foundIn(file: File): Promise<Found | Refusal> {
  if (file.size > MOST_BYTES) return { why: 'large' }
  // A folder can be dropped as well, and a file may be gone by now.
  const bytes = await file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => undefined,
  )
  if (!bytes) return { why: 'unread' }
  if (!typeOf(bytes)) return { why: 'kind', kind: kindOf(bytes, file.name) }
  return isAnimated(bytes) ? { why: 'animated' } : { bytes }
}

/** A larger one takes half a second to read, and more memory than the panel has for it. */
export const MOST_BYTES = 64_000_000
