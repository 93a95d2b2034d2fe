import { drawBeans } from './coffee-beans.ts'
import { drawCup, drawHandle, drawSaucer, drawShadow } from './cup.ts'
import { develop } from './develop.ts'
import { createFilm, type Size } from './film.ts'
import { drawSpoon } from './spoon.ts'
import { drawTable } from './walnut-table.ts'

/** A latte on a walnut table, seen from above, a window to the upper left. */
export function drawCoffee(size: Size, seed: number): Uint8ClampedArray {
  const film = createFilm(size.width, size.height)
  const unit = Math.min(size.width, size.height)
  const cup = { x: size.width * 0.53, y: size.height * 0.52, unit }
  drawTable(film, seed)
  drawBeans(film, cup, seed)
  drawShadow(film, cup, { radius: 0.395, throwBy: 0.045, soft: 0.05 })
  drawSaucer(film, cup)
  drawSpoon(film, cup)
  drawShadow(film, cup, { radius: 0.25, throwBy: 0.05, soft: 0.045 })
  drawHandle(film, cup)
  drawCup(film, cup)
  return develop(film, {
    exposure: 1.16,
    bloom: 0.1,
    vignette: 0.42,
    grain: 4,
    contrast: 1.14,
    shadows: [0.02, 0.014, 0.012],
  })
}
