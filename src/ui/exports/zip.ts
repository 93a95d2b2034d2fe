import { makeZip } from 'client-zip'
import { stopped } from '../../shared/errors.ts'

export interface ZipFile {
  /** Safe and distinct. */
  path: string
  blob: Blob
}

/**
 * One ZIP of all files, none of them packed: pictures are so already. Each file is read when its turn comes, for its sum; what
 * is in the ZIP is the file's own blob, which a browser keeps outside of the page, and once. Where `files` ends early, the ZIP
 * holds those that came and is whole. `at`: the date of every file. Throws what `files` throws, and `cancelled` between two pieces.
 */
export async function zip(
  files: AsyncIterable<ZipFile>,
  { at, signal }: { at: Date; signal?: AbortSignal | undefined },
): Promise<Blob> {
  const sources = new WeakMap<Uint8Array, Blob>()
  const reader = makeZip(entriesOf(files, { at, sources })).getReader()
  const parts: BlobPart[] = []
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      if (signal?.aborted) throw stopped()
      const part = sources.get(read.value) ?? (read.value as Uint8Array<ArrayBuffer>)
      if (part !== parts.at(-1)) parts.push(part)
    }
  } catch (error) {
    // Lets `files` end as well. The stream gives the same error back.
    reader.cancel(error).catch(() => {})
    throw error
  }
  return new Blob(parts, { type: 'application/zip' })
}

async function* entriesOf(
  files: AsyncIterable<ZipFile>,
  { at, sources }: { at: Date; sources: WeakMap<Uint8Array, Blob> },
) {
  for await (const { path, blob } of files) yield { name: path, input: piecesOf(blob, sources), lastModified: at }
}

/** They come out of the ZIP as they are, and each is known then for a piece of this blob. */
async function* piecesOf(blob: Blob, sources: WeakMap<Uint8Array, Blob>) {
  const reader = blob.stream().getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    sources.set(read.value, blob)
    yield read.value
  }
}
