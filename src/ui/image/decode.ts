import { AppError } from '../../shared/errors.ts'
import type { Bytes, Size } from '../../shared/picture.ts'
import { NO_IMAGE, tooLargeText, UNREADABLE } from '../texts/images.ts'
import { hasExif, withoutExif } from './exif.ts'
import { blobOf } from './files.ts'
import { headerSizeOf } from './header.ts'

/** Whose file it is decides whose fault it is when it cannot be read. */
export type FileOwner = 'ours' | 'provider'

interface Expected {
  owner: FileOwner
  /** The size that Figma says the picture has. */
  told?: Size | undefined
}

/**
 * The pixels of a file, in sRGB; the caller closes them. A turn in its EXIF is applied unless that contradicts `told`:
 * Figma's crop and ratio count on the size that Figma says. Throws `image`, or `provider` for a provider's file.
 */
export async function decode(file: Blob | Bytes, { owner, told }: Expected): Promise<ImageBitmap> {
  assertBounded(file instanceof Blob ? await promisedBy(file) : headerSizeOf(file))
  const read = (blob: Blob) =>
    createImageBitmap(blob, { imageOrientation: 'from-image' }).catch((error) => {
      throw owner === 'ours' ? new AppError('image', UNREADABLE, error) : new AppError('provider', NO_IMAGE, error)
    })
  const turned = bounded(await read(blobOf(file)))
  if (!told || (turned.width === told.width && turned.height === told.height)) return turned

  const bytes = file instanceof Blob ? new Uint8Array(await file.arrayBuffer()) : file
  if (!hasExif(bytes)) return turned
  turned.close()
  return bounded(await read(withoutExif(bytes)))
}

/** Read in as few bytes as will do: each byte of a blob comes from another process. */
async function promisedBy(file: Blob): Promise<Size | undefined> {
  for (const length of HEADERS) {
    const size = headerSizeOf(new Uint8Array(await file.slice(0, length).arrayBuffer()))
    if (size ?? file.size <= length) return size
  }
  return undefined
}

/** For a file whose first bytes did not say. */
function bounded(bitmap: ImageBitmap) {
  try {
    assertBounded(bitmap)
    return bitmap
  } catch (error) {
    bitmap.close()
    throw error
  }
}

function assertBounded(size: Size | undefined) {
  if (!size || size.width * size.height <= MAX_PIXELS) return
  throw new AppError('image', tooLargeText(size))
}

/** Decoded, it would take 4 bytes a px. */
const MAX_PIXELS = 200_000_000
/** Bytes: a JPEG may carry a colour profile and a preview before it names its size. */
const HEADERS = [4096, 1_000_000]
