import type { Size } from '../../shared/picture.ts'
import { sizeText } from './sizes.ts'

// What is said of files of images: those that are sent, those that come back, and those that are exported. The worker reads
// it too.

export const UNREADABLE = 'This image cannot be read: its file is damaged or of an unknown kind.'
export const NO_IMAGE = 'What the provider answered is not an image.'
export const DAMAGED = 'The result came damaged and cannot be read.'
export const PART_OF_NOTHING = 'The image that this is a part of is gone.'
export const NO_MEMORY = 'There is not enough memory left for an image of this size.'
export const NO_WEBP = 'This browser cannot write WebP. Choose PNG or JPG instead.'
export const NOT_ALIKE = 'What came back does not look like the same image.'

export const tooLargeText = (size: Size) => `An image of ${sizeText(size)} is too large to work on.`

/** `edge`: px that a file of this format may have. */
export const tooLargeForText = (size: Size, { format, edge }: { format: string; edge: number }) =>
  `A ${format} has at most ${edge} px an edge; this one would be ${sizeText(size)}.`

export const notLargerText = ({ came, image }: { came: Size; image: Size }) =>
  `What came has ${sizeText(came)} and is not larger than the image, which has ${sizeText(image)}.`

export const shapeDiffersText = ({ came, image }: { came: Size; image: Size }) =>
  `What came has ${sizeText(came)} and is of another shape than the image, which has ${sizeText(image)}.`
