import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ReferencePlace } from '../../../src/ui/state/reference-places.ts'
import { asked, cleared, emptyNamed, filled, moved, restored } from '../../../src/ui/state/reference-places.ts'
import { pictureOf } from '../jobs/fakes.ts'

type Places = readonly ReferencePlace[]
const numbers =
  (last = 0) =>
  () =>
    ++last
const pictureCalled = (name: string) => ({ name, url: '', picture: pictureOf(name), digest: name })
/** Places as words: `Style:lamp`, and `Style:` where it is empty. */
const shown = (places: Places) => places.map(({ role, reference }) => `${role}:${reference?.name ?? ''}`)
const withPictures = (names: string[], newId: () => number, places: Places = []) =>
  names.reduce((list, name) => filled(list, pictureCalled(name), newId), places)

test('pictures that are there come to the first places, and new ones to the first that is empty', () => {
  const newId = numbers()
  const places = asked(withPictures(['lamp'], newId), ['Style', 'Product', ''], newId)
  expect(shown(places)).toEqual(['Style:lamp', 'Product:', ':'])
  expect(shown(withPictures(['rug', 'sea', 'sky'], newId, places))).toEqual([
    'Style:lamp',
    'Product:rug',
    ':sea',
    ':sky',
  ])
  expect(shown(filled(places, pictureCalled('rug'), newId, places[2]!.id))).toEqual(['Style:lamp', 'Product:', ':rug'])
})

test('another preset takes the empty places away, and no picture', () => {
  const newId = numbers()
  const places = asked(withPictures(['lamp', 'rug'], newId), ['Style', 'Product', 'Logo'], newId)
  expect(shown(asked(places, [], newId))).toEqual(['Style:lamp', 'Product:rug'])
  expect(shown(asked(places, ['Pose'], newId))).toEqual(['Pose:lamp', 'Product:rug'])
})

test('a picture that is removed leaves the place that a preset asks for, which goes when it is removed, too', () => {
  const newId = numbers()
  const places = asked(withPictures(['lamp', 'rug'], newId), ['Style'], newId)
  const [first, second] = places.map(({ id }) => id)
  expect(shown(cleared(places, first!))).toEqual(['Style:', ':rug'])
  expect(shown(cleared(cleared(places, first!), first!))).toEqual([':rug'])
  expect(shown(cleared(places, second!))).toEqual(['Style:lamp'])
})

test.each([
  [['Style:'], 4, [2], { empty: 2, role: 'Style', named: 2 }],
  [['Style:lamp', ':'], 4, [2, 3], { empty: 3, role: '', named: 3 }],
  // It would be sent as image 2.
  [['Style:', 'Logo:mark'], 4, [3], { empty: 2, role: 'Style', named: 3 }],
  [['Style:', 'Logo:'], 4, [3], { empty: 3, role: 'Logo', named: 3 }],
  [['Style:lamp', 'Logo:'], 4, [1, 2], undefined],
  [['Style:', 'Logo:mark'], 4, [], undefined],
  [['Style:lamp', 'Logo:'], 1, [3], undefined],
  [['Style:'], 0, [2], undefined],
  [['Style:'], 4, [7], undefined],
])('of %j, with %i that are taken and %j named, a run waits for %j', (words, limit, named, expected) => {
  const places = words.map((word, id) => {
    const [role = '', name] = word.split(':')
    return { id, role, isAsked: true, ...(name && { reference: { ...pictureCalled(name), id } }) }
  })
  expect(emptyNamed(places, limit, named)).toEqual(expected)
})

const roles = fc.array(fc.string({ maxLength: 5 }), { maxLength: 5 })
const pictures = fc.array(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 4 })
const moves = fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 5 })

test('whatever was asked, moved and added: the places come back as they were, no picture is lost, and each keeps its role', () => {
  fc.assert(
    fc.property(pictures, roles, roles, moves, pictures, (before, first, second, moves, later) => {
      const newId = numbers()
      const were = asked(withPictures(before, newId), first, newId)
      const taken = asked(were, second, newId)
      const shifted = moves.reduce((list, [which, to]) => moved(list, list[which]?.id ?? 0, to), taken)
      expect(shown(shifted).sort()).toEqual(shown(taken).sort())
      const now = withPictures(later, newId, shifted)
      const back = restored(now, were)
      expect(shown(back).slice(0, were.length)).toEqual(shown(were))
      const names = (places: Places) => places.flatMap(({ reference }) => reference?.name ?? []).sort()
      expect(names(back)).toEqual(names(now))
      expect(new Set(back.map(({ id }) => id)).size).toBe(back.length)
      // And once more, as the button does.
      expect(shown(restored(back, now))).toEqual(shown(now))
    }),
  )
})
