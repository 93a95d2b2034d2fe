/** Whether the orientation in an APP1 segment (EXIF 2.3, 4.6.4, tag 274) swaps width and height. */
export function turnsSideways(view: DataView, at: number): boolean {
  if (at + 14 > view.byteLength || view.getUint32(at) !== 0x45786966) return false
  const tiff = at + 6
  const little = view.getUint16(tiff) === 0x4949
  const directory = tiff + view.getUint32(tiff + 4, little)
  if (directory + 2 > view.byteLength) return false
  const count = view.getUint16(directory, little)
  for (let index = 0; index < count; index++) {
    const entry = directory + 2 + index * 12
    if (entry + 12 > view.byteLength) return false
    if (view.getUint16(entry, little) === ORIENTATION) return view.getUint16(entry + 8, little) >= FIRST_SIDEWAYS
  }
  return false
}

const ORIENTATION = 274
/** 5 to 8 turn by a quarter. */
const FIRST_SIDEWAYS = 5
