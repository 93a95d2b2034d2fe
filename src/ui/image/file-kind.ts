import { type Bytes, textAt } from '../../shared/picture.ts'

/** What a file is that no browser or no model takes as a picture: by how it begins, else by how its name ends. */
export function kindOf(bytes: Bytes, name: string): string | undefined {
  const head = textAt(bytes, 0, HEAD)
  const [, known] = BEGINNINGS.find(([begins]) => begins.test(head)) ?? []
  const named = /\.([a-z\d]{2,5})$/i.exec(name)?.[1]?.toUpperCase()
  return known ?? (READ.test(named ?? '') ? undefined : named)
}

const BEGINNINGS: readonly [begins: RegExp, kind: string][] = [
  [/^%PDF/, 'PDF'],
  [/^8BPS/, 'Photoshop'],
  [/^(II\*\0|MM\0\*)/, 'TIFF'],
  [/^BM/, 'BMP'],
  [/^.{4}ftyp(hei|hev)/s, 'HEIC'],
  [/<svg[\s>]/i, 'SVG'],
]
/** What a name may say that is taken: such a file is broken, or something else. */
const READ = /^(PNG|JPE?G|GIF|WEBP|AVIF)$/
/** Bytes: an SVG may begin with a comment. */
const HEAD = 1024
