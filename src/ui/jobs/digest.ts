import type { Bytes } from '../../shared/picture.ts'

/**
 * A short name for a file's bytes, to find those that are the same. The iframe has no `crypto.subtle`, and nobody gains
 * from making two of his own pictures collide: 2 × 32 bits of FNV-1a (two seeds) and the length are enough.
 */
export function digestOf(bytes: Bytes): string {
  let one = 0x811c9dc5
  let other = 0x9747b28c
  for (const byte of bytes) {
    one = Math.imul(one ^ byte, PRIME)
    other = Math.imul(other ^ byte, PRIME_TOO)
  }
  return [bytes.length, one >>> 0, other >>> 0].map((part) => part.toString(36)).join('-')
}

const PRIME = 0x01000193
const PRIME_TOO = 0x85ebca6b
