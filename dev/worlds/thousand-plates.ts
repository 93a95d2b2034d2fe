import type { Plate } from './album.ts'
import { drawCity } from './pictures/city.ts'
import { drawDaisies } from './pictures/daisies.ts'
import { drawLake } from './pictures/lake.ts'
import { drawPortrait } from './pictures/portrait.ts'

export const thousandPlates = {
  lake: { draw: drawLake, width: 360, height: 240, seed: 5, type: 'image/jpeg' },
  city: { draw: drawCity, width: 360, height: 240, seed: 4, type: 'image/jpeg' },
  daisies: { draw: drawDaisies, width: 360, height: 240, seed: 6, type: 'image/jpeg' },
  portrait: { draw: drawPortrait, width: 120, height: 120, seed: 3, type: 'image/jpeg' },
} satisfies Record<string, Plate>
