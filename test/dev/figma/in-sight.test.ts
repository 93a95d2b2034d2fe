import { expect, test } from 'vitest'
import type { LayerSpec } from '../../../dev/figma/editor.ts'
import { imagesInSight } from '../../../dev/figma/painting/in-sight.ts'
import { box, openFigma, png } from './open-figma.ts'

const pictures = Object.fromEntries(
  await Promise.all(['near', 'far', 'other'].map(async (name, index) => [name, await png(2 + index, 2)] as const)),
)
const shows = (picture: string) => ({ fills: [{ type: 'IMAGE' as const, scaleMode: 'FILL' as const, picture }] })

/** The names of the pictures that are in sight in the first 100 px. */
async function seen(...layers: LayerSpec[]): Promise<string[]> {
  const { editor } = await openFigma({ layers, pictures })
  const scene = editor.scene()
  const area = { x: 0, y: 0, width: 100, height: 100 }
  const space = [
    [1, 0, 0],
    [0, 1, 0],
  ] as const
  const hashes = imagesInSight(scene.layers, [[...space[0]], [...space[1]]], area)
  const found = [...scene.images].filter(([hash]) => hashes.has(hash)).map(([, bytes]) => bytes)
  return Object.entries(pictures).flatMap(([name, bytes]) =>
    found.some((one) => Buffer.from(one).equals(Buffer.from(bytes))) ? [name] : [],
  )
}

test('an image outside of what is seen is not', async () => {
  expect(await seen(box('A', shows('near')), box('B', { x: 200, ...shows('far') }))).toEqual(['near'])
})

test('what reaches in by an edge is seen', async () => {
  expect(await seen(box('A', { x: -99, ...shows('near') }), box('B', { x: -100, ...shows('far') }))).toEqual(['near'])
})

test('what a frame cuts off is not looked into where the frame is elsewhere, and is where it does not cut', async () => {
  const inner = box('Inner', { x: -200, ...shows('far') })
  const frame = box('Frame', { type: 'FRAME', x: 200, fills: [], children: [inner] })
  expect(await seen({ ...frame, clipsContent: true })).toEqual([])
  expect(await seen({ ...frame, clipsContent: false })).toEqual(['far'])
})

test('hidden layers show no image', async () => {
  expect(await seen(box('A', { visible: false, ...shows('near') }))).toEqual([])
})

test('a layer whose strokes or effects may reach further is seen from everywhere', async () => {
  const strokes: LayerSpec['strokes'] = [{ type: 'SOLID', color: { r: 0, g: 0, b: 0 } }]
  expect(await seen(box('A', { x: 200, strokes, ...shows('far') }))).toEqual(['far'])
})
