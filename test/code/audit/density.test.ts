import type { ImagePaint, Transform } from '@figma/plugin-typings/plugin-api-standalone'
import { describe, expect, test } from 'vitest'
import { combined, turned } from '../../../dev/figma/document/geometry.ts'
import { imagePlacement } from '../../../dev/figma/painting/image-placement.ts'
import { type Area, densityOf } from '../../../src/code/audit/density.ts'

const image = { width: 800, height: 600 }

const UPRIGHT: Transform = [
  [1, 0, 0],
  [0, 1, 0],
]
const paint = (scaleMode: ImagePaint['scaleMode'], more: Partial<ImagePaint> = {}): ImagePaint => ({
  ...{ type: 'IMAGE', scaleMode, imageHash: 'hash' },
  ...more,
})
const crop = (imageTransform: Transform) => paint('CROP', { imageTransform })
const area = (width: number, height: number, transform: Transform = UPRIGHT): Area => ({ width, height, transform })
/** Turned counterclockwise, as Figma counts, and moved. */
const rotated = (degrees: number): Transform =>
  turned(
    [
      [1, 0, 37],
      [0, 1, -12],
    ],
    degrees,
  )

describe('how many px of the image there are for one of the layer', () => {
  test('FILL goes by the side that has to be stretched more', () => {
    expect(densityOf(paint('FILL'), image, area(400, 300))).toBe(2)
    expect(densityOf(paint('FILL'), image, area(400, 600))).toBe(1)
    expect(densityOf(paint('FILL'), image, area(1600, 300))).toBe(0.5)
  })

  test('FIT goes by the side that has to be stretched less', () => {
    expect(densityOf(paint('FIT'), image, area(400, 300))).toBe(2)
    expect(densityOf(paint('FIT'), image, area(400, 600))).toBe(2)
    expect(densityOf(paint('FIT'), image, area(1600, 300))).toBe(2)
  })

  test('TILE goes by its factor, whatever the layer', () => {
    expect(densityOf(paint('TILE', { scalingFactor: 0.5 }), image, area(4000, 10))).toBe(2)
    expect(densityOf(paint('TILE', { scalingFactor: 4 }), image, area(10, 10))).toBe(0.25)
    expect(densityOf(paint('TILE'), image, area(10, 10))).toBe(1)
  })

  test.each([90, 270, -90])('an image turned by %i° swaps its sides', (rotation) => {
    expect(densityOf(paint('FILL', { rotation }), image, area(300, 400))).toBe(2)
    expect(densityOf(paint('FILL', { rotation }), image, area(600, 400))).toBe(1)
    expect(densityOf(paint('FIT', { rotation }), image, area(600, 400))).toBe(2)
    expect(densityOf(paint('TILE', { rotation, scalingFactor: 0.25 }), image, area(600, 400))).toBe(4)
  })

  test('an image turned by 180° does not', () => {
    expect(densityOf(paint('FILL', { rotation: 180 }), image, area(400, 600))).toBe(1)
  })
})

describe('CROP', () => {
  test('without a transform the image is stretched over the layer: the side with fewer px counts', () => {
    expect(densityOf(paint('CROP'), image, area(400, 300))).toBe(2)
    expect(densityOf(paint('CROP'), image, area(100, 600))).toBe(1)
  })

  test('goes by the part of the image that is shown', () => {
    const middle: Transform = [
      [0.5, 0, 0.25],
      [0, 0.25, 0.5],
    ]
    expect(densityOf(crop(middle), image, area(100, 150))).toBe(1)
    expect(densityOf(crop(middle), image, area(400, 10))).toBe(1)
    expect(densityOf(crop(middle), image, area(100, 37.5))).toBe(4)
  })

  test('a crop that mirrors counts as one that does not', () => {
    const mirrored: Transform = [
      [-0.5, 0, 0.75],
      [0, -1, 1],
    ]
    expect(densityOf(crop(mirrored), image, area(100, 300))).toBe(2)
  })

  test('a crop turned by a quarter runs along the other side of the image', () => {
    const quarter: Transform = [
      [0, -1, 1],
      [1, 0, 0],
    ]
    // 600 px of the image on 100 px across, 800 on 400 down.
    expect(densityOf(crop(quarter), image, area(100, 400))).toBe(2)
    expect(densityOf(crop(quarter), image, area(600, 400))).toBe(1)
  })

  test.each([30, 45, 77.3, 120, 200])('a square part turned by %f° has as many px as an upright one', (degrees) => {
    // A turn in px of the image, of a part of 300 × 300 px.
    const [[a, c], [b, d]] = turned(UPRIGHT, degrees)
    const part: Transform = [
      [(300 * a) / 800, (300 * c) / 800, 0.5],
      [(300 * b) / 600, (300 * d) / 600, 0.5],
    ]
    expect(densityOf(crop(part), image, area(100, 100))).toBeCloseTo(3, 12)
    expect(densityOf(crop(part), image, area(100, 150))).toBeCloseTo(2, 12)
  })

  test('a crop that skews counts in the direction in which it stretches most', () => {
    // x' = x + y on a square picture: singular values of [[1, 1], [0, 1]] are the golden ratio and its inverse.
    const skewed: Transform = [
      [1, 1, 0],
      [0, 1, 0],
    ]
    const golden = (1 + Math.sqrt(5)) / 2
    expect(densityOf(crop(skewed), { width: 100, height: 100 }, area(100, 100))).toBeCloseTo(1 / golden, 12)
  })
})

