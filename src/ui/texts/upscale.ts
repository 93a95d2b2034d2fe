import type { AppError } from '../../shared/errors.ts'
import type { Size } from '../../shared/picture.ts'
import type { ExportChoice } from '../exports/choice.ts'
import type { Larger, NotLarger } from '../jobs/enlargings.ts'
import type { Sharpening } from '../jobs/sharpening.ts'
import { isLocal } from '../providers/local-model.ts'
import type { Price } from '../state/price.ts'
import { T } from '../texts.ts'
import { costText, isPaid, sumsText } from './money.ts'
import { countOf, scaleText } from './numbers.ts'
import { inOneLine } from './phrases.ts'
import { sizeChange, sizeText } from './sizes.ts'

/** Why an image is not offered to be made larger. */
export const NOT_LARGER: Record<NotLarger, string> = {
  limit: 'As large as Figma takes, 4096 px',
  gain: 'Nearly as large as Figma takes, 4096 px',
  steps: 'This model cannot make it larger',
  done: 'Resampled already: only a model adds detail',
  original: 'Only resampled before: show its original, and audit again',
}

/** What becomes of images that are made larger before an export. */
export const UPSCALE_FIRST: Record<Exclude<ExportChoice['upscale'], 'no'>, { label: string; note: string }> = {
  file: { label: 'In the file', note: 'The larger images stay on their layers, above what is there now.' },
  export: {
    label: 'For this export only',
    note: 'Only the exported files show them, and your document stays as it is. They are kept until Refill is closed.',
  },
}

/** Why a result was placed with fewer pixels than its source has. */
export const smallerText = ({ message }: AppError) => `It was not made as large as its source. ${message}`

export const factorText = ({ enlarging: { target }, factor }: Larger) =>
  target === undefined ? scaleText(factor) : `${target} MP`

/** What makes pictures larger, as a choice. The panel itself adds no detail, and says so. */
export const upscalerText = (model: string) => (isLocal({ model }) ? 'Local (resampling, free)' : model)

export const upscalerChoices = (models: readonly string[]) =>
  models.map((model) => ({ value: model, label: upscalerText(model) }))

/** What the ticked images of an audit come to, before anything is paid. */
export const sharpenText = (
  { pictures, capped, refused }: { pictures: number; capped: number; refused: number },
  { layers, price }: { layers: number; price: Price },
) =>
  inOneLine([
    pictures > 0 && `${countOf(pictures, 'image')} in ${countOf(layers, 'layer')}`,
    capped > 0 && `${capped} as far as it goes`,
    refused > 0 && `${refused} not possible`,
    pictures > 0 && priceOf(price),
  ])

export const upscaleAllText = (label: string, { pictures, price }: { pictures: number; price: Price }) =>
  [
    pictures > 0 ? `${label} ${countOf(pictures, 'image')}` : label,
    price.at === 'known' && isPaid(price.sums) && `for ${sumsText(price.sums)}`,
  ]
    .filter(Boolean)
    .join(' ')

/** What becomes of an image that is ticked. */
export const sharpeningTexts = (sharpening: Sharpening) =>
  'why' in sharpening
    ? [NOT_LARGER[sharpening.why]]
    : [`becomes ${sizeText(sharpening.size)}`, ...(sharpening.isEnough ? [] : ['as far as it goes'])]

/** What an upscale comes to, before it is paid. */
export const upscaleText = (from: Size, { size, price }: { size: Size; price: Price }) =>
  inOneLine([sizeChange(from, size), priceOf(price)])

const priceOf = (price: Price) =>
  price.at === 'known' ? costText(price.sums) : price.at === 'asking' ? T.priceAsked : T.priceUnknown

export const upscaleFor = (price: Price) =>
  price.at === 'known' && isPaid(price.sums) ? `${T.upscale} for ${sumsText(price.sums)}` : T.upscale
