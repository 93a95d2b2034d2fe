import type { Bytes, Picture, PictureType } from '../../../src/shared/picture.ts'
import type { EditRequest } from '../../../src/ui/providers/provider.ts'
import { TINY_PICTURE } from '../../../src/ui/providers/tiny-picture.ts'

/** A request for one edit of a small picture, but for what is given. */
export const requestFor = (given: Partial<EditRequest> = {}): EditRequest => ({
  model: 'p-image-edit',
  prompt: 'Add a starry night sky',
  pictures: [TINY_PICTURE],
  n: 1,
  options: {},
  ...given,
})

export const pictureOf = (text: string, type: PictureType = 'image/png'): Picture => ({
  bytes: new TextEncoder().encode(text) as Bytes,
  type,
  width: 8,
  height: 8,
})
