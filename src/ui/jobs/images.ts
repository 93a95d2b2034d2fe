import type { Connection } from '../../shared/channel.ts'
import type { Picture } from '../../shared/picture.ts'
import type { Commands, Events, ImageOn } from '../../shared/protocol.ts'

export type Images = ReturnType<typeof createImages>

/**
 * Images of layers. Those that were read last stay here, some megabytes of them: what was just looked at is what is edited
 * next. The bytes of a hash never change.
 */
export function createImages(code: Pick<Connection<Commands, Events>, 'call'>, limit = LIMIT) {
  const kept = new Map<string, Picture>()
  let size = 0

  function keep(hash: string, picture: Picture) {
    // Two may have asked for it at the same time.
    if (kept.has(hash) || picture.bytes.length > limit / 2) return
    kept.set(hash, picture)
    size += picture.bytes.length
    for (const [oldest, { bytes }] of kept) {
      if (size <= limit) break
      kept.delete(oldest)
      size -= bytes.length
    }
  }

  return {
    /**
     * One that is here still, or else from the layer: throws `layer` where that is gone or shows something else, `image`
     * where Figma has lost the image.
     */
    async read({ id, hash }: ImageOn, signal: AbortSignal): Promise<Picture> {
      const known = kept.get(hash)
      if (known) return known
      const picture = await code.call('readImage', { id, hash }, { signal })
      keep(hash, picture)
      return picture
    },
    /** One that is here still; whether a layer holds it is for the sandbox to say. */
    known: (hash: string) => kept.get(hash),
  }
}

/** bytes */
const LIMIT = 8_000_000
