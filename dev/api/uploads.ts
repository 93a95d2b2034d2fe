import sharp from 'sharp'
import { invalid } from './errors.ts'

/** A picture that arrived and can be decoded. */
export interface Upload {
  bytes: Buffer
  /** What the bytes are, whatever was declared. */
  type: string
  /** px */
  width: number
  height: number
}

/**
 * Takes PNG, JPEG, WebP and GIF, going by the bytes. A declared type has to be true; `application/octet-stream`
 * declares nothing, and is what the official SDK sends for a file stream. `headOnly` believes that the file goes on as it
 * begins. Throws INVALID_REQUEST.
 */
export async function readUpload(file: FormDataEntryValue, { headOnly = false } = {}): Promise<Upload> {
  if (typeof file === 'string') throw invalid(INVALID)
  if (file.size > LARGEST) throw invalid(`Image file too large: expected at most ${LARGEST} bytes`)
  const upload = await decode(Buffer.from(await file.arrayBuffer()), { headOnly })
  if (!upload || ![upload.type, 'application/octet-stream', ''].includes(file.type)) throw invalid(INVALID)
  return upload
}

/** `undefined` unless the bytes are a whole PNG, JPEG, WebP or GIF; with `headOnly`, begin as one. */
export async function decode(bytes: Buffer, { headOnly = false } = {}): Promise<Upload | undefined> {
  const type = typeOf(bytes)
  if (!type) return undefined
  try {
    const { width, height } = await sharp(bytes).metadata()
    // Metadata is read from the head of the file alone; shrinking to a dot reads every row.
    if (!headOnly) await sharp(bytes).resize(1, 1).raw().toBuffer()
    return { bytes, type, width, height }
  } catch {
    return undefined
  }
}

function typeOf(bytes: Buffer): string | undefined {
  const head = bytes.toString('latin1', 0, 12)
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (head.startsWith('RIFF') && head.endsWith('WEBP')) return 'image/webp'
  if (/^GIF8[79]a/.test(head)) return 'image/gif'
  return undefined
}

const INVALID = 'Invalid image file provided'
const LARGEST = 50_000_000 // bytes; OpenAI's limit, Lumenfall names none
