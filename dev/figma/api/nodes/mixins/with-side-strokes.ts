import type { Stroke } from '../../../document/parts/stroke.ts'
import { strokeWeight } from '../../../values/strokes.ts'
import { validated } from '../../../values/validated.ts'
import type { LayerFace } from '../layer-face.ts'
import { recordOf } from '../node-face.ts'
import type { Class } from './class.ts'
import { keepStroke } from './with-strokes.ts'

/** IndividualStrokesMixin: rectangles and frames. */
export function withSideStrokes<Base extends Class<LayerFace>>(base: Base) {
  abstract class WithSideStrokes extends base {
    get strokeTopWeight(): number {
      return sidesOf(this).top
    }
    set strokeTopWeight(value: unknown) {
      keepSide(this, { top: validated(strokeWeight, value, 'strokeTopWeight') })
    }

    get strokeBottomWeight(): number {
      return sidesOf(this).bottom
    }
    set strokeBottomWeight(value: unknown) {
      keepSide(this, { bottom: validated(strokeWeight, value, 'strokeBottomWeight') })
    }

    get strokeLeftWeight(): number {
      return sidesOf(this).left
    }
    set strokeLeftWeight(value: unknown) {
      keepSide(this, { left: validated(strokeWeight, value, 'strokeLeftWeight') })
    }

    get strokeRightWeight(): number {
      return sidesOf(this).right
    }
    set strokeRightWeight(value: unknown) {
      keepSide(this, { right: validated(strokeWeight, value, 'strokeRightWeight') })
    }
  }
  return WithSideStrokes
}

type Sides = NonNullable<Stroke['sides']>

function sidesOf(face: LayerFace): Sides {
  const { weight, sides } = recordOf(face).stroke
  return sides ?? { top: weight, right: weight, bottom: weight, left: weight }
}

function keepSide(face: LayerFace, side: Partial<Sides>): void {
  keepStroke(face, { sides: { ...sidesOf(face), ...side } })
}
