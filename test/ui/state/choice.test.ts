import { effect } from '@preact/signals'
import { expect, test } from 'vitest'
import type { LayerRow } from '../../../src/shared/protocol.ts'
import { createChoice } from '../../../src/ui/state/choice.ts'
import { createSelection } from '../../../src/ui/state/selection.ts'
import { containerRows, imageRow, inVariant } from '../jobs/fakes.ts'

const CARD = 'id of Card'
const card = (...images: LayerRow[]) => containerRows('Card', images)
const showing = (hash: string) => ({ source: { kind: 'image', hash } }) as const

function stage(rows: LayerRow[]) {
  const selection = createSelection()
  selection.follow({ rows })
  const choice = createChoice(selection)
  return {
    choice,
    follow: (rows: LayerRow[]) => selection.follow({ rows }),
    chosen: () => choice.chosen.value.map(({ name }) => name),
    tick: (name: string, on: boolean) => choice.tick(choice.listed.value.find(({ row }) => row.name === name)!, on),
  }
}

test('at first every image inside is chosen, and not the whole of the layer', () => {
  const { chosen } = stage([...card(imageRow('a'), imageRow('b')), imageRow('c')])
  expect(chosen()).toEqual(['a', 'b', 'c'])
})

test('the whole of a layer is chosen in place of the images inside it', () => {
  const { choice, chosen } = stage([...card(imageRow('a'), imageRow('b')), ...containerRows('Other', [imageRow('c')])])
  choice.setExtent(CARD, 'whole')
  expect(chosen()).toEqual(['Card', 'c'])
  expect(choice.possible.value).toBe(2)
  choice.setExtent(CARD, 'images')
  expect(chosen()).toEqual(['a', 'b', 'c'])
})

test('an image without its tick is not chosen, and still counted as possible', () => {
  const { choice, chosen, tick } = stage(card(imageRow('a'), imageRow('b')))
  tick('a', false)
  expect(chosen()).toEqual(['b'])
  expect(choice.possible.value).toBe(2)
  expect(choice.tallies.value.get(CARD)).toEqual({ images: 2, ticked: 1 })
})

test('a row that cannot be edited has no tick and is not counted', () => {
  const skipped: LayerRow = { ...imageRow('b'), source: { kind: 'skipped', why: 'hidden' } }
  const { choice, chosen } = stage(card(imageRow('a'), skipped))
  expect(chosen()).toEqual(['a'])
  expect(choice.possible.value).toBe(1)
  expect(choice.tallies.value.get(CARD)).toEqual({ images: 1, ticked: 1 })
})

test('the images of a container of which the whole cannot be edited are still chosen', () => {
  const source = { kind: 'skipped', why: 'library' } as const
  const { chosen } = stage(containerRows('Card', [imageRow('a')], { source }))
  expect(chosen()).toEqual(['a'])
})

test('ticking all of a thousand images is one change', () => {
  const { choice, chosen } = stage(card(...Array.from({ length: 1000 }, (_, index) => imageRow(String(index)))))
  let changes = -1
  effect(() => {
    void choice.chosen.value
    changes++
  })
  choice.tickAll(CARD, false)
  expect([chosen().length, changes]).toEqual([0, 1])
  choice.tickAll(CARD, true)
  expect([chosen().length, changes]).toEqual([1000, 2])
})

test('a picture smaller than 64 px on its shorter side is left out until less is asked for', () => {
  const icon = imageRow('icon', { width: 63, height: 400 })
  const { choice, chosen } = stage(card(imageRow('a'), icon))
  expect(chosen()).toEqual(['a'])
  expect([choice.leftOut.value, choice.possible.value]).toEqual([1, 2])
  choice.setFilter({ least: 63 })
  expect(chosen()).toEqual(['a', 'icon'])
  choice.setFilter({ least: 10_000 })
  expect(chosen()).toEqual([])
  choice.setFilter({ least: undefined })
  expect(chosen()).toEqual(['a', 'icon'])
})

test('a name is looked for anywhere in the layer’s, whatever its case', () => {
  const { choice, chosen } = stage(card(imageRow('Hero photo'), imageRow('Logo')))
  choice.setFilter({ name: ' PHOTO ' })
  expect(chosen()).toEqual(['Hero photo'])
})

test('what is selected itself is not filtered', () => {
  const { choice, chosen } = stage([...card(imageRow('a')), imageRow('tiny', { width: 8, height: 8 })])
  choice.setFilter({ name: 'nothing is called this' })
  expect(chosen()).toEqual(['tiny'])
})

test('ticking all leaves alone what the filter leaves out', () => {
  const { choice, chosen } = stage(card(imageRow('photo 1'), imageRow('photo 2'), imageRow('logo')))
  choice.setFilter({ name: 'photo' })
  choice.tickAll(CARD, false)
  choice.setFilter({ name: '' })
  expect(chosen()).toEqual(['logo'])
})

