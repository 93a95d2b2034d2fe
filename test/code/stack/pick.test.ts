import { expect, test } from 'vitest'
import { withOriginal } from '../../../src/code/stack/original.ts'
import { withResult } from '../../../src/code/stack/pick.ts'
import { withoutHidden } from '../../../src/code/stack/remove.ts'
import { after, bare, edit, hidden, image, type Layer, look, names, overlay, shown, solid } from './paints.ts'

const pick = (layer: Layer, hash: string) => after(layer, hash, withResult(layer.paints, hash, layer.results))
const original = (layer: Layer, options = {}) => ({
  ...layer,
  paints: withOriginal(layer.paints, layer.results, options) ?? layer.paints,
})

test('picking shows a result in place of another of the same image, and nothing moves', () => {
  const two = edit(edit(bare(solid, image('a'), overlay), 'a', 'b'), 'a', 'c')
  const picked = pick(two, 'b')
  expect(names(picked)).toEqual(names(two))
  expect(shown(picked)).toEqual(['SOLID', 'b', 'GRADIENT_LINEAR'])
})

test('picking after Original hides the image again', () => {
  expect(shown(pick(original(edit(bare(image('a'), overlay), 'a', 'b')), 'b'))).toEqual(['b', 'GRADIENT_LINEAR'])
})

test('picking a look leaves what a designer has since laid over it', () => {
  const two = look(look(bare(solid, image('a')), 'A'), 'B')
  const topped = { ...two, paints: [...two.paints, overlay] }
  expect(shown(pick(topped, 'A'))).toEqual(['A', 'GRADIENT_LINEAR'])
})

test('picking the result of an image takes a look off and brings the other images back as they were', () => {
  const both = edit(edit(bare(image('a'), image('x'), overlay), 'a', 'b'), 'x', 'y')
  expect(shown(pick(look(both, 'A'), 'b'))).toEqual(['b', 'y', 'GRADIENT_LINEAR'])
})

test('a result that is no longer in the stack cannot be picked', () => {
  expect(withResult([image('a')], 'b', new Map([['b', { of: 'a', hid: [] }]]))).toBeUndefined()
})

test('Original shows exactly what was visible before, and keeps the results', () => {
  const before = [solid, hidden(image('off')), image('a'), overlay]
  const back = original(look(look(bare(...before), 'b'), 'c'))
  expect(back.paints.slice(0, 4)).toEqual(before)
  expect(back.paints.slice(4).map(({ visible }) => visible)).toEqual([false, false])
})

test('Original of a result of a result goes back to the first picture', () => {
  expect(shown(original(edit(edit(bare(image('a')), 'a', 'b'), 'b', 'c')))).toEqual(['a'])
})

test('Original goes by the results that show: what the designer has changed since is left', () => {
  const back = original(edit(bare(image('a'), hidden(image('x'))), 'a', 'b'))
  const swapped = back.paints.map((paint) =>
    paint.type === 'IMAGE' && paint.imageHash !== 'b' ? { ...paint, visible: paint.imageHash === 'x' } : paint,
  )
  expect(shown(original(edit({ ...back, paints: swapped }, 'x', 'y')))).toEqual(['x'])
})

test('Original after a pick brings back what showed at that pick', () => {
  const back = original(look(bare(solid, overlay), 'A'))
  const dimmed = { ...back, paints: back.paints.map((paint) => (paint.type === 'SOLID' ? hidden(paint) : paint)) }
  expect(shown(original(pick(dimmed, 'A')))).toEqual(['GRADIENT_LINEAR'])
})

test('picking looks in turn is no endless way back', () => {
  const two = look(look(bare(image('a')), 'A'), 'B')
  expect(shown(original(pick(pick(pick(two, 'A'), 'B'), 'A')))).toEqual(['a'])
})

test('where the source has gone, the result has become the picture and stays', () => {
  const edited = edit(bare(image('a')), 'a', 'b')
  expect(withOriginal([image('b')], edited.results)).toBeUndefined()
})

test('a cover began empty: there every result goes', () => {
  expect(shown(original(look(bare(), 'A'), { isCover: true }))).toEqual([])
})

test('only results that do not show are removed', () => {
  const two = edit(edit(bare(hidden(solid), image('a')), 'a', 'b'), 'a', 'c')
  const { paints, removed } = withoutHidden(two.paints, two.results)
  expect(removed).toEqual(['b'])
  expect(names({ paints })).toEqual(['SOLID', 'a', 'c'])
})

test('of an image that lies in the stack more than once, none is removed', () => {
  const two = edit(edit(bare(image('a')), 'a', 'b'), 'a', 'c')
  const copied = [...two.paints, image('b', { opacity: 0.2 })]
  expect(withoutHidden(copied, two.results).removed).toEqual([])
})
