import type { Plate } from './album.ts'
import { drawCity } from './pictures/city.ts'
import { drawCoffee } from './pictures/coffee.ts'
import { drawDaisies } from './pictures/daisies.ts'
import { drawDunes } from './pictures/dunes.ts'
import { drawForest } from './pictures/forest.ts'
import { drawLake } from './pictures/lake.ts'
import { drawPortrait } from './pictures/portrait.ts'
import { drawCutOut } from './pictures/product.ts'
import { drawTerrazzo } from './pictures/terrazzo.ts'

export const feedPlates = {
  lake: { draw: drawLake, width: 720, height: 480, seed: 7, type: 'image/jpeg' },
  forest: { draw: drawForest, width: 640, height: 480, seed: 5, type: 'image/jpeg' },
  city: { draw: drawCity, width: 960, height: 640, seed: 6, type: 'image/jpeg' },
  coffee: { draw: drawCoffee, width: 480, height: 400, seed: 6, type: 'image/jpeg' },
  daisies: { draw: drawDaisies, width: 480, height: 480, seed: 4, type: 'image/jpeg' },
  portrait: { draw: drawPortrait, width: 200, height: 200, seed: 4, type: 'image/jpeg' },
  /** Far too small for where it is shown. */
  thumbnail: { draw: drawDunes, width: 240, height: 135, seed: 2, type: 'image/jpeg' },
  bottle: { draw: drawCutOut, width: 240, height: 320, seed: 2, type: 'image/png' },
  terrazzo: { draw: drawTerrazzo, width: 128, height: 128, seed: 2, type: 'image/png' },
} satisfies Record<string, Plate>
