import type { Connection } from '../../shared/channel.ts'
import type { Picture } from '../../shared/picture.ts'
import type { Commands, Events, Standing } from '../../shared/protocol.ts'
import type { Codec, Returned } from '../image/codec.ts'
import { cutBack, type Part } from '../image/recipe.ts'
import { type Answer, placeResult, type Weighed } from './edit-layer.ts'
import type { Aim, Remembered } from './remembered.ts'
import { exportScale } from './sizing.ts'

// The steps of a job that an earlier panel began, from its answer to the fill on each layer.

type Code = Pick<Connection<Commands, Events>, 'call'>

/** How the layers stand that its picture is for, in their order. */
export const standingsOf = ({ aims, open, file }: Remembered, code: Code): Promise<Standing[]> =>
  Promise.all(aims.map(({ row }) => code.call('checkLayer', { ...row, request: open.id, file })))

/** The answer as Figma takes it. Throws `image` where what was sent is needed once more and cannot be read. */
export async function finished(
  { file }: Answer,
  job: Remembered,
  { code, codec, standings }: { code: Code; codec: Codec; standings: readonly Standing[] },
): Promise<Returned> {
  const { keepsAlpha, shape, part } = job.framed
  const here = job.aims[standings.findIndex((standing) => standing === 'here' || standing === 'copy')]
  // Elsewhere there is nothing to read; an opaque picture is more than none.
  const source = here && (keepsAlpha || !shape || part) ? sourceOf(here, job, code) : undefined
  // To be compared alone, it is worth no fault.
  const picture = await (keepsAlpha || part ? source : source?.catch(() => undefined))
  const framed = here && part?.layer ? { ...job.framed, part: await withMask(part, here, code) } : job.framed
  return cutBack(file, framed, { picture, codec })
}

/** A mask is not kept with a job: it is read again. Rejects with `layer` where the layer that it is of is gone. */
async function withMask(part: Part, { row: { id, source } }: Aim, code: Code): Promise<Part> {
  const hash = source.kind === 'image' ? source.hash : ''
  const { picture, toImage } = await code.call('readRegion', { id, hash, region: part.layer! })
  const file = new Blob([picture.bytes], { type: picture.type })
  return { ...part, region: { ...part.region, mask: { file, toPicture: toImage } } }
}

/** What was sent, read again from a layer that is as it was. */
const sourceOf = ({ row: { id, source, ...size } }: Aim, { framed }: Remembered, code: Code): Promise<Picture> =>
  source.kind === 'image'
    ? code.call('readImage', { id, hash: source.hash, anyLayer: true })
    : code.call('exportLayer', { id, scale: exportScale(size, framed.shape ?? size) })

/** Lays a picture where its layer now is: on it, beside it, or on the page that is open where it is another file's. */
export function placeAt(
  { row, place, hides }: Aim,
  standing: Standing,
  { picture, made, code }: Pick<Answer, 'made'> & { picture: Picture; code: Code },
): Promise<Weighed> {
  // An id, and a page's too, is another layer's in another file.
  const there = standing === 'gone' ? { ...row, id: '', at: { ...row.at, page: '' } } : row
  return placeResult(
    { row: there, hides, place: standing === 'changed' ? 'beside' : place },
    { picture, made },
    { code },
  )
}
