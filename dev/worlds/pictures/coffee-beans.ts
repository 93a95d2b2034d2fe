import { colour, scale } from './colour.ts'
import { type Cup, SHADOW } from './cup.ts'
import type { Film } from './film.ts'
import { distance, smooth } from './numbers.ts'
import { between, createRandom } from './random.ts'
import { drawEllipse } from './shapes.ts'

export function drawBeans(film: Film, { x, y, unit }: Cup, seed: number) {
  const random = createRandom(seed + 4)
  for (let bean = 0; bean < 26; bean++) {
    const turn = random() * Math.PI
    const heap = bean < 19 ? { x: 0.08, y: 0.13, spread: 0.16 } : { x: 0.5, y: 0.5, spread: 0.7 }
    const beanX = film.width * heap.x + (random() + random() - 1) * unit * heap.spread
    const beanY = film.height * heap.y + (random() + random() - 1) * unit * heap.spread
    if (distance(beanX - x, beanY - y) < unit * 0.46) continue
    const long = unit * between(random, 0.026, 0.031)
    const wide = long * between(random, 0.66, 0.76)
    const tone = between(random, 0.75, 1.2)
    drawEllipse(
      film,
      { x: beanX + long * 0.3, y: beanY + long * 0.36, long, wide, turn, soft: long * 0.3, strength: 0.75 },
      () => SHADOW,
    )
    drawEllipse(film, { x: beanX, y: beanY, long, wide, turn }, (along, aside) => {
      const sunward =
        -(along * Math.cos(turn) - aside * Math.sin(turn)) * 0.6 -
        (along * Math.sin(turn) + aside * Math.cos(turn)) * 0.7
      const crease = smooth(0.16, 0.03, Math.abs(aside - Math.sin(along * 2.4) * 0.14)) * 0.85
      const shine = smooth(0.25, 0, distance(along * 0.7 + 0.25 * Math.cos(turn), aside + 0.42)) * 0.35
      return scale(BEAN, tone * (0.75 + sunward * 0.6) * (1 - crease) + shine)
    })
  }
}

const BEAN = colour('#55301c')
