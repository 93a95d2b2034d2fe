import type { PixelSize } from './image-file.ts'

/** Walks the chunks from IHDR to IEND (PNG specification, 5.3): undefined unless all of them are there. */
export function pngSize(view: DataView): PixelSize | undefined {
  if (view.byteLength < 33 || view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a) return undefined
  if (view.getUint32(12) !== IHDR) return undefined
  const size = { width: view.getUint32(16), height: view.getUint32(20) }
  let hasPixels = false
  for (let at = 8; at + 12 <= view.byteLength; at += 12 + view.getUint32(at)) {
    const type = view.getUint32(at + 4)
    if (type === IDAT) hasPixels = true
    if (type === IEND) return hasPixels ? size : undefined
  }
  return undefined
}

const IHDR = 0x49484452
const IDAT = 0x49444154
const IEND = 0x49454e44
