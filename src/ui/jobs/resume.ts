import type { Connection } from '../../shared/channel.ts'
import type { Picture } from '../../shared/picture.ts'
import type { Commands, Events, Standing } from '../../shared/protocol.ts'
import type { Codec } from '../image/codec.ts'
import { cutBack } from '../image/recipe.ts'
import { type Answer, placeResult, type Weighed } from './edit-layer.ts'
import { exportScale } from './plan.ts'
import type { Aim, Remembered } from './remembered.ts'

// The steps of a job that an earlier panel began, from its answer to the fill on each layer.

type Code = Pick<Connection<Commands, Events>, 'call'>

/** How the layer stands that a picture is for. A request for one picture has left none twice on a layer. */
export const standingOf = ({ row, place }: Aim, { n, open }: Remembered, code: Code): Promise<Standing> =>
  code.call('checkLayer', { ...row, request: n === 1 && place === 'layer' ? open.id : undefined })

/** The finished picture, and whether it has the alpha of what was sent, where that had some. */
export async function finished(
  { file }: Answer,
  job: Remembered,
  { code, codec, standings }: { code: Code; codec: Codec; standings: readonly Standing[] },
): Promise<{ picture: Picture; isWhole: boolean }> {
  const { keepsAlpha } = job.framed
  const source = keepsAlpha ? await sourceOf(job, { code, standings }).catch(() => undefined) : undefined
  const picture = await cutBack(file, job.framed, { picture: source, codec })
  return { picture, isWhole: !keepsAlpha || source !== undefined }
}

/** What was sent, read again: an image by its hash, a look from a layer that is as it was. */
async function sourceOf(
  { aims, framed }: Remembered,
  { code, standings }: { code: Code; standings: readonly Standing[] },
): Promise<Picture | undefined> {
  const { id, source, ...size } = (aims[standings.indexOf('here')] ?? aims[0]!).row
  if (source.kind === 'image') return code.call('readImage', { id, hash: source.hash, anyLayer: true })
  if (!standings.includes('here')) return undefined
  return code.call('exportLayer', { id, scale: exportScale(size, framed.shape) })
}

/** Lays a picture where its layer now is: on it, beside it, or on the page that is open where it is another file's. */
export function placeAt(
  { row, place }: Aim,
  standing: Standing,
  { picture, made, code }: Pick<Answer, 'made'> & { picture: Picture; code: Code },
): Promise<Weighed> {
  // An id, and a page's too, is another layer's in another file.
  const isLoose = standing === 'gone'
  const there = isLoose ? { ...row, id: '', at: { ...row.at, page: '' } } : row
  return placeResult({ row: there, place: standing === 'changed' ? 'beside' : place }, { picture, made }, { code })
}
