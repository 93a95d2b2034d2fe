import { readablePaints } from '../layers.ts'
import { hashOf } from '../paint-key.ts'

/** Image paints of a layer, hidden ones too. */
export interface HeldImages {
  /** Lowest first. */
  fills: ImagePaint[]
  strokes: ImagePaint[]
  /** Of stretches of its text that do not look alike. */
  texts: ImagePaint[]
}

/** Each member of the layer is read once: Figma makes a copy for every reading. */
export function heldImagesOf(layer: SceneNode): HeldImages {
  const paints = readablePaints(layer)
  const stretches = paints || layer.type !== 'TEXT' ? [] : layer.getStyledTextSegments(['fills'])
  return {
    // A line has fills and no area to show them on.
    fills: layer.type === 'LINE' ? [] : imagesAmong(paints),
    strokes: imagesAmong('strokes' in layer ? layer.strokes : []),
    texts: stretches.flatMap(({ fills }) => imagesAmong(fills)),
  }
}

const imagesAmong = (paints: readonly Paint[] = []) =>
  paints.filter((paint): paint is ImagePaint => hashOf(paint) !== undefined)
