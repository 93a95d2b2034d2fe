import { expect, test } from 'vitest'
import { withImageEdit } from '../../../src/code/stack/insert.ts'
import { bare, edit, hidden, image, look, names, overlay, SAME, shader, shown, solid } from './paints.ts'

test('an image edit lies directly above its source, which stays, hidden', () => {
  const edited = edit(bare(solid, image('a'), overlay), 'a', 'b')
  expect(edited.paints).toEqual([solid, hidden(image('a')), image('b'), overlay])
  expect(edited.results.get('b')).toEqual({ of: 'a', hid: ['IMAGE a'] })
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
  expect(edit(bare(source), 'a', 'b').paints[1]).toEqual({ ...source, imageHash: 'b' })
})

test('a crop is not stretched over a picture of another ratio: that fills instead', () => {
  const source = image('a', {
    scaleMode: 'CROP',
    filters: { exposure: 0.2 },
    imageTransform: [
      [0.5, 0, 0],
      [0, 1, 0],
    ],
  })
  const [, result] = edit(bare(source), 'a', 'b', { shrink: 1, alike: false }).paints
  expect(result).toEqual(image('b', { filters: { exposure: 0.2 } }))
})

test('a tile keeps its shown size when the result has other pixels', () => {
  const tile = image('a', { scaleMode: 'TILE', scalingFactor: 0.5 })
  const edited = edit(bare(tile), 'a', 'b', { ...SAME, shrink: 400 / 1000 })
  expect(edited.paints[1]).toMatchObject({ scaleMode: 'TILE', scalingFactor: 0.2 })
})

test('a second result of the same source goes above the first and is the only one to show', () => {
  const second = edit(edit(bare(image('a'), overlay), 'a', 'b'), 'a', 'c')
  expect(names(second)).toEqual(['a', 'b', 'c', 'GRADIENT_LINEAR'])
  expect(shown(second)).toEqual(['c', 'GRADIENT_LINEAR'])
})

test('other images on the layer are left alone, their results too', () => {
  expect(shown(edit(edit(bare(image('a'), image('x')), 'a', 'b'), 'x', 'y'))).toEqual(['b', 'y'])
})

test('of two paints with one image the one that shows is edited', () => {
  expect(shown(edit(bare(hidden(image('a')), image('a')), 'a', 'b'))).toEqual(['b'])
  expect(shown(edit(bare(image('a'), hidden(image('a'))), 'a', 'b'))).toEqual(['b'])
})

test('of two paints with one image that both show the upper one is edited, also a second time', () => {
  const first = edit(bare(image('a'), image('a')), 'a', 'b')
  expect(shown(first)).toEqual(['a', 'b'])
  expect(shown(edit(first, 'a', 'c'))).toEqual(['a', 'c'])
})

test('a source that is no longer on the layer is not replaced by a guess', () => {
  const known = { source: 'a', result: 'b', fit: SAME, results: new Map() }
  expect(withImageEdit([image('other')], known)).toBeUndefined()
})

test('an image edit under a look takes the look off, and only that image changes', () => {
  const dressed = look(bare(image('a'), overlay), 'A')
  const edited = edit(dressed, 'a', 'b')
  expect(names(edited)).toEqual(['a', 'b', 'GRADIENT_LINEAR', 'A'])
  expect(shown(edited)).toEqual(['b', 'GRADIENT_LINEAR'])
})

test('an image edit of a look lies on it and stands for all that the look stood for', () => {
  const edited = edit(look(bare(image('a'), overlay), 'A'), 'A', 'B')
  expect(shown(edited)).toEqual(['B'])
  expect(edited.results.get('B')!.hid).toEqual(edited.results.get('A')!.hid)
})

test('an appearance edit lies on top, plain, and hides all that shows', () => {
  const dressed = look(bare(solid, hidden(image('a')), overlay), 'b')
  expect(dressed.paints.at(-1)).toEqual(image('b'))
  expect(shown(dressed)).toEqual(['b'])
  expect(dressed.results.get('b')!.hid).toHaveLength(2)
})

test('an image that a designer has put there by hand is not taken for the equal result', () => {
  const edited = edit(bare(image('a'), hidden(image('b', { opacity: 0.4 }))), 'a', 'b')
  expect(edited.paints).toEqual([hidden(image('a')), image('b'), hidden(image('b', { opacity: 0.4 }))])
})

test('a paint of a kind that Refill does not know is kept as it is', () => {
  const { paints } = edit(bare(shader, image('a'), shader), 'a', 'b')
  expect([paints[0], paints[3]]).toEqual([shader, shader])
})

test('nothing that was given is changed in place', () => {
  const paints = [image('a'), solid, overlay].map((paint) => Object.freeze({ ...paint }))
  expect(() => look(edit(bare(...Object.freeze(paints)), 'a', 'b'), 'c')).not.toThrow()
})
