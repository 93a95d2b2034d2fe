// It is long because each way of painting has its test, and they share one browser.

import type { ImagePaint, SolidPaint } from '@figma/plugin-typings/plugin-api-standalone'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BrowserModule, openModule } from '../../harness/browser-module.ts'
import type { Part } from './painter-page.ts'

let browser: BrowserModule<typeof import('./painter-page.ts')>
beforeAll(async () => {
  browser = await openModule('test/dev/figma/painter-page.ts')
})
afterAll(() => browser?.close())

type Point = readonly [x: number, y: number]

async function colors(layers: Part | Part[], ...points: Point[]) {
  return (await browser.call('colorsAt', [layers].flat(), points)).colors
}

const image = (more: Partial<ImagePaint> = {}): ImagePaint => ({
  ...{ type: 'IMAGE', scaleMode: 'FILL', imageHash: 'quarters' },
  ...more,
})
const solid = (r: number, g: number, b: number, more: Partial<SolidPaint> = {}): SolidPaint => ({
  ...{ type: 'SOLID', color: { r, g, b } },
  ...more,
})

const RED = '#ff0000ff'
const GREEN = '#00ff00ff'
const BLUE = '#0000ffff'
const WHITE = '#ffffffff'
const NOTHING = '#00000000'
const CORNERS: Point[] = [
  [5, 5],
  [74, 5],
  [5, 74],
  [74, 74],
]

test('FILL covers the layer with the middle of the image', async () => {
  expect(await colors({ fills: [image()] }, ...CORNERS)).toEqual([RED, GREEN, BLUE, WHITE])
  // 80 px of layer show 40 px of image: a quarter is missing at either side.
  expect(await colors({ fills: [image()] }, [38, 38], [42, 42])).toEqual([RED, WHITE])
})

test('FIT shows all of the image and leaves the rest empty', async () => {
  expect(
    await colors({ fills: [image({ scaleMode: 'FIT' })] }, [40, 10], [5, 25], [74, 25], [5, 55], [40, 70]),
  ).toEqual([NOTHING, RED, GREEN, BLUE, NOTHING])
})

test('CROP shows what its transform takes from layer to image', async () => {
  const crop = (imageTransform: ImagePaint['imageTransform'] & {}) =>
    colors({ fills: [image({ scaleMode: 'CROP', imageTransform })] }, ...CORNERS)
  expect(
    await crop([
      [1, 0, 0],
      [0, 1, 0],
    ]),
  ).toEqual([RED, GREEN, BLUE, WHITE])
  expect(
    await crop([
      [0.5, 0, 0.5],
      [0, 0.5, 0],
    ]),
  ).toEqual([GREEN, GREEN, GREEN, GREEN])
  expect(
    await crop([
      [0.5, 0, 0.25],
      [0, 0.5, 0.5],
    ]),
  ).toEqual([BLUE, WHITE, BLUE, WHITE])
  expect(
    await crop([
      [2, 0, -0.5],
      [0, 2, -0.5],
    ]),
  ).toEqual([NOTHING, NOTHING, NOTHING, NOTHING])
  expect(
    await crop([
      [0, 1, 0],
      [-1, 0, 1],
    ]),
  ).toEqual([BLUE, RED, WHITE, GREEN])
})

test('TILE repeats the scaled image from the top left', async () => {
  const tiled = { fills: [image({ scaleMode: 'TILE', scalingFactor: 0.5 })] }
  expect(await colors(tiled, [5, 5], [25, 5], [5, 15], [25, 15], [45, 5], [5, 25])).toEqual([
    RED,
    GREEN,
    BLUE,
    WHITE,
    RED,
    RED,
  ])
})

test('a paint turns clockwise by quarters', async () => {
  const turned = (rotation: number) => colors({ fills: [image({ rotation })] }, ...CORNERS)
  expect(await turned(90)).toEqual([BLUE, RED, WHITE, GREEN])
  expect(await turned(180)).toEqual([WHITE, BLUE, GREEN, RED])
  expect(await turned(270)).toEqual([GREEN, WHITE, RED, BLUE])
  const tile = { fills: [image({ scaleMode: 'TILE', scalingFactor: 0.5, rotation: 90 })] }
  expect(await colors(tile, [5, 5], [15, 5], [5, 35], [15, 35], [25, 5])).toEqual([BLUE, RED, WHITE, GREEN, BLUE])
})

test('later paints lie on earlier ones, hidden ones are not drawn', async () => {
  expect(await colors({ fills: [solid(1, 0, 0), solid(0, 0, 1)] }, [5, 5])).toEqual([BLUE])
  expect(await colors({ fills: [solid(1, 0, 0), solid(0, 0, 1, { visible: false })] }, [5, 5])).toEqual([RED])
})

