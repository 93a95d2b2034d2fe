import sharp from 'sharp'
import { drawCity } from '../worlds/pictures/city.ts'
import { drawCoffee } from '../worlds/pictures/coffee.ts'
import { drawDunes } from '../worlds/pictures/dunes.ts'
import type { Size } from '../worlds/pictures/film.ts'
import { drawForest } from '../worlds/pictures/forest.ts'
import { drawLake } from '../worlds/pictures/lake.ts'
import { drawPortrait } from '../worlds/pictures/portrait.ts'
import { drawCutOut } from '../worlds/pictures/product.ts'
import { drawTerrazzo } from '../worlds/pictures/terrazzo.ts'

/** RGBA, not premultiplied. */
export interface Raster extends Size {
  data: Uint8ClampedArray
}

type Draw = (size: Size) => Uint8ClampedArray | Promise<Uint8ClampedArray>

/** One of each kind that an upscaler is sent. */
export const PICTURES: Record<string, Draw> = {
  lake: (size) => drawLake(size, 5),
  forest: (size) => drawForest(size, 2),
  city: (size) => drawCity(size, 3),
  coffee: (size) => drawCoffee(size, 4),
  dunes: (size) => drawDunes(size, 7),
  portrait: (size) => drawPortrait(size, 8),
  terrazzo: (size) => drawTerrazzo(size, 6),
  'cut-out': drawCutOut,
  'grey lake': async (size) => grey(await PICTURES.lake!(size)),
  logo: drawn(
    '<rect width="400" height="300" fill="#fff"/><circle cx="170" cy="150" r="46" fill="#e4572e"/><path d="M190 104h62v92h-62z" fill="#17398a"/>',
  ),
  text: drawn(
    `<rect width="400" height="300" fill="#fff"/><g font-family="DejaVu Sans, sans-serif" font-size="13" fill="#222">${lines()}</g>`,
  ),
  gradient: drawn(
    '<linearGradient id="g" x2="1" y2="1"><stop stop-color="#35c"/><stop offset="1" stop-color="#e83"/></linearGradient><rect width="400" height="300" fill="url(#g)"/>',
  ),
  flat: drawn('<rect width="400" height="300" fill="#7a8894"/>'),
}

/** From what is 400 × 300 units large. */
function drawn(shapes: string): Draw {
  return async ({ width, height }) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 400 300" preserveAspectRatio="none">${shapes}</svg>`
    return rasterOf(await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer())
  }
}

function lines(): string {
  const words = [
    'Invoices',
    'due this week',
    'and the notes',
    'of those',
    'before them,',
    'by name',
    '12,480.50',
    'in all',
  ]
  return Array.from({ length: 14 }, (_, row) => {
    const line = words.map((_, word) => words[(row * 3 + word * 5) % words.length]).slice(0, 3 + (row % 3))
    return `<text x="14" y="${24 + row * 20}">${line.join(' ')}</text>`
  }).join('')
}

function grey(pixels: Uint8ClampedArray): Uint8ClampedArray {
  const result = pixels.slice()
  for (let at = 0; at < result.length; at += 4) {
    result.fill(0.299 * pixels[at]! + 0.587 * pixels[at + 1]! + 0.114 * pixels[at + 2]!, at, at + 3)
  }
  return result
}

const rasterOf = (buffer: Buffer) => new Uint8ClampedArray(buffer)
