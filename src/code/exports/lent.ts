import type { Picture } from '../../shared/picture.ts'
import { LARGER_REFUSED } from '../../shared/texts/exports.ts'
import { hashFor } from '../hash-for.ts'
import type { Stand } from './stand-in.ts'

/** A larger picture of an image. Figma drops an image that no layer shows, so that its bytes are kept here. */
export interface Lent extends Stand {
  bytes: Uint8Array
}

/** By the hash of the image that it is of; those that were used last are at the end. */
const lent = new Map<string, Lent>()

/** Keeps a picture, and lets those go that were not used for long. Throws `image` where Figma does not take it. */
export function lend(own: string, { bytes }: Picture, shrink: number): void {
  lent.delete(own)
  lent.set(own, { hash: hashFor(bytes, LARGER_REFUSED), bytes, shrink })
  let held = [...lent.values()].reduce((sum, { bytes }) => sum + bytes.length, 0)
  for (const [oldest, { bytes }] of lent) {
    if (held <= MOST || lent.size === 1) return
    lent.delete(oldest)
    held -= bytes.length
  }
}

/** Those of these images of which there is a picture. */
export function lentOf(owns: readonly string[]): Map<string, Lent> {
  const found = owns.flatMap((own) => {
    const picture = lent.get(own)
    return picture ? [[own, picture] as const] : []
  })
  for (const [own, picture] of found) {
    lent.delete(own)
    lent.set(own, picture)
  }
  return new Map(found)
}

/** Bytes: what a frame with some dozens of photographs shows, and far from what a plugin may hold in Figma. */
const MOST = 96_000_000
