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

export const softPlates = {
  lake: { draw: drawLake, width: 1440, height: 960, seed: 9, type: 'image/jpeg' },
  coffee: { draw: drawCoffee, width: 480, height: 320, seed: 8, type: 'image/jpeg' },
  /** A third of what its layer is exported at. */
  dunes: { draw: drawDunes, width: 216, height: 144, seed: 3, type: 'image/jpeg' },
  /** Twelve times what its layer shows. */
  portrait: { draw: drawPortrait, width: 768, height: 768, seed: 6, type: 'image/jpeg' },
  city: { draw: drawCity, width: 960, height: 640, seed: 8, type: 'image/jpeg' },
  forest: { draw: drawForest, width: 640, height: 480, seed: 6, type: 'image/jpeg' },
  daisies: { draw: drawDaisies, width: 400, height: 300, seed: 7, type: 'image/jpeg' },
  bottle: { draw: drawCutOut, width: 240, height: 320, seed: 3, type: 'image/png' },
  terrazzo: { draw: drawTerrazzo, width: 128, height: 128, seed: 3, type: 'image/png' },
} satisfies Record<string, Plate>
