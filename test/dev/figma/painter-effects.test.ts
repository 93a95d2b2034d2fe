import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { expect, test } from 'vitest'
import {
  BLACK,
  BLUE,
  black,
  blue,
  GREEN,
  green,
  NOTHING,
  type Part,
  paintInBrowser,
  quarters,
  RED,
  red,
  WHITE,
  white,
} from './painter-browser.ts'

const { colors } = paintInBrowser()

type Shadow = Partial<F.DropShadowEffect>
const drop = (more: Shadow = {}): F.DropShadowEffect => ({
  ...{ type: 'DROP_SHADOW', visible: true, color: { r: 0, g: 0, b: 0, a: 1 }, offset: { x: 0, y: 0 }, radius: 0 },
  blendMode: 'NORMAL',
  ...more,
})
const inner = (more: Shadow = {}): F.InnerShadowEffect => {
  const { showShadowBehindNode: _behind, ...shadow } = drop(more)
  return { ...shadow, type: 'INNER_SHADOW' }
}
const blur = (type: 'LAYER_BLUR' | 'BACKGROUND_BLUR', radius: number): F.BlurEffect => ({
  ...{ type, radius, visible: true, blurType: 'NORMAL' },
})
const box = (...effects: F.Effect[]): Part => ({ x: 20, y: 20, width: 40, height: 40, fills: [red], effects })
const alphaOf = (color: string | undefined) => Number.parseInt(color?.slice(7) ?? '', 16)

test('a drop shadow lies below the layer, where its offset says', async () => {
  const layer = box(drop({ offset: { x: 10, y: 20 } }))
  expect(await colors(layer, [30, 30], [65, 70], [25, 70], [65, 35])).toEqual([RED, BLACK, NOTHING, NOTHING])
  expect(await colors(box(drop({ offset: { x: 10, y: 20 }, visible: false })), [65, 70])).toEqual([NOTHING])
})

test('the offset of a shadow turns with the layer', async () => {
  const turned: Part = { ...box(drop({ offset: { x: 20, y: 0 } })), y: 80, rotation: 90 }
  expect(await colors(turned, [40, 60], [40, 30], [70, 60])).toEqual([RED, BLACK, NOTHING])
})

test('several shadows lie on each other, the first lowest', async () => {
  const color = { r: 0, g: 0, b: 1, a: 1 }
  const layer = box(drop({ offset: { x: 20, y: 0 } }), drop({ offset: { x: 10, y: 0 }, color }))
  expect(await colors(layer, [65, 30], [75, 30])).toEqual([BLUE, BLACK])
})

test('spread makes the shadow larger, or smaller', async () => {
  expect(await colors(box(drop({ spread: 10 })), [12, 30], [8, 30])).toEqual([BLACK, NOTHING])
  const smaller = box(drop({ spread: -10, offset: { x: 40, y: 0 } }))
  expect(await colors(smaller, [65, 30], [75, 40], [95, 40])).toEqual([NOTHING, BLACK, NOTHING])
  const frame: Part = { ...box(drop({ spread: 10 })), type: 'FRAME', clipsContent: true }
  expect(await colors(frame, [12, 30])).toEqual([BLACK])
  expect(await colors({ ...frame, clipsContent: false }, [12, 30])).toEqual([NOTHING])
})

test('a shadow is as wide as its radius, half as strong at its edge', async () => {
  const layer = box(drop({ radius: 16, offset: { x: 60, y: 0 } }))
  const [edge, middle, beyond] = await colors(layer, [119, 40], [100, 40], [138, 40])
  expect(alphaOf(edge)).toBeGreaterThan(115)
  expect(alphaOf(edge)).toBeLessThan(145)
  expect(alphaOf(middle)).toBeGreaterThan(240)
  expect(alphaOf(beyond)).toBeLessThan(6)
})

