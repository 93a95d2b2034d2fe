/**
 * SHA-1 as 40 hex digits (FIPS 180-4). Figma names an image by a hash of its bytes, and `createImage` must answer at
 * once, so the browser's own asynchronous digest cannot be used.
 */
export function sha1(bytes: Uint8Array): string {
  const state = new Uint32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0])
  const schedule = new Uint32Array(80)
  const whole = bytes.length - (bytes.length % BLOCK)
  for (let at = 0; at < whole; at += BLOCK) absorb(state, schedule, bytes, at)
  const tail = paddedTail(bytes, whole)
  for (let at = 0; at < tail.length; at += BLOCK) absorb(state, schedule, tail, at)
  return [...state].map((word) => word.toString(16).padStart(8, '0')).join('')
}

/** What is left after the last whole block, a one bit, zeros, and the length in bits. */
function paddedTail(bytes: Uint8Array, whole: number): Uint8Array {
  const rest = bytes.subarray(whole)
  const tail = new Uint8Array(rest.length + 9 > BLOCK ? 2 * BLOCK : BLOCK)
  tail.set(rest)
  tail[rest.length] = 0x80
  new DataView(tail.buffer).setBigUint64(tail.length - 8, BigInt(bytes.length) * 8n)
  return tail
}

function absorb(state: Uint32Array, schedule: Uint32Array, bytes: Uint8Array, at: number): void {
  for (let word = 0; word < 16; word++) {
    const byte = at + word * 4
    schedule[word] = (bytes[byte]! << 24) | (bytes[byte + 1]! << 16) | (bytes[byte + 2]! << 8) | bytes[byte + 3]!
  }
  for (let word = 16; word < 80; word++) {
    schedule[word] = rotated(schedule[word - 3]! ^ schedule[word - 8]! ^ schedule[word - 14]! ^ schedule[word - 16]!, 1)
  }
  let [a, b, c, d, e] = state as unknown as [number, number, number, number, number]
  for (let round = 0; round < 80; round++) {
    const next = (rotated(a, 5) + mixed(round, b, c, d) + e + CONSTANTS[(round / 20) | 0]! + schedule[round]!) | 0
    e = d
    d = c
    c = rotated(b, 30)
    b = a
    a = next
  }
  state[0]! += a
  state[1]! += b
  state[2]! += c
  state[3]! += d
  state[4]! += e
}

function mixed(round: number, b: number, c: number, d: number): number {
  if (round < 20) return (b & c) | (~b & d)
  if (round >= 40 && round < 60) return (b & c) | (b & d) | (c & d)
  return b ^ c ^ d
}

const rotated = (word: number, bits: number) => (word << bits) | (word >>> (32 - bits))

/** Bytes. */
const BLOCK = 64
const CONSTANTS = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6]
