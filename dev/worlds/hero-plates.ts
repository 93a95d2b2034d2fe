import type { Plate } from './album.ts'
import { drawBeach } from './pictures/beach.ts'
import { drawCity } from './pictures/city.ts'
import { drawCoffee } from './pictures/coffee.ts'
import { drawDaisies } from './pictures/daisies.ts'
import { drawForest } from './pictures/forest.ts'
import { drawLake } from './pictures/lake.ts'
import { drawPortrait } from './pictures/portrait.ts'
import { drawCutOut, drawProduct } from './pictures/product.ts'
import { drawTerrazzo } from './pictures/terrazzo.ts'

export const heroPlates = {
  lake: { draw: drawLake, width: 1536, height: 1024, seed: 3, type: 'image/jpeg' },
  coffee: { draw: drawCoffee, width: 768, height: 512, seed: 2, type: 'image/jpeg' },
  beach: { draw: drawBeach, width: 768, height: 512, seed: 1, type: 'image/jpeg' },
  product: { draw: drawProduct, width: 512, height: 640, seed: 3, type: 'image/jpeg' },
  portrait: { draw: drawPortrait, width: 400, height: 400, seed: 5, type: 'image/jpeg' },
  forest: { draw: drawForest, width: 864, height: 576, seed: 3, type: 'image/jpeg' },
  daisies: { draw: drawDaisies, width: 512, height: 512, seed: 2, type: 'image/jpeg' },
  city: { draw: drawCity, width: 640, height: 480, seed: 3, type: 'image/jpeg' },
  bottle: { draw: drawCutOut, width: 420, height: 560, seed: 1, type: 'image/png' },
  terrazzo: { draw: drawTerrazzo, width: 256, height: 256, seed: 1, type: 'image/png' },
} satisfies Record<string, Plate>
