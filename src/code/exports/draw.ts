import { AppError } from '../../shared/errors.ts'
import { type Bytes, pngSizeOf, typeOf } from '../../shared/picture.ts'
import type { ExportAs, ExportedFile } from '../../shared/protocol.ts'
import { emptyText, undrawnText } from '../../shared/texts/images.ts'
import { assertThere } from '../layers.ts'
import { layersShowing } from './layers-showing.ts'

/**
 * One file as Figma draws it. `missed` are the layers in it that show any of the images `owns`. Throws `layer` if it is gone,
 * `image` if there is nothing to draw or more than Figma can.
 */
export async function draw(layer: SceneNode, as: ExportAs, owns: ReadonlySet<string>): Promise<ExportedFile> {
  const missed = layersShowing(layer, owns).length
  // By the time that it fails the layer may be gone, and its name with it.
  const { name } = layer
  const bytes = (await layer.exportAsync(as as ExportSettings).catch((thrown: unknown) => {
    assertThere(layer)
    throw new AppError('image', sentenceFor(name, thrown), thrown)
  })) as Bytes
  if (bytes.length === 0) throw new AppError('image', emptyText(name))
  return { bytes, type: typeOf(bytes) ?? TYPES[as.format], size: pngSizeOf(bytes), ...(missed > 0 && { missed }) }
}

/** Figma rejects with a plain string at times, and says the first of these of layers that show nothing. */
function sentenceFor(name: string, thrown: unknown): string {
  const { message = thrown } = Object(thrown) as { message?: unknown }
  return /visible layers/i.test(String(message)) ? emptyText(name) : undrawnText(name)
}

const TYPES = { PNG: 'image/png', JPG: 'image/jpeg', SVG: 'image/svg+xml', PDF: 'application/pdf' } as const
