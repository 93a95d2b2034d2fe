// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import type { LayerRow, Note } from '../../../src/shared/protocol.ts'
import { containerRows, imageRow } from '../jobs/fakes.ts'
import { byRole, choose, findings, isShown, openOptions, press, show, type, words } from './page.ts'
import { openPanel } from './panel.tsx'

afterEach(() => show())

const card = (...images: LayerRow[]) => containerRows('Card', images)
const box = (name: string) => byRole<HTMLInputElement>('checkbox', name)
const listed = () => [...byRole('list', 'Selected').children].map((row) => words(row))
const same = (name: string) => imageRow(name, { source: { kind: 'image', hash: 'same' } })

test('a frame offers its images or the whole of it, and its images are ticked', async () => {
  const { edit } = await openPanel({ rows: card(imageRow('Hero'), imageRow('Logo')) })
  expect(isShown('heading', '2 images selected')).toBe(true)
  expect([box('Images inside Card').checked, box('Hero').checked, box('Logo').checked]).toEqual([true, true, true])
  const way = byRole<HTMLSelectElement>('combobox', 'What to edit in Card')
  expect([...way.options].map(({ text }) => text)).toEqual(['Images inside (2)', 'Whole frame'])
  await choose(way, 'whole')
  expect(isShown('heading', '1 image selected')).toBe(true)
  expect(isShown('checkbox', 'Hero')).toBe(false)
  expect(listed()[0]).toContain('Its look, inside')
  expect(edit.paidPictures.value).toBe(1)
})

test('the box of a container ticks all or none, and shows when it is some', async () => {
  await openPanel({ rows: card(imageRow('Hero'), imageRow('Logo')) })
  await press(box('Hero'))
  expect([box('Images inside Card').checked, box('Images inside Card').indeterminate]).toEqual([false, true])
  expect(isShown('heading', '1 of 2 images selected')).toBe(true)
  await press(box('Images inside Card'))
  expect([box('Hero').checked, box('Logo').checked]).toEqual([true, true])
  expect(box('Images inside Card').indeterminate).toBe(false)
  await press(box('Images inside Card'))
  expect([box('Hero').checked, box('Logo').checked]).toEqual([false, false])
  expect(isShown('heading', '0 of 2 images selected')).toBe(true)
})

test('with nothing ticked, Run says so', async () => {
  const { form } = await openPanel({ rows: card(imageRow('Hero')) })
  form.change({ prompt: 'night' })
  await press(box('Hero'))
  await press(byRole('button', 'Run'))
  expect(words(byRole('alert'))).toContain('Tick an image in the list')
})

test('the filter is there for images inside only', async () => {
  await openPanel()
  expect(isShown('textbox', 'Name contains')).toBe(false)
})

test('the filter lists and counts what it lets through, and says what it leaves out', async () => {
  await openPanel({ rows: card(imageRow('Hero photo'), imageRow('Logo'), imageRow('Icon', { width: 24, height: 24 })) })
  expect(byRole<HTMLInputElement>('spinbutton', 'Least edge, px').value).toBe('64')
  expect(isShown('heading', '2 of 3 images selected')).toBe(true)
  expect(words()).toContain('1 image left out by the filter')
  await type(byRole<HTMLInputElement>('textbox', 'Name contains'), 'photo')
  expect(isShown('heading', '1 of 3 images selected')).toBe(true)
  expect(listed()).toHaveLength(2)
})

test('a picture that shows in several places can be asked for alone', async () => {
  await openPanel({ rows: card(same('Avatar 1'), same('Avatar 2'), imageRow('Hero')) })
  expect(isShown('button', 'Only this image (2×) Avatar 2')).toBe(true)
  await press(byRole('button', 'Only this image (2×) Avatar 1'))
  expect(isShown('heading', '2 of 3 images selected')).toBe(true)
  expect(words()).toContain('Only one image (2×)')
  await press(byRole('button', 'All images'))
  expect(isShown('heading', '3 images selected')).toBe(true)
})

test('of a thousand images those in view are there, and one box ticks them all', async () => {
  const { edit } = await openPanel({
    rows: card(...Array.from({ length: 1000 }, (_, index) => imageRow(String(index)))),
  })
  expect(byRole('list', 'Selected').querySelectorAll('[aria-setsize="1001"]')).toHaveLength(20)
  await press(box('Images inside Card'))
  expect(edit.paidPictures.value).toBe(0)
})

