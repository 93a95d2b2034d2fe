import type { Size } from '../../shared/picture.ts'
import { numberText } from './numbers.ts'
import { listed } from './phrases.ts'
import { sizeText } from './sizes.ts'

// What is said of what a model does not take, before anything is sent.

export const NO_PROMPT = 'Write what should change.'
export const NOTHING_TO_EDIT = 'There is no image to edit.'
export const ONLY_LARGER = 'This model only makes images larger: choose another one for edits.'
export const LOCAL_ONLY_LARGER = 'Without a provider, images can only be made larger.'
export const NEVER_LARGER = 'This model does not make images larger.'
export const cannotEnlargeText = (provider: string) => `${provider} cannot make images larger with this model.`
export const NO_MASK = 'This model takes no mask.'
export const MASK_SIZE = 'The mask has not the size of the image.'
export const NO_FACTOR = 'This model takes no factor.'
export const NO_TARGET = 'This model takes no target in MP.'

export const promptLengthText = ({ length, most }: { length: number; most: number }) =>
  `The prompt has ${length} characters; this model takes ${most}.`

export const manyImagesText = ({ count, most }: { count: number; most: number }) =>
  `These are ${count} images; this model takes ${most}.`

export const manyResultsText = ({ count, most }: { count: number; most: number }) =>
  `One request gives ${most} at most; these are ${count}.`

export const badCountText = (most: number) => `The count is a whole number from 1 to ${most}.`

/** `most`: px that Figma takes. */
export const beyondFigmaText = (size: Size, most: number) =>
  `That would be ${sizeText(size)}, and Figma takes ${most} px a side.`

export const factorOnlyText = (steps: Steps) => `The factor is ${stepsText(steps)} with this model.`
export const targetText = (steps: Steps) => `The target in MP is ${stepsText(steps)} with this model.`

type Steps = { only: readonly number[] } | { least: number; most: number }

const stepsText = (steps: Steps) =>
  'only' in steps
    ? listed(
        steps.only.map((step) => numberText(step, 2)),
        'or',
      )
    : `from ${numberText(steps.least, 2)} to ${numberText(steps.most, 2)}`

export const takenNameText = (name: string) => `“${name}” is not free for a field of one’s own: Refill sets it itself.`
export const badFieldText = (line: string) => `“${line}” is not of the form name=value.`

/** `models`: all that Refill knows at this provider. */
export const unknownModelText = (provider: string, models: readonly string[]) =>
  `At ${provider}, Refill knows ${listed(models)} alone.`
