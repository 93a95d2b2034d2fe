import type { Connection } from '../../shared/channel.ts'
import type { Size } from '../../shared/picture.ts'
import type { Commands, Events, LayerRow, Skipped } from '../../shared/protocol.ts'
import { FIGMA_LIMIT, REFERENCE_PIXELS } from '../image/fit.ts'
import type { Images } from '../jobs/images.ts'
import type { Found, Refusal } from './reference-file.ts'

interface Services {
  code: Pick<Connection<Commands, Events>, 'call'>
  images: Images
}

/** The picture that a layer gives as a reference. Throws what the sandbox throws. */
export function createReferenceLayer({ code, images }: Services) {
  const { signal: never } = new AbortController()

  async function imageOn(layer: { id: string; hash: string }): Promise<Found> {
    const { bytes, width, height } = await images.read(layer, never)
    return { bytes, told: { width, height } }
  }

  return {
    imageOn,
    /** Also of a layer that no result could be laid over: it need only be seen. */
    async pictureOn({ id, source, width, height }: LayerRow): Promise<Found | Refusal> {
      if (source.kind === 'image') return imageOn({ id, hash: source.hash })
      if (source.kind === 'skipped' && UNSEEN.includes(source.why)) return { why: 'skipped', skipped: source.why }
      return code.call('exportLayer', { id, scale: lookScale({ width, height }) })
    },
  }
}

/** At which a look has as many pixels as are sent of it. */
const lookScale = ({ width, height }: Size) =>
  Math.min(Math.sqrt(REFERENCE_PIXELS / (width * height)), FIGMA_LIMIT / Math.max(width, height))

/** Of these there is nothing to draw. */
const UNSEEN: readonly Skipped[] = ['hidden', 'empty', 'line', 'lost']
