import { imageName } from '../jobs/references.ts'
import type { Refused } from '../state/reference-file.ts'
import type { EmptyNamed } from '../state/reference-places.ts'
import { countOf, forCount } from './numbers.ts'
import { listed } from './phrases.ts'
import { SKIPPED } from './selection.ts'

/** What may be added beside the main picture, and what it is called. */
export const referencesHint = (most: number) =>
  most === 1
    ? `One more image, called ${imageName(2)} in the prompt. Choose, drop or paste it.`
    : `Up to ${most} more images, called ${imageName(2)} to ${imageName(most + 1)} in the prompt. Choose, drop or paste them.`

export const referenceName = imageName

export const putIntoPrompt = (number: number) => `${imageName(number)}: put the name into the prompt`

export const readingText = (count: number) => (count > 0 ? `Reading ${countOf(count, 'image')}…` : '')

/** Of those that were chosen for a model that takes more. */
export const notSentText = ({ kept, most }: { kept: number; most: number }) =>
  forCount(
    kept,
    `This model takes ${takenText(most)}: the last one is kept, and not sent.`,
    `This model takes ${takenText(most)}: the last ${kept} are kept, and not sent.`,
  )

/** What a reference may be for; anything else may be written. */
export const ROLES = ['Style', 'Product', 'Person', 'Background', 'Material', 'Colours', 'Light', 'Pose', 'Logo']

export const roleOf = (name: string) => `Role of ${name}`

/** What is done for one place. */
export const forPlace = (number: number) => `for ${imageName(number)}`

/** Of more places than the model takes. */
export const placesLeftText = ({ left, most }: { left: number; most: number }) =>
  forCount(
    left,
    `This model takes ${takenText(most)}: 1 place of the preset is left out. Choose a model that takes more to fill it.`,
    `This model takes ${takenText(most)}: ${left} places of the preset are left out. Choose a model that takes more to fill them.`,
  )

/** Why Run does not start with an empty place. */
export function emptyPlaceText({ empty, role, named }: EmptyNamed): string {
  const what = role.trim() ? `${imageName(empty)} (${role.trim()})` : imageName(empty)
  const mend = 'Add an image there, or remove the empty place.'
  return named === empty
    ? `The prompt speaks of ${what}, and its place is empty. ${mend}`
    : `The prompt speaks of ${imageName(named)}, and the place of ${what} before it is empty. ${mend}`
}

/** Names in the prompt that stand for no picture. The run goes on: they may be meant otherwise. */
export const namesWithoutText = (names: readonly string[]) =>
  `The prompt speaks of ${listed(names)}, and there is no such image.`

/** A sentence for each that was left out, and one for all that are too many; a folder's worth of either stays short. */
export function refusedTexts(refused: readonly Refused[]): string[] {
  const others = refused.flatMap((one) => (one.why === 'many' ? [] : refusedText(one)))
  const more = others.length - MOST_TOLD
  return [
    ...others.slice(0, MOST_TOLD),
    ...(more > 0 ? [forCount(more, '1 more was left out.', `${more} more were left out.`)] : []),
    ...surplusTexts(refused.filter((one) => one.why === 'many')),
  ]
}

function surplusTexts(surplus: readonly { name: string; most: number }[]): string[] {
  if (surplus.length === 0) return []
  const names = surplus.slice(0, MOST_TOLD).map(({ name }) => `“${name}”`)
  const more = surplus.length - names.length
  const left = forCount(surplus.length, 'was left out', 'were left out')
  return [
    `${listed(more > 0 ? [...names, `${more} more`] : names)} ${left}: the model takes ${takenText(surplus[0]!.most)}.`,
  ]
}

function refusedText(refused: Exclude<Refused, { why: 'many' }>): string {
  const left = `“${refused.name}” was left out`
  switch (refused.why) {
    case 'nothing':
      return 'Select the layer in Figma that the prompt is to refer to, press again, and then select what should change.'
    case 'large':
      return `${left}: its file is larger than 64 MB. Save it smaller first.`
    case 'unread':
      return `${left}: it could not be read. A folder cannot be used, only the images in it.`
    case 'animated':
      return `${left}: it moves. Save one moment of it as PNG or JPEG first.`
    case 'kind':
      return `${left}: ${refused.kind ? `${refused.kind} files cannot be used` : 'it is no image that can be used'}. Save it as PNG or JPEG first.`
    case 'skipped':
      return `${left}: ${SKIPPED[refused.skipped].replace('Skipped: ', '')}.`
    case 'fault':
      return `${left}. ${refused.message}`
  }
}

const takenText = (most: number) => (most === 0 ? 'one image alone' : `${most + 1} images in all`)

const MOST_TOLD = 4
