import type { GradientPaint, ImagePaint, Paint, SolidPaint } from '@figma/plugin-typings/plugin-api-standalone'
import { expect, test } from 'vitest'
import { keysOf } from '../../src/code/paint-key.ts'
import {
  paintsIn,
  type Results,
  resultsShownIn,
  withAppearanceEdit,
  withImageEdit,
  withNothing,
  withOriginal,
} from '../../src/code/stack.ts'

const image = (imageHash: string, more: Partial<ImagePaint> = {}): ImagePaint => ({
  type: 'IMAGE',
  scaleMode: 'FILL',
  imageHash,
  visible: true,
  opacity: 1,
  blendMode: 'NORMAL',
  ...more,
})
const solid: SolidPaint = { type: 'SOLID', color: { r: 1, g: 0, b: 0 }, visible: true, opacity: 0.3 }
const overlay: GradientPaint = {
  type: 'GRADIENT_LINEAR',
  gradientStops: [],
  gradientTransform: [
    [1, 0, 0],
    [0, 1, 0],
  ],
  visible: true,
}
const unknown = { type: 'SHADER', shader: 'ripple', visible: true } as unknown as Paint

/** What results hid, as history keeps it. */
const results = (hid: Record<string, readonly string[]>): Results =>
  new Map(Object.entries(hid).map(([hash, keys]) => [hash, { hid: keys }]))

const edit = (paints: readonly Paint[], source: string, result: string, known = results({}), shrink = 1) =>
  withImageEdit(paints, { source, result, shrink, results: known })

const original = (paints: readonly Paint[], known: Results) =>
  withOriginal(paints, known, resultsShownIn(paints, known))

const shown = (paints: readonly Paint[]) =>
  paints
    .filter(({ visible }) => visible !== false)
    .map((paint) => (paint.type === 'IMAGE' ? paint.imageHash : paint.type))

test('an image edit lies directly above its source, which stays, hidden', () => {
  const stacked = edit([solid, image('a'), overlay], 'a', 'b')!
  expect(stacked.paints).toEqual([solid, image('a', { visible: false }), image('b'), overlay])
  expect(stacked.hid).toEqual(['IMAGE a'])
})

test('an image edit keeps every field of its source', () => {
  const source = image('a', {
    scaleMode: 'CROP',
    opacity: 0.7,
    blendMode: 'MULTIPLY',
    filters: { exposure: 0.2 },
    imageTransform: [
      [0.5, 0, 0.25],
      [0, 0.5, 0.1],
    ],
  })
  expect(edit([source], 'a', 'b')!.paints[1]).toEqual({ ...source, imageHash: 'b' })
})

test('a tile keeps its shown size when the result has other pixels', () => {
  const stacked = edit([image('a', { scaleMode: 'TILE', scalingFactor: 0.5 })], 'a', 'b', results({}), 400 / 1000)!
  expect(stacked.paints[1]).toMatchObject({ scaleMode: 'TILE', scalingFactor: 0.2 })
})

test('a second result of the same source goes above the first and is the only one to show', () => {
  const first = edit([image('a'), overlay], 'a', 'b')!
  const second = edit(first.paints, 'a', 'c', results({ b: first.hid }))!
  expect(second.paints.map((paint) => (paint.type === 'IMAGE' ? paint.imageHash : ''))).toEqual(['a', 'b', 'c', ''])
  expect(shown(second.paints)).toEqual(['c', 'GRADIENT_LINEAR'])
})

test('other images on the layer are left alone, their results too', () => {
  const one = edit([image('a'), image('x')], 'a', 'b')!
  const two = edit(one.paints, 'x', 'y', results({ b: one.hid }))!
  expect(shown(two.paints)).toEqual(['b', 'y'])
})

test('of two paints with one image the one that shows is edited', () => {
  expect(shown(edit([image('a', { visible: false }), image('a')], 'a', 'b')!.paints)).toEqual(['b'])
  expect(shown(edit([image('a'), image('a', { visible: false })], 'a', 'b')!.paints)).toEqual(['b'])
})

test('of two paints with one image that both show the upper one is edited, also a second time', () => {
  const first = edit([image('a'), image('a')], 'a', 'b')!
  expect(shown(first.paints)).toEqual(['a', 'b'])
  expect(shown(edit(first.paints, 'a', 'c', results({ b: first.hid }))!.paints)).toEqual(['a', 'c'])
})

test('a source that is no longer on the layer is not replaced by a guess', () => {
  expect(edit([image('other')], 'a', 'b')).toBeUndefined()
})

