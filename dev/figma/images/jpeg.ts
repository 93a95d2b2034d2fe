import { turnsSideways } from './exif.ts'
import type { PixelSize } from './image-file.ts'

/**
 * The size in the frame header (ITU T.81, B.2.2) of a JPEG that reaches its scan and its end. A picture that EXIF turns
 * by a quarter counts as turned: what Figma does is not documented, and this is what every browser does.
 */
export function jpegSize(view: DataView): PixelSize | undefined {
  if (view.byteLength < 4 || view.getUint16(0) !== START) return undefined
  if (!endsProperly(view)) return undefined
  let size: PixelSize | undefined
  let sideways = false
  for (let at = 2; at + 4 <= view.byteLength; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint16(at)
    if (marker === EXIF) sideways = turnsSideways(view, at + 4)
    if (isFrame(marker) && at + 9 <= view.byteLength) {
      size = { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    }
    if (marker === SCAN) break
    if (marker < 0xff01) return undefined
  }
  return size && sideways ? { width: size.height, height: size.width } : size
}

/** Cameras pad after the end marker, so it is looked for from behind. */
function endsProperly(view: DataView): boolean {
  for (let at = view.byteLength - 2; at > 2; at--) {
    if (view.getUint16(at) === END) return true
  }
  return false
}

/** SOF0–SOF15 but for the tables DHT, JPG and DAC that lie between them. */
const isFrame = (marker: number) =>
  marker >= 0xffc0 && marker <= 0xffcf && marker !== 0xffc4 && marker !== 0xffc8 && marker !== 0xffcc

const START = 0xffd8
const END = 0xffd9
const SCAN = 0xffda
const EXIF = 0xffe1
