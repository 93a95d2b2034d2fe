import { blurMask } from './blur.ts'
import { createMask, type Mask, type Size } from './film.ts'
import { between, createRandom } from './random.ts'
import { coverEllipse } from './shapes.ts'

/** The shadow of a palm frond somewhere outside the picture: 0 in the sun, 1 in the shade. At a quarter of the size. */
export function createFrondShadow({ width, height }: Size, seed: number): Mask {
  const mask = createMask(Math.ceil(width / 4), Math.ceil(height / 4))
  const random = createRandom(seed)
  const unit = Math.min(mask.width, mask.height)
  for (const frond of [
    { x: -0.12, y: -0.05, turn: 0.62, long: 1.0 },
    { x: 0.3, y: -0.22, turn: 1.0, long: 0.85 },
    { x: 1.1, y: -0.1, turn: 2.4, long: 0.7 },
  ]) {
    for (let leaf = 0; leaf < 34; leaf++) {
      const share = Math.floor(leaf / 2) / 17
      const bend = frond.turn + share * 0.42
      const stemX = frond.x * mask.width + Math.cos(bend) * share * frond.long * unit
      const stemY = frond.y * mask.height + Math.sin(bend) * share * frond.long * unit
      const side = leaf % 2 === 0 ? 1 : -1
      const turn = bend + side * between(random, 0.75, 0.95) * (1.1 - share * 0.6)
      const long = unit * 0.17 * (1.15 - share * 0.75) * between(random, 0.85, 1.1)
      coverEllipse(mask, {
        x: stemX + Math.cos(turn) * long,
        y: stemY + Math.sin(turn) * long,
        long,
        wide: unit * 0.0135,
        turn,
        soft: 1,
      })
    }
  }
  return blurMask(mask, unit / 90)
}

/** The mask at a place given as shares of the picture; nearest bilinear. */
export function readMask({ width, height, cover }: Mask, u: number, v: number): number {
  const x = Math.min(width - 1.001, Math.max(0, u * width - 0.5))
  const y = Math.min(height - 1.001, Math.max(0, v * height - 0.5))
  const at = Math.floor(y) * width + Math.floor(x)
  const restX = x - Math.floor(x)
  const upper = cover[at]! + (cover[at + 1]! - cover[at]!) * restX
  const lower = cover[at + width]! + (cover[at + width + 1]! - cover[at + width]!) * restX
  return upper + (lower - upper) * (y - Math.floor(y))
}