test('a result equal to its source changes nothing', () => {
  expect(edit([image('a'), overlay], 'a', 'a')).toEqual({ paints: [image('a'), overlay], hid: [] })
})

test('a result that is in the stack already shows again instead of lying there twice', () => {
  const first = edit([image('a')], 'a', 'b')!
  const known = results({ b: first.hid })
  const again = edit(original(first.paints, known), 'a', 'b', known)!
  expect(again.paints).toHaveLength(2)
  expect(shown(again.paints)).toEqual(['b'])
})

test('a result of a result hides what its source had hidden, should that show again', () => {
  const first = edit([image('a')], 'a', 'b')!
  const known = results({ b: first.hid })
  expect(shown(edit(original(first.paints, known), 'b', 'c', known)!.paints)).toEqual(['c'])
})

test('an appearance edit lies on top, plain, and hides all that shows', () => {
  const stacked = withAppearanceEdit([solid, image('a', { visible: false }), overlay], 'b')
  expect(stacked.paints.at(-1)).toEqual(image('b'))
  expect(shown(stacked.paints)).toEqual(['b'])
  expect(stacked.hid).toHaveLength(2)
})

test('Original shows exactly what was visible before, and keeps the results', () => {
  const before = [solid, image('off', { visible: false }), image('a'), overlay]
  const one = withAppearanceEdit(before, 'b')
  const two = withAppearanceEdit(one.paints, 'c')
  const after = original(two.paints, results({ b: one.hid, c: two.hid }))
  expect(after.slice(0, 4)).toEqual(before)
  expect(after.slice(4).map(({ visible }) => visible)).toEqual([false, false])
})

test('Original of a result of a result goes back to the first picture', () => {
  const one = edit([image('a')], 'a', 'b')!
  const two = edit(one.paints, 'b', 'c', results({ b: one.hid }))!
  expect(shown(original(two.paints, results({ b: one.hid, c: two.hid })))).toEqual(['a'])
})

test('Original goes by the results that show: what the designer has changed since is left', () => {
  const one = edit([image('a'), image('x', { visible: false })], 'a', 'b')!
  const back = original(one.paints, results({ b: one.hid }))
  const swapped = back.map((paint) =>
    paint.type === 'IMAGE' && paint.imageHash !== 'b' ? { ...paint, visible: paint.imageHash === 'x' } : paint,
  )
  const two = edit(swapped, 'x', 'y', results({ b: one.hid }))!
  expect(shown(original(two.paints, results({ b: one.hid, y: two.hid })))).toEqual(['x'])
})

test('results that hid each other in turn are no endless way back', () => {
  const paints = [image('a', { visible: false }), image('b'), image('c', { visible: false })]
  const known = results({ b: ['IMAGE a', 'IMAGE c'], c: ['IMAGE b'] })
  expect(shown(original(paints, known))).toEqual(['a'])
})

test('hiding everything tells what showed', () => {
  const { paints, hid } = withNothing([solid, image('a', { visible: false })])
  expect(shown(paints)).toEqual([])
  expect(hid).toHaveLength(1)
})

test('a paint of a kind that Refill does not know is kept as it is', () => {
  const stacked = edit([unknown, image('a'), unknown], 'a', 'b')!
  expect([stacked.paints[0], stacked.paints[3]]).toEqual([unknown, unknown])
  expect(original(stacked.paints, results({ b: stacked.hid }))[0]).toEqual(unknown)
})

test('keys tell equal paints apart and outlive a change of visibility', () => {
  expect(keysOf([solid, { ...solid, visible: false }, image('a'), image('a')])).toEqual([
    expect.stringMatching(/^SOLID \w+$/),
    expect.stringMatching(/^SOLID \w+ 1$/),
    'IMAGE a',
    'IMAGE a 1',
  ])
  expect(keysOf([solid])).toEqual(keysOf([{ ...solid, visible: false }]))
})

test('nothing that was given is changed in place', () => {
  const paints = Object.freeze([Object.freeze(image('a')), Object.freeze({ ...solid })]) as Paint[]
  expect(() => {
    edit(paints, 'a', 'b')
    withAppearanceEdit(paints, 'b')
    withOriginal(paints, results({ b: ['IMAGE a'] }), ['b'])
    withNothing(paints)
  }).not.toThrow()
})

test('mixed fills are refused with the name of the layer', () => {
  expect(() => paintsIn(Symbol('figma.mixed'), 'Headline')).toThrow('“Headline” has different fills')
  expect(paintsIn([solid], 'Badge')).toEqual([solid])
})