test('the opacity of a paint and of a layer mix with what lies below', async () => {
  expect(await colors({ fills: [solid(1, 1, 1), solid(0, 0, 0, { opacity: 0.4 })] }, [5, 5])).toEqual(['#999999ff'])
  const below = { fills: [solid(1, 1, 1)] }
  const above = { opacity: 0.4, fills: [solid(1, 0, 0), solid(0, 0, 0)] }
  // As a whole: the red below the black does not show through.
  expect(await colors([below, above], [5, 5])).toEqual([expect.stringMatching(/^#(9[89]){3}ff$/)])
})

test('blend modes hold for paints and for layers', async () => {
  expect(await colors({ fills: [solid(1, 1, 0), solid(0, 1, 1, { blendMode: 'MULTIPLY' })] }, [5, 5])).toEqual([GREEN])
  const layers = [{ fills: [solid(1, 0, 0)] }, { blendMode: 'SCREEN' as const, fills: [solid(0, 0, 1)] }]
  expect(await colors(layers, [5, 5])).toEqual(['#ff00ffff'])
})

test('ellipses and corners are round', async () => {
  expect(await colors({ type: 'ELLIPSE', fills: [solid(1, 0, 0)] }, [2, 2], [40, 2], [40, 40])).toEqual([
    NOTHING,
    RED,
    RED,
  ])
  expect(await colors({ cornerRadius: 20, fills: [image()] }, [2, 2], [20, 2], [2, 20])).toEqual([NOTHING, RED, RED])
})

test('a frame cuts its children only if it clips', async () => {
  const child = { x: 40, y: 0, fills: [solid(0, 0, 1)] } as Part
  const frame = (clipsContent: boolean): Part => ({
    ...{ type: 'FRAME', clipsContent, cornerRadius: 20, fills: [solid(1, 0, 0)] },
    children: [child] as never,
  })
  expect(await colors(frame(true), [20, 20], [60, 20], [78, 2], [100, 20])).toEqual([RED, BLUE, NOTHING, NOTHING])
  expect(await colors(frame(false), [20, 20], [60, 20], [78, 2], [100, 20])).toEqual([RED, BLUE, BLUE, BLUE])
})

test('a layer turns counterclockwise about its top left', async () => {
  const turned = { x: 100, y: 90, rotation: 90, fills: [image()] }
  // Its top edge now runs up the left side.
  expect(await colors(turned, [105, 85], [105, 15], [175, 85], [175, 15], [50, 50])).toEqual([
    RED,
    GREEN,
    BLUE,
    WHITE,
    NOTHING,
  ])
})

test('a linear gradient runs where its transform says', async () => {
  const stop = (position: number, value: number) => ({ position, color: { r: value, g: value, b: value, a: 1 } })
  const gradient = {
    type: 'GRADIENT_LINEAR',
    gradientTransform: [
      [0, 1, 0],
      [-1, 0, 1],
    ],
    gradientStops: [stop(0, 0), stop(0.5, 0), stop(0.5, 1), stop(1, 1)],
  } as const
  expect(await colors({ fills: [gradient as never] }, [5, 5], [74, 5], [5, 74])).toEqual([
    '#000000ff',
    '#000000ff',
    WHITE,
  ])
})

test('filters change the image, and nothing at zero', async () => {
  const filtered = (filters: ImagePaint['filters'] & {}) => colors({ fills: [image({ filters })] }, [5, 5])
  expect(await filtered({ exposure: 0, saturation: 0 })).toEqual([RED])
  expect(await filtered({ saturation: -1 })).toEqual(['#363636ff'])
  expect(await filtered({ exposure: -1 })).toEqual(['#800000ff'])
})

test('hidden layers are not drawn, nor what is in them', async () => {
  const hidden = { visible: false, fills: [solid(1, 0, 0)], children: [{ fills: [solid(1, 0, 0)] }] as never }
  expect(await colors(hidden, [5, 5])).toEqual([NOTHING])
})

test('a JPG is on white, and a picture has the size asked for', async () => {
  const { colors, width, height } = await browser.call('colorsAt', [], [[5, 5]], { format: 'JPG', scale: 2 })
  expect({ colors, width, height }).toEqual({ colors: [WHITE], width: 400, height: 240 })
})

test('a live canvas shows the same, where the view puts it', async () => {
  const view = { zoom: 0.5, x: 20, y: 10, pixelRatio: 2 }
  const points: Point[] = [
    [5, 5],
    [45, 25],
    [114, 25],
    [45, 94],
  ]
  expect(await browser.call('liveColorsAt', [{ fills: [image()] }], view, points)).toEqual([NOTHING, RED, GREEN, BLUE])
})
