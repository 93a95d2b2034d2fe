import type { Plate } from './album.ts'
import { drawBeach } from './pictures/beach.ts'
import { drawCity } from './pictures/city.ts'
import { drawCoffee } from './pictures/coffee.ts'
import { drawDaisies } from './pictures/daisies.ts'
import { drawDunes } from './pictures/dunes.ts'
import { drawForest } from './pictures/forest.ts'
import { drawLake } from './pictures/lake.ts'
import { drawProduct } from './pictures/product.ts'

export const bannerPlates = {
  forest: { draw: drawForest, width: 800, height: 1000, seed: 3, type: 'image/jpeg' },
  product: { draw: drawProduct, width: 720, height: 960, seed: 1, type: 'image/jpeg' },
  daisies: { draw: drawDaisies, width: 900, height: 900, seed: 2, type: 'image/jpeg' },
  city: { draw: drawCity, width: 1080, height: 810, seed: 3, type: 'image/jpeg' },
  coffee: { draw: drawCoffee, width: 960, height: 800, seed: 2, type: 'image/jpeg' },
  lake: { draw: drawLake, width: 1200, height: 800, seed: 4, type: 'image/jpeg' },
  beach: { draw: drawBeach, width: 900, height: 900, seed: 3, type: 'image/jpeg' },
  dunes: { draw: drawDunes, width: 1260, height: 700, seed: 3, type: 'image/jpeg' },
} satisfies Record<string, Plate>