const NOTES: [Note, string][] = [
  [{ kind: 'instances', component: 'c', count: 12 }, 'Changes 12 instances'],
  [{ kind: 'instances', component: 'c', count: 1 }, 'Changes 1 instance'],
  [{ kind: 'style', name: 'Brand/Photo' }, 'Comes from the style “Brand/Photo”; its link goes'],
  [{ kind: 'override' }, 'An override in this instance'],
]

test.each(NOTES)('a row with the note %j says “%s”', async (note, sentence) => {
  await openPanel({ rows: [imageRow('Hero', { notes: [note] })] })
  expect(listed()[0]).toContain(sentence)
})

test('before the run it is summed up what changes beyond the layers', async () => {
  const notes: Note[] = [
    { kind: 'instances', component: 'c', count: 12 },
    { kind: 'style', name: 'Brand/Photo' },
  ]
  await openPanel({ rows: card(imageRow('Hero', { notes }), imageRow('Logo', { notes })) })
  expect(words()).toContain('12 instances will change too. The link to the style “Brand/Photo” goes.')
  await press(box('Images inside Card'))
  expect(words()).not.toContain('12 instances will')
})

test('a copy beside changes nothing of the layer, so there is nothing to note', async () => {
  const notes: Note[] = [{ kind: 'instances', component: 'c', count: 12 }]
  const { form } = await openPanel({ rows: [imageRow('Hero', { notes })] })
  await openOptions()
  await choose(byRole<HTMLSelectElement>('combobox', 'Place'), 'beside')
  expect(form.all.value.place).toBe('beside')
  expect(words()).not.toContain('12 instances')
  expect(listed()[0]).toContain('A copy beside')
})

test('the results of a whole frame are there while its images are chosen', async () => {
  await openPanel({ rows: containerRows('Card', [imageRow('Hero')], { results: 2 }) })
  expect(isShown('button', '2 results Card')).toBe(true)
  expect(listed()[0]).toContain('A result of the whole frame may hide them')
  await choose(byRole<HTMLSelectElement>('combobox', 'What to edit in Card'), 'whole')
  expect(isShown('button', '2 results Card')).toBe(true)
})

const WHOLES: [Partial<LayerRow>, string][] = [
  [{ kind: 'frame' }, 'Whole frame'],
  [{ kind: 'group' }, 'Whole group'],
  [{ kind: 'section' }, 'Whole section'],
  [{ kind: 'set' }, 'Whole set'],
  [{ kind: 'instance' }, 'Whole instance'],
  [{}, 'The whole'],
]

test.each(WHOLES)('the whole of a layer with %j is called “%s”', async (part, whole) => {
  const [{ kind: _kind, ...row }, ...images] = card(imageRow('Hero')) as [LayerRow, LayerRow]
  await openPanel({ rows: [{ ...row, ...part }, ...images] })
  const way = byRole<HTMLSelectElement>('combobox', 'What to edit in Card')
  expect(way.options[1]!.text).toBe(whole)
})

test('layers of one name are told apart by what they lie in, also by a screen reader', async () => {
  const photo = (where: string) => imageRow('Photo', { id: where, where })
  const [container, ...photos] = card(photo('Theme=Light'), photo('Theme=Dark'))
  await openPanel({ rows: [{ ...container!, where: 'Page header' }, ...photos] })
  expect(listed()[1]).toContain('Photo · Theme=Light')
  expect([box('Photo · Theme=Light').checked, box('Photo · Theme=Dark').checked]).toEqual([true, true])
  expect(listed()[0]).toContain('Card · Page header')
  expect(isShown('combobox', 'What to edit in Card · Page header')).toBe(true)
  expect(isShown('checkbox', 'Images inside Card · Page header')).toBe(true)
})

test('results of the frame’s own image are not over the images inside', async () => {
  const own = imageRow('Card', { results: 1 })
  await openPanel({ rows: containerRows('Card', [own, imageRow('Hero')], { results: 1 }) })
  expect(words()).not.toContain('may hide')
})

test('axe finds nothing in a list of containers', async () => {
  document.documentElement.lang = 'en'
  document.title = 'Refill'
  const library = containerRows('Library', [imageRow('b')], { source: { kind: 'skipped', why: 'library' } })
  await openPanel({ rows: [...card(same('Avatar 1'), same('Avatar 2')), ...library, imageRow('c')] })
  await press(box('Avatar 1'))
  expect(await findings()).toEqual([])
})