test('only one picture: everywhere it shows, and also once each of those shows another', () => {
  const rows = card(imageRow('a', showing('same')), imageRow('b', showing('same')), imageRow('c'))
  const { choice, chosen, follow } = stage(rows)
  expect(choice.places.value.get('same')).toBe(2)
  choice.onlyPicture('same')
  expect(chosen()).toEqual(['a', 'b'])
  follow(card(imageRow('a', showing('edited a')), imageRow('b', showing('edited b')), imageRow('c')))
  expect(chosen()).toEqual(['a', 'b'])
  choice.setFilter({ only: undefined })
  expect(chosen()).toEqual(['a', 'b', 'c'])
})

test('a tick is the layer’s: it stays when the layer shows another picture', () => {
  const { chosen, follow, tick } = stage(card(imageRow('a'), imageRow('b')))
  tick('a', false)
  follow(card(imageRow('a', { key: 'new key', ...showing('another') }), imageRow('b')))
  expect(chosen()).toEqual(['b'])
})

test('two images of one layer are ticked apart', () => {
  const two = [imageRow('a', { key: 'a 1', ...showing('1') }), imageRow('a', { key: 'a 2', ...showing('2') })]
  const { choice } = stage(card(...two))
  choice.tick(choice.listed.value[1]!, false)
  expect(choice.chosen.value.map(({ key }) => key)).toEqual(['a 2'])
})

test('what was chosen of a layer holds while it stays selected, whatever else is', () => {
  const { choice, chosen, follow, tick } = stage(card(imageRow('a'), imageRow('b')))
  tick('a', false)
  choice.setFilter({ least: 10 })
  follow([...containerRows('Other', [imageRow('c')]), ...card(imageRow('a'), imageRow('b'))])
  expect(chosen()).toEqual(['c', 'b'])
  expect(choice.filter.value.least).toBe(10)
})

test('a layer that is selected anew starts fresh, and so does the filter', () => {
  const { choice, chosen, follow, tick } = stage(card(imageRow('a'), imageRow('b')))
  tick('a', false)
  choice.setFilter({ name: 'b' })
  follow([])
  follow(card(imageRow('a'), imageRow('b')))
  expect(chosen()).toEqual(['a', 'b'])
})

const tones = (...names: string[]) =>
  names.map((name) => {
    const [Tone, Size] = name.split(' ')
    return imageRow(name, inVariant({ Tone: Tone!, Size: Size! }))
  })
const letThrough = (values: Record<string, string[]>) => ({
  values: new Map(Object.entries(values).map(([name, wanted]) => [name, new Set(wanted)])),
})

test('images are left out by the values of their variants, and that is counted', () => {
  const { choice, chosen } = stage(card(...tones('Light S', 'Light L', 'Dark S', 'Dark L'), imageRow('Loose')))
  expect(choice.facets.value).toEqual([
    { name: 'Tone', values: ['Light', 'Dark'] },
    { name: 'Size', values: ['S', 'L'] },
  ])
  choice.setFilter(letThrough({ Tone: ['Dark'] }))
  expect(chosen()).toEqual(['Dark S', 'Dark L'])
  expect(choice.leftOut.value).toBe(3)
  choice.setFilter(letThrough({ Tone: ['Dark', 'Light'], Size: ['S'] }))
  expect(chosen()).toEqual(['Light S', 'Dark S'])
})

test('a property that all share is no choice, and a value that went with its layers can still be let go', () => {
  const { choice, chosen, follow } = stage([...card(...tones('Light S', 'Dark S')), imageRow('Other')])
  expect(choice.facets.value.map(({ name }) => name)).toEqual(['Tone'])
  choice.setFilter(letThrough({ Tone: ['Dark'] }))
  follow(card(...tones('Light S')))
  expect(chosen()).toEqual([])
  expect(choice.facets.value).toEqual([{ name: 'Tone', values: ['Light', 'Dark'] }])
  follow(containerRows('Another', tones('Light S')))
  expect(chosen()).toEqual(['Light S'])
})

test('a selected variant that the values leave out is not listed, unless the whole of it is chosen', () => {
  const variant = (tone: string) => {
    const own = inVariant({ Tone: tone }, { id: `id of ${tone}` })
    return containerRows(tone, [imageRow(`in ${tone}`, own)], own)
  }
  const { choice, chosen } = stage([...variant('Light'), ...variant('Dark')])
  choice.setFilter(letThrough({ Tone: ['Dark'] }))
  expect(choice.listed.value.map(({ row }) => row.name)).toEqual(['Dark', 'in Dark'])
  choice.setFilter(letThrough({}))
  choice.setExtent('id of Light', 'whole')
  choice.setFilter(letThrough({ Tone: ['Dark'] }))
  expect(chosen()).toEqual(['Light', 'in Dark'])
})

test('a group is ticked as one', () => {
  const { choice, chosen } = stage(card(...tones('Light S', 'Dark S'), imageRow('Loose')))
  const group = choice.lines.value.flatMap((line) => (line.kind === 'group' ? line.group : []))[1]!
  choice.tickThese(group.container, group.seats, false)
  expect(chosen()).toEqual(['Light S', 'Loose'])
  expect(choice.tallyOf(group.seats)).toEqual({ images: 1, ticked: 0 })
})
