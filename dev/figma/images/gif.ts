import type { PixelSize } from './image-file.ts'

/** The logical screen of a GIF87a or GIF89a that ends with its trailer. */
export function gifSize(view: DataView): PixelSize | undefined {
  if (view.byteLength < 14 || view.getUint32(0) !== 0x47494638) return undefined
  const version = view.getUint16(4)
  if (version !== 0x3761 && version !== 0x3961) return undefined
  if (view.getUint8(view.byteLength - 1) !== TRAILER) return undefined
  return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
}

const TRAILER = 0x3b
