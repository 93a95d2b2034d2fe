import type { Size } from '../../shared/picture.ts'
import type { LayerResult, Made, Shown, ShownOriginals } from '../../shared/protocol.ts'
import { shortened } from '../presets/shortened.ts'
import type { Money } from '../providers/provider.ts'
import { T } from '../texts.ts'
import { isPaid, sumsText } from './money.ts'
import { countOf, forCount, numberText, percentText, weightText } from './numbers.ts'
import { inOneLine } from './phrases.ts'
import { sizeText } from './sizes.ts'
import { upscalerText } from './upscale.ts'

/** What a screen reader says of a thumbnail. */
export const resultName = (
  { made: { prompt, model }, shown, favourite }: LayerResult,
  { place, of }: { place: number; of: number },
) =>
  [
    placeText({ place, of }),
    prompt ? `“${prompt}”` : model && T.upscaled.toLowerCase(),
    favourite && T.favourite.toLowerCase(),
    shown && 'showing',
  ]
    .filter(Boolean)
    .join(', ')

const placeText = ({ place, of }: { place: number; of: number }) => `Result ${place} of ${of}`

/** What is looked at in the gallery, and its px where they are known. */
export const lookedText = ({ shown }: LayerResult, where: { place: number; of: number }, size: Size | undefined) =>
  inOneLine([placeText(where), shown && 'shows on the layer', size && sizeText(size)])

/** While the original is held. */
export const heldText = (size: Size | undefined) => inOneLine([T.original, size && sizeText(size)])

export const zoomedText = (zoom: number) => `Image at ${percentText(zoom)}: drag, scroll or use the arrow keys`

/** `most`: so many, if not fewer. */
export const keepFavouritesAsks = (others: number, most: boolean) =>
  forCount(
    others,
    most ? 'Up to 1 result that is no favourite will be removed.' : '1 result that is no favourite will be removed.',
    most
      ? `Up to ${numberText(others)} results that are no favourites will be removed.`
      : `${numberText(others)} results that are no favourites will be removed.`,
  )

/** What the next edit of a layer is made from. */
export const editFromOf = (name: string) => `${T.editFrom} of ${name}`

export const fromResultText = ({ prompt }: Made) => (prompt ? `Result “${shortened(prompt, 24)}”` : 'A result')

/** The button says how many it asks for, and what they cost where that is known. */
export const moreLikeText = (count: number, sums: readonly Money[] | undefined) =>
  [`${T.moreLike} (${count})`, sums && isPaid(sums) && `for ${sumsText(sums)}`].filter(Boolean).join(' ')

export const moreAskedText = (count: number) =>
  forCount(
    count,
    'One more result was asked for: the run tells how it stands.',
    `${numberText(count)} more results were asked for: the run tells how they stand.`,
  )

export const originalText = ({ override }: Shown) =>
  override ? `${T.originalShown}; in this instance it stays an override.` : T.originalShown

export const resultsOf = (name: string) => `Results on ${name}`

export const madeText = ({ prompt, model, executedModel, seed }: Made) =>
  inOneLine([
    prompt ? `“${prompt}”` : model && T.upscaled,
    executedModel ?? (model && upscalerText(model)),
    seed !== undefined && seedText(seed),
  ])

export const keepOnlyAsks = (others: number) => `${countOf(others, 'other result')} will be removed.`

export const backToStyleText = (name: string) => `Back to style “${name}”`

export const backToStyleAsks = (drops: number) => `${countOf(drops, 'result')} will be removed.`

export const tidiedText = (removed: number) =>
  removed === 0 ? 'There was nothing to remove.' : `${countOf(removed, 'result')} removed.`

export const addedText = (bytes: number) => `added ${weightText(bytes)}`

export const resultCount = (count: number) => countOf(count, 'result')

export const originalsAsk = (layers: number) =>
  `${countOf(layers, 'layer')} will show the original again. The results stay on them.`

export const originalsText = ({ shown, already, missed, override }: ShownOriginals) =>
  [
    `The original is showing on ${countOf(shown + already, 'layer')}.`,
    missed > 0 && `On ${countOf(missed, 'layer')} it could not be brought back.`,
    override && 'In instances it stays an override.',
  ]
    .filter(Boolean)
    .join(' ')

export const seedText = (seed: number) => `seed ${seed}`

export const beforeAfter = (name: string) => `Before and after of ${name}`

/** Where the edge between the two is, in % of the width. */
export const edgeText = (edge: number) => `${percentText(edge / 100)} before, ${percentText(1 - edge / 100)} after`
