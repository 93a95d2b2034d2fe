import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { afterAll, beforeAll } from 'vitest'
import type { Profiles } from '../../../dev/figma/scene.ts'
import { type BrowserModule, openModule } from '../../harness/browser-module.ts'
import type { Part } from './painter-page.ts'

export type { Part } from './painter-page.ts'
export type Point = readonly [x: number, y: number]

/** A browser for the tests of one file, and what its painter makes of layers: 200 × 120 px, a px of a layer each. */
export function paintInBrowser() {
  let browser: BrowserModule<typeof import('./painter-page.ts')>
  beforeAll(async () => {
    browser = await openModule('test/dev/figma/painter-page.ts')
  })
  afterAll(() => browser?.close())

  return {
    /** Colours, as #rrggbbaa, of the pixels at these points. */
    async colors(layers: Part | Part[], ...points: Point[]) {
      return (await browser.call('colorsAt', [layers].flat(), points)).colors
    },
    /** The first pixel of a file, in its own numbers, and whether the file names its profile. */
    profiled: (layer: Part, profiles: Profiles) => browser.call('profiledPixel', layer, profiles),
    /** The edges of what is painted of a layer, within a box, and where the model says that it draws. */
    inkAndBounds: (layer: Part, box?: F.Rect) => browser.call('inkAndBounds', layer, box),
    /** How many px have which colour, in all or in a box. */
    counts: (layers: Part | Part[], box?: F.Rect) => browser.call('colorCounts', [layers].flat(), box),
  }
}

export const solid = (r: number, g: number, b: number, more: Partial<F.SolidPaint> = {}): F.SolidPaint => ({
  ...{ type: 'SOLID', color: { r, g, b } },
  ...more,
})

/** A paint of an image of 80 × 40 px: red, green above blue, white. */
export const quarters = (more: Partial<F.ImagePaint> = {}): F.ImagePaint => ({
  ...{ type: 'IMAGE', scaleMode: 'FILL', imageHash: 'quarters' },
  ...more,
})

export const gradient = (type: F.GradientPaint['type'], gradientStops: F.ColorStop[]): F.GradientPaint => ({
  type,
  gradientTransform: [
    [1, 0, 0],
    [0, 1, 0],
  ],
  gradientStops,
})

export const red = solid(1, 0, 0)
export const green = solid(0, 1, 0)
export const blue = solid(0, 0, 1)
export const white = solid(1, 1, 1)
export const black = solid(0, 0, 0)

export const RED = '#ff0000ff'
export const GREEN = '#00ff00ff'
export const BLUE = '#0000ffff'
export const WHITE = '#ffffffff'
export const BLACK = '#000000ff'
export const NOTHING = '#00000000'
