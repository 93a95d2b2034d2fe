import type { Transform } from '@figma/plugin-typings/plugin-api-standalone'
import { AppError } from '../../shared/errors.ts'
import { type Bytes, type Picture, pngSizeOf } from '../../shared/picture.ts'
import { emptyText, undrawnText } from '../../shared/texts/images.ts'
import { exclusively } from '../exclusive.ts'
import { layerById } from '../layers.ts'
import { UPRIGHT } from '../upright.ts'
import { after, inverse, scaled } from './transform.ts'

/** A layer as a picture, and where it lies. */
export interface DrawnAlone {
  picture: Picture
  /** px of the picture → px of the page. */
  toPage: Transform
}

/**
 * A layer with all that its effects add, as a PNG of at most `edge` px. It is drawn upright, from a copy that exists only
 * for that: whether Figma turns the export of a turned layer is not documented. Throws `layer`, `image`.
 */
export async function drawnAlone(id: string, { scale, edge }: { scale: number; edge: number }): Promise<DrawnAlone> {
  return exclusively(async () => {
    const layer = await layerById(id)
    const { name } = layer
    const copy = layer.clone()
    try {
      const toPage = layer.absoluteTransform
      copy.visible = true
      // A mask alone draws nothing.
      if ('isMask' in copy) copy.isMask = false
      if ('relativeTransform' in copy) copy.relativeTransform = UPRIGHT
      const own = copy.absoluteTransform
      const box = 'absoluteRenderBounds' in copy ? copy.absoluteRenderBounds : copy.absoluteBoundingBox
      const toOwn = inverse(own)
      if (!box || !toOwn) throw new AppError('image', emptyText(name))
      const value = Math.min(scale, edge / Math.max(box.width, box.height))
      const bytes = await copy.exportAsync({ format: 'PNG', constraint: { type: 'SCALE', value } }).catch((thrown) => {
        throw new AppError('image', emptyText(name), thrown)
      })
      const size = pngSizeOf(bytes)
      if (!size) throw new AppError('image', undrawnText(name))
      // By its real size: Figma makes whole px of a box.
      const toBox = scaled(box.width / size.width, box.height / size.height, box.x, box.y)
      const picture: Picture = { bytes: bytes as Bytes, type: 'image/png', ...size }
      return { picture, toPage: after(toPage, after(toOwn, toBox)) }
    } finally {
      if (!copy.removed) copy.remove()
    }
  })
}
