import type { Bytes, Picture, Size } from '../../shared/picture.ts'

/** A black picture of any size, in one bit: stands for a real one where its pixels are priced. */
export async function blankPicture({ width, height }: Size): Promise<Picture> {
  // Per line a filter of 0, then eight pixels to a byte: all zeros (PNG specification, 7.2).
  const lines = new Uint8Array((Math.ceil(width / 8) + 1) * height)
  const packed = new Blob([lines]).stream().pipeThrough(new CompressionStream('deflate'))
  const bytes = await new Response(packed).arrayBuffer()
  const parts = [
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', [...inFour(width), ...inFour(height), 1, 0, 0, 0, 0]),
    chunk('IDAT', new Uint8Array(bytes)),
    chunk('IEND', []),
  ]
  return { type: 'image/png', width, height, bytes: new Uint8Array(await new Blob(parts).arrayBuffer()) }
}

function chunk(name: string, data: ArrayLike<number>): Bytes {
  const named = Uint8Array.of(...[...name].map((letter) => letter.charCodeAt(0)), ...Array.from(data))
  return Uint8Array.of(...inFour(data.length), ...named, ...inFour(checksum(named)))
}

const inFour = (value: number) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255)

/** CRC-32 (PNG specification, annex D). */
function checksum(bytes: Uint8Array): number {
  let rest = ~0
  for (const byte of bytes) {
    rest ^= byte
    for (let bit = 0; bit < 8; bit++) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0)
  }
  return ~rest >>> 0
}