test('what is see-through casts a whole shadow, which shows behind it only if it may', async () => {
  const faint = { ...red, opacity: 0.5 }
  const layer = (showShadowBehindNode: boolean): Part => ({
    ...box(drop({ offset: { x: 20, y: 0 }, showShadowBehindNode })),
    fills: [faint],
  })
  expect(await colors(layer(false), [65, 30], [50, 30])).toEqual([BLACK, expect.stringMatching(/^#ff0000(7f|80)$/)])
  expect(await colors(layer(true), [50, 30])).toEqual([expect.stringMatching(/^#(7f|80)0000ff$/)])
})

test('a frame without fills lets its children cast the shadow', async () => {
  const frame: Part = {
    ...{ type: 'FRAME', clipsContent: false, fills: [], effects: [drop({ offset: { x: 50, y: 0 } })] },
    children: [{ width: 20, height: 20, fills: [green] }],
  }
  expect(await colors(frame, [10, 10], [60, 10], [100, 60])).toEqual([GREEN, BLACK, NOTHING])
})

test('an image casts the shadow of what it shows', async () => {
  const fitted = { ...box(drop({ offset: { x: 50, y: 0 } })), fills: [quarters({ scaleMode: 'FIT' })] }
  expect(await colors(fitted, [95, 40], [95, 25])).toEqual([BLACK, NOTHING])
})

test('a shadow is cast by what lies outside the picture too', async () => {
  const layer: Part = { x: -60, width: 50, fills: [red], effects: [drop({ offset: { x: 60, y: 0 } })] }
  expect(await colors(layer, [5, 40], [45, 40], [55, 40])).toEqual([BLACK, BLACK, NOTHING])
})

test('an inner shadow lies within the layer, at the edge it is cast from', async () => {
  const layer = box(inner({ offset: { x: 10, y: 0 } }))
  expect(await colors(layer, [25, 40], [35, 40], [55, 40], [15, 40])).toEqual([BLACK, RED, RED, NOTHING])
  const spread = box(inner({ spread: 8 }))
  expect(await colors(spread, [25, 40], [40, 40], [55, 40])).toEqual([BLACK, RED, BLACK])
  const soft = await colors(box(inner({ radius: 12 })), [20, 40], [40, 40])
  expect(soft).toEqual([expect.stringMatching(/^#[78].0000ff$/), RED])
})

test('a shadow has its own blend mode', async () => {
  const shadow = drop({ offset: { x: 40, y: 0 }, color: { r: 0, g: 0, b: 1, a: 1 }, blendMode: 'SCREEN' })
  const within: Part = { type: 'GROUP', children: [box(inner({ ...shadow, offset: { x: 10, y: 0 } }))] }
  expect(await colors(within, [25, 40])).toEqual(['#ff00ffff'])
})

test('a layer is blurred as a whole, shadow and children too', async () => {
  const group: Part = {
    ...{ type: 'GROUP', effects: [blur('LAYER_BLUR', 8)] },
    children: [{ x: 20, y: 20, width: 40, height: 40, fills: [red] }],
  }
  const [outside, edge, middle] = await colors(group, [16, 40], [19, 40], [40, 40])
  expect(alphaOf(outside)).toBeGreaterThan(20)
  expect(alphaOf(outside)).toBeLessThan(alphaOf(edge))
  expect(middle).toBe(RED)
})

test('a blurred backdrop shows what lies below, where the layer has a fill', async () => {
  const below: Part[] = [
    { width: 40, fills: [black] },
    { x: 40, width: 40, fills: [white] },
  ]
  const glass = (fills: F.Paint[]): Part => ({ fills, effects: [blur('BACKGROUND_BLUR', 16)] })
  const [dark, light] = await colors([...below, glass([{ ...blue, opacity: 0.01 }])], [37, 40], [43, 40])
  expect(dark).not.toBe(BLACK)
  expect(light).not.toBe(WHITE)
  expect(await colors([...below, glass([])], [37, 40], [43, 40])).toEqual([BLACK, WHITE])
  const inGroup: Part = { type: 'GROUP', opacity: 0.9, children: [glass([{ ...blue, opacity: 0.01 }])] }
  expect((await colors([...below, inGroup], [37, 40]))[0]).not.toBe(BLACK)
})

test.each([
  [{ type: 'NOISE', noiseType: 'MONOTONE' }, 'painting the effect NOISE'],
  [{ type: 'TEXTURE' }, 'painting the effect TEXTURE'],
  [{ type: 'GLASS' }, 'painting the effect GLASS'],
  [{ type: 'LAYER_BLUR', blurType: 'PROGRESSIVE', radius: 4 }, 'painting the effect PROGRESSIVE LAYER_BLUR'],
])('%o is not painted otherwise than in Figma', async (effect, name) => {
  const layer = box({ ...effect, visible: true } as never)
  const cause = expect.stringContaining(`dev/figma: ${name} is not simulated`)
  await expect(colors(layer, [0, 0])).rejects.toMatchObject({ fault: 'bug', cause })
  expect(await colors({ ...layer, visible: false }, [30, 30])).toEqual([NOTHING])
})
