import type { Corners } from '../../../document/layer-record.ts'
import { MIXED } from '../../../sandbox/remote.ts'
import { unit } from '../../../values/basics.ts'
import { cornerRadius } from '../../../values/strokes.ts'
import { validated } from '../../../values/validated.ts'
import type { LayerFace } from '../layer-face.ts'
import { change, recordOf } from '../node-face.ts'
import type { Class } from './class.ts'

/** CornerMixin. `never` stands where a value may also be `figma.mixed`. */
export function withCorners<Base extends Class<LayerFace>>(base: Base) {
  abstract class WithCorners extends base {
    get cornerRadius(): never {
      const { topLeft, topRight, bottomLeft, bottomRight } = cornersOf(this)
      const isOne = topRight === topLeft && bottomLeft === topLeft && bottomRight === topLeft
      return (isOne ? topLeft : MIXED) as never
    }
    set cornerRadius(value: unknown) {
      change(this, { cornerRadius: validated(cornerRadius, value, 'cornerRadius'), corners: undefined })
    }

    get cornerSmoothing(): number {
      return recordOf(this).cornerSmoothing
    }
    set cornerSmoothing(value: unknown) {
      change(this, { cornerSmoothing: validated(unit, value, 'cornerSmoothing') })
    }
  }
  return WithCorners
}

/** CornerMixin and RectangleCornerMixin: rectangles, frames and sections. */
export function withFourCorners<Base extends Class<LayerFace>>(base: Base) {
  abstract class WithFourCorners extends withCorners(base) {
    get topLeftRadius(): number {
      return cornersOf(this).topLeft
    }
    set topLeftRadius(value: unknown) {
      keepCorner(this, { topLeft: validated(cornerRadius, value, 'topLeftRadius') })
    }

    get topRightRadius(): number {
      return cornersOf(this).topRight
    }
    set topRightRadius(value: unknown) {
      keepCorner(this, { topRight: validated(cornerRadius, value, 'topRightRadius') })
    }

    get bottomLeftRadius(): number {
      return cornersOf(this).bottomLeft
    }
    set bottomLeftRadius(value: unknown) {
      keepCorner(this, { bottomLeft: validated(cornerRadius, value, 'bottomLeftRadius') })
    }

    get bottomRightRadius(): number {
      return cornersOf(this).bottomRight
    }
    set bottomRightRadius(value: unknown) {
      keepCorner(this, { bottomRight: validated(cornerRadius, value, 'bottomRightRadius') })
    }
  }
  return WithFourCorners
}

function cornersOf(face: LayerFace): Corners {
  const { corners, cornerRadius: radius } = recordOf(face)
  return corners ?? { topLeft: radius, topRight: radius, bottomLeft: radius, bottomRight: radius }
}

/** Four that are the same are one. */
function keepCorner(face: LayerFace, corner: Partial<Corners>): void {
  const corners = { ...cornersOf(face), ...corner }
  const isOne = new Set(Object.values(corners)).size === 1
  change(face, isOne ? { cornerRadius: corners.topLeft, corners: undefined } : { corners })
}
