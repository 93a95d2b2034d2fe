import { curve } from './curve.ts'
import { createMask, type Mask, type Size } from './film.ts'
import { coverEllipse } from './shapes.ts'

/** Where the figure's drawing begins in the picture, and how many px its size of 1 is. */
export interface Origin {
  x: number
  y: number
  unit: number
}

/** Fills the outline row by row; four sub-rows smooth the edges. */
export function outlineMask(size: Size, { x: left, y: top, unit }: Origin): Mask {
  const mask = createMask(size.width, size.height)
  const outline = curveThrough(PROFILE).map(([x, y]) => [left + x * unit, top + y * unit] as const)
  for (let line = 0; line < size.height * 4; line++) {
    const y = (line + 0.5) / 4
    const crossings: number[] = []
    for (let index = 0; index < outline.length; index++) {
      const [fromX, fromY] = outline[index]!
      const [toX, toY] = outline[(index + 1) % outline.length]!
      if (fromY > y === toY > y) continue
      crossings.push(fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX))
    }
    crossings.sort((one, other) => one - other)
    for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
      const from = Math.max(0, crossings[pair]!)
      const to = Math.min(size.width, crossings[pair + 1]!)
      for (let x = Math.floor(from); x < to; x++) {
        const at = (line >> 2) * size.width + x
        mask.cover[at] = mask.cover[at]! + (Math.min(x + 1, to) - Math.max(x, from)) / 4
      }
    }
  }
  coverEllipse(mask, {
    x: left + BUN.x * unit,
    y: top + BUN.y * unit,
    long: BUN.radius * unit,
    wide: BUN.radius * unit * 0.86,
    turn: 0.7,
  })
  return mask
}

/** A closed curve through all points, six pieces each. */
function curveThrough(points: readonly (readonly [number, number])[]) {
  const at = (index: number) => points[(index + points.length) % points.length]!
  return points.flatMap((point, index) =>
    Array.from({ length: 6 }, (_, step) => {
      const bend = (axis: 0 | 1) =>
        curve([at(index - 1)[axis], point[axis], at(index + 1)[axis], at(index + 2)[axis]], step / 6)
      return [bend(0), bend(1)] as const
    }),
  )
}

export const BUN = { x: 0.262, y: 0.235, radius: 0.088 }

/** From the shoulder behind, over the crown, down the face to the chest; in units of the figure's size. */
const PROFILE = [
  [-0.1, 1.1],
  [0.0, 0.93],
  [0.12, 0.83],
  [0.26, 0.765],
  [0.335, 0.7],
  [0.35, 0.62],
  [0.312, 0.545],
  [0.268, 0.46],
  [0.258, 0.36],
  [0.295, 0.26],
  [0.375, 0.188],
  [0.47, 0.165],
  [0.56, 0.185],
  [0.62, 0.24],
  [0.645, 0.3],
  [0.65, 0.345],
  [0.643, 0.372],
  [0.66, 0.405],
  [0.692, 0.448],
  [0.69, 0.464],
  [0.664, 0.476],
  [0.668, 0.496],
  [0.679, 0.509],
  [0.664, 0.523],
  [0.673, 0.538],
  [0.667, 0.552],
  [0.654, 0.562],
  [0.661, 0.59],
  [0.648, 0.619],
  [0.608, 0.636],
  [0.555, 0.645],
  [0.524, 0.682],
  [0.526, 0.73],
  [0.56, 0.775],
  [0.65, 0.825],
  [0.75, 0.895],
  [0.82, 1.0],
  [0.85, 1.1],
] as const