describe('the way from the layer to the canvas', () => {
  test.each([90, 180, -90, 30, 137])('turning the layer by %i° changes nothing', (degrees) => {
    expect(densityOf(paint('FILL'), image, area(400, 300, rotated(degrees)))).toBeCloseTo(2, 12)
    expect(densityOf(paint('CROP'), image, area(100, 600, rotated(degrees)))).toBeCloseTo(1, 12)
  })

  test('flipping it changes nothing', () => {
    const flipped: Transform = [
      [-1, 0, 400],
      [0, 1, 0],
    ]
    expect(densityOf(paint('FILL'), image, area(400, 300, flipped))).toBe(2)
  })

  test('nested turns come to nothing, nested scales multiply', () => {
    const nested = combined(combined(rotated(20), rotated(33)), rotated(-53))
    expect(densityOf(paint('FIT'), image, area(400, 300, nested))).toBeCloseTo(2, 12)
    const double: Transform = [
      [2, 0, 0],
      [0, 2, 0],
    ]
    const scaled = combined(combined(double, rotated(30)), double)
    expect(densityOf(paint('FIT'), image, area(400, 300, scaled))).toBeCloseTo(0.5, 12)
    expect(densityOf(paint('TILE', { scalingFactor: 1 }), image, area(10, 10, double))).toBe(0.5)
  })

  test('a layer that is stretched along one side counts along that', () => {
    const wide: Transform = [
      [4, 0, 0],
      [0, 1, 0],
    ]
    expect(densityOf(paint('FILL'), image, area(400, 300, wide))).toBe(0.5)
    // 800 px on 25 × 4, 600 on 150.
    expect(densityOf(paint('CROP'), image, area(25, 150, wide))).toBe(4)
    expect(densityOf(paint('FILL'), image, area(400, 300, combined(rotated(30), wide)))).toBeCloseTo(0.5, 12)
  })

  test('a skewed layer, whose axes Figma keeps at length 1, is longest along its diagonal', () => {
    // Axes 60° apart: singular values are √(1 ± cos 60°).
    const skewed: Transform = [
      [1, 0.5, 0],
      [0, Math.sqrt(3) / 2, 0],
    ]
    expect(densityOf(paint('FILL'), image, area(400, 300, skewed))).toBeCloseTo(2 / Math.sqrt(1.5), 12)
  })
})

describe('what cannot be seen has no density', () => {
  const flat: Transform = [
    [1, 0, 0],
    [0, 0, 0],
  ]
  test.each<[string, ImagePaint, typeof image, Area]>([
    ['a layer without height', paint('FILL'), image, area(400, 0)],
    ['a layer without width', paint('FIT'), image, area(0, 300)],
    ['a tile on no area', paint('TILE', { scalingFactor: 1 }), image, area(0, 0)],
    ['an image without px', paint('FILL'), { width: 0, height: 600 }, area(400, 300)],
    [
      'a crop of a point',
      crop([
        [0, 0, 0.5],
        [0, 0, 0.5],
      ]),
      image,
      area(400, 300),
    ],
    [
      'a crop of a line',
      crop([
        [1, 1, 0],
        [1, 1, 0],
      ]),
      image,
      area(400, 300),
    ],
    ['a flattened layer', paint('FILL'), image, area(400, 300, flat)],
    [
      'a layer that is shrunk to a point',
      paint('CROP'),
      image,
      area(400, 300, [
        [0, 0, 5],
        [0, 0, 5],
      ]),
    ],
    ['a tile of no size', paint('TILE', { scalingFactor: 0 }), image, area(400, 300)],
  ])('%s', (_name, shown, picture, on) => {
    expect(densityOf(shown, picture, on)).toBeUndefined()
  })
})

test('agrees with where the simulated Figma paints the image', () => {
  const paints = [
    ...[0, 90, 180, 270].flatMap((rotation) => [
      paint('FILL', { rotation }),
      paint('FIT', { rotation }),
      paint('TILE', { rotation, scalingFactor: 0.37 }),
    ]),
    ...[0, 30, 90, 211].map((degrees) =>
      crop(
        combined(
          [
            [0.3, 0.1, 0.2],
            [0, 0.7, 0.1],
          ],
          rotated(degrees),
        ),
      ),
    ),
  ]
  const areas = [
    area(313, 97),
    area(40, 900, rotated(30)),
    area(
      313,
      97,
      combined(rotated(12), [
        [2, 1, 0],
        [0, -0.5, 3],
      ]),
    ),
  ]
  for (const shown of paints) {
    for (const on of areas) {
      const placement = imagePlacement(shown, image, on)!
      const perPixel = combined(placement, [
        [1 / image.width, 0, 0],
        [0, 1 / image.height, 0],
      ])
      expect(densityOf(shown, image, on)).toBeCloseTo(1 / longestStep(combined(on.transform, perPixel)), 6)
    }
  }
})

/** The largest eigenvalue of MᵀM is the square of how far M stretches at most. */
function longestStep([[a, c], [b, d]]: Transform): number {
  const [sum, determinant] = [a * a + b * b + c * c + d * d, a * d - b * c]
  return Math.sqrt((sum + Math.sqrt(sum * sum - 4 * determinant * determinant)) / 2)
}
