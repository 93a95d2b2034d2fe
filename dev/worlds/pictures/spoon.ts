import { colour, scale } from './colour.ts'
import { type Cup, SHADOW } from './cup.ts'
import type { Film } from './film.ts'
import { distance, smooth } from './numbers.ts'
import { drawEllipse, drawLine } from './shapes.ts'

export function drawSpoon(film: Film, { x, y, unit }: Cup) {
  const turn = 2.25
  const at = (share: number, aside: number) =>
    [
      x - unit * 0.3 + Math.cos(turn) * share * unit + Math.sin(turn) * aside * unit,
      y + Math.sin(turn) * share * unit * 0.9 - Math.cos(turn) * aside * unit,
    ] as const
  const steel = (_: number, aside: number) =>
    scale(STEEL, 0.32 + 0.9 * smooth(0.5, 0, Math.abs(aside + 0.25)) + 0.25 * smooth(0.2, 0, Math.abs(aside - 0.7)))
  const [tipX, tipY] = at(0.36, 0)
  const [neckX, neckY] = at(-0.06, 0)
  const [bowlX, bowlY] = at(-0.13, 0)
  const drop = unit * 0.012
  drawEllipse(
    film,
    {
      x: bowlX + drop,
      y: bowlY + drop,
      long: unit * 0.085,
      wide: unit * 0.052,
      turn,
      soft: unit * 0.012,
      strength: 0.5,
    },
    () => SHADOW,
  )
  drawLine(
    film,
    [
      [neckX + drop, neckY + drop, unit * 0.009],
      [tipX + drop * 2, tipY + drop * 2, unit * 0.014],
    ],
    () => scale(SHADOW, 1.3),
  )
  drawLine(
    film,
    [
      [neckX, neckY, unit * 0.007],
      [tipX, tipY, unit * 0.0135],
    ],
    steel,
  )
  drawEllipse(film, { x: bowlX, y: bowlY, long: unit * 0.082, wide: unit * 0.05, turn }, (along, aside) => {
    const out = distance(along, aside)
    const mirror =
      0.3 +
      0.75 * smooth(0.5, -0.6, along * 0.4 - aside) * smooth(1, 0.5, out) +
      0.8 * smooth(0.14, 0, Math.abs(out - 0.93))
    return scale(STEEL, mirror)
  })
}

const STEEL = colour('#d4d2cf')
