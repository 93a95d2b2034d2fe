import type { Task } from '../../shared/channel.ts'
import { AppError } from '../../shared/errors.ts'
import { type Bytes, type Picture, pngSizeOf } from '../../shared/picture.ts'
import { emptyText, undrawnText } from '../../shared/texts/images.ts'
import { hiddenText } from '../../shared/texts/layers.ts'
import { exclusively } from '../exclusive.ts'
import { isShown, layerById } from '../layers.ts'
import { altersWhatIsInside, goesInside } from '../looks.ts'
import { isUpright, UPRIGHT } from '../upright.ts'

/**
 * The layer upright, as a PNG in sRGB that covers exactly its box. Throws `layer` if it is gone or hidden, `image`
 * if there is nothing to draw.
 */
export async function exportLayer({ id, scale }: { id: string; scale: number }, task: Task): Promise<Picture> {
  const layer = await layerById(id)
  if (!isShown(layer)) throw new AppError('layer', hiddenText(layer.name))
  task.throwIfCancelled()

  // By the time that it fails the layer may be gone, and its name with it.
  const { name } = layer
  const bytes = await pngOf(layer, scale).catch((thrown) => {
    throw thrown instanceof AppError ? thrown : new AppError('image', emptyText(name), thrown)
  })
  const size = pngSizeOf(bytes)
  if (!size) throw new AppError('image', undrawnText(name))
  return { bytes: bytes as Bytes, type: 'image/png', ...size }
}

/**
 * Figma turns the export of a turned layer, but its fill lies in the layer's own space; and it fades or blurs that of a
 * frame which fades or blurs what lies inside once more. Both are drawn from a copy that exists only while it is drawn.
 */
async function pngOf(layer: SceneNode, scale: number): Promise<Uint8Array> {
  if (isUpright(layer) && !altersWhatIsInside(layer)) return layer.exportAsync(settingsFor(scale))
  return exclusively(async () => {
    const copy = (await layerById(layer.id)).clone()
    try {
      if ('relativeTransform' in copy && 'resize' in copy) copy.relativeTransform = UPRIGHT
      if (goesInside(copy)) {
        copy.opacity = 1
        copy.blendMode = 'PASS_THROUGH'
        copy.effects = []
      }
      return await copy.exportAsync(settingsFor(scale))
    } finally {
      copy.remove()
    }
  })
}

const settingsFor = (scale: number): ExportSettingsImage => ({
  format: 'PNG',
  constraint: { type: 'SCALE', value: scale },
  // The model is taught on sRGB; a P3 document would be exported in P3.
  colorProfile: 'SRGB',
  // Without it the picture follows shadows and overhanging children and no longer fits the box.
  useAbsoluteBounds: true,
})
