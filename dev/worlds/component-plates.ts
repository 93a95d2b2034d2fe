import type { Plate } from './album.ts'
import { drawBeach } from './pictures/beach.ts'
import { drawCity } from './pictures/city.ts'
import { drawCoffee } from './pictures/coffee.ts'
import { drawPortrait } from './pictures/portrait.ts'
import { drawProduct } from './pictures/product.ts'

export const componentPlates = {
  oil: { draw: drawProduct, width: 480, height: 480, seed: 2, type: 'image/jpeg' },
  cup: { draw: drawCoffee, width: 480, height: 400, seed: 4, type: 'image/jpeg' },
  towel: { draw: drawBeach, width: 720, height: 540, seed: 2, type: 'image/jpeg' },
  evening: { draw: drawCity, width: 720, height: 480, seed: 5, type: 'image/jpeg' },
  portrait: { draw: drawPortrait, width: 280, height: 280, seed: 2, type: 'image/jpeg' },
} satisfies Record<string, Plate>
