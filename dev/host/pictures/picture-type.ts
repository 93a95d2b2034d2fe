export type PictureType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/avif'

/** What the first bytes say a file is, whatever its name claims. */
export function pictureTypeOf(bytes: Uint8Array): PictureType | undefined {
  const start = [...bytes.subarray(0, 12)].map((byte) => String.fromCharCode(byte)).join('')
  return SIGNATURES.find(([at, text]) => start.startsWith(text, at))?.[2]
}

export const notAPicture = (name: string) => `“${name}” is not a PNG, JPEG, GIF, WebP or AVIF picture.`

const SIGNATURES: [at: number, text: string, type: PictureType][] = [
  [0, '\x89PNG\r\n\x1a\n', 'image/png'],
  [0, '\xff\xd8\xff', 'image/jpeg'],
  [0, 'GIF8', 'image/gif'],
  [8, 'WEBP', 'image/webp'],
  [4, 'ftypavif', 'image/avif'],
  [4, 'ftypavis', 'image/avif'],
]
