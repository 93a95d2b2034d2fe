/**
 * A JPEG with other pixels for each number, at the cost of a copy: three of its factors of quantization are changed, each
 * of which strengthens or weakens a coarse pattern all over the picture. Throws for a file without two tables of 8 bits.
 */
export function distinctJpeg(base: Uint8Array, number: number): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(base)
  const [luma, chroma] = tablesIn(bytes)
  if (luma === undefined || chroma === undefined) throw new Error('The bench’s own picture has no two tables.')
  const places = [chroma, luma + 1, luma + 2]
  for (const [digit, place] of places.entries()) {
    bytes[place] = LEAST + (Math.floor(number / STEPS ** digit) % STEPS)
  }
  return bytes
}

/** Where the values of each table begin (ITU T.81, B.2.4.1). */
function tablesIn(bytes: Uint8Array): number[] {
  const places: number[] = []
  for (let at = 2; bytes[at] === 0xff && bytes[at + 1] !== START_OF_SCAN; ) {
    const end = at + 2 + bytes[at + 2]! * 256 + bytes[at + 3]!
    if (bytes[at + 1] === TABLES) for (let table = at + 4; table < end; table += 65) places.push(table + 1)
    at = end
  }
  return places
}

const TABLES = 0xdb
const START_OF_SCAN = 0xda
/** Factors that are in use: three places tell 1,728 pictures apart. */
const [LEAST, STEPS] = [4, 12]
