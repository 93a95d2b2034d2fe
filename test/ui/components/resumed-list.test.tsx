// @vitest-environment happy-dom
import { signal } from '@preact/signals'
import { afterEach, expect, test, vi } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import { assertAlike } from '../../../src/ui/jobs/alike.ts'
import type { ResumedRow } from '../../../src/ui/state/resumed-row.ts'
import { toRow } from '../../../src/ui/state/resumed-row.ts'
import { aimAt, rememberedOn } from '../state/one-machine.ts'
import { byRole, findings, isShown, perform, press, show, words } from './page.ts'
import { openPanel } from './panel.tsx'

afterEach(async () => {
  await show()
  vi.restoreAllMocks()
})

const MADE = { prompt: 'Make it night', provider: 'fake', model: 'm', at: '2026-01-01T00:00:00.000Z' }
const FILE = { file: new Blob(['night']), fileName: 'Hero.png', made: MADE }
const PICTURE = { ...FILE, picture: { type: 'image/png', width: 8, height: 8 } } as const

const rowWith = (part: Partial<ResumedRow>): ResumedRow => ({ ...toRow('job', rememberedOn([aimAt('Hero')])), ...part })

/** The panel with one row of an earlier session, and what was pressed there. */
async function stage(...parts: Partial<ResumedRow>[]) {
  const rows = signal(parts.map((part, index) => rowWith({ id: `job ${index + 1}`, ...part })))
  const pressed: string[] = []
  const heard = (name: string) => async (id: string) => void pressed.push(`${name} ${id}`)
  const panel = await openPanel({
    instead: ({ resumed }) => ({
      resumed: {
        ...{ ...resumed, rows, again: heard('again'), place: heard('place') },
        markSaved: (id) => void pressed.push(`saved ${id}`),
        dismiss(id) {
          pressed.push(`dismiss ${id}`)
          rows.value = rows.value.filter((row) => row.id !== id)
        },
      },
    }),
  })
  const list = () => byRole('list', 'Kept by Refill')
  return { ...panel, pressed, rows, list, text: () => words(list()) }
}

test('without jobs of earlier sessions nothing is said', async () => {
  await stage()
  expect(isShown('list', 'Kept by Refill')).toBe(false)
  expect(words()).not.toContain('Kept by Refill')
})

test('below the form there may be some: the foot says how many, and leads to them', async () => {
  const { list } = await stage({}, {})
  await press(byRole('button', 'Kept by Refill (2)'))
  expect(document.activeElement?.contains(list())).toBe(true)
})

test('a job that is waited for can be given up, which asks first', async () => {
  const { text, pressed } = await stage({ others: 2 })
  expect(text()).toBe('Hero and 2 others Waiting for the provider “Make it night” Stop')
  await press(byRole('button', 'Stop Hero and 2 others'))
  expect(text()).toContain('may be paid for')
  expect(pressed).toEqual([])
  await press(byRole('button', 'Stop Hero and 2 others'))
  expect(pressed).toEqual(['dismiss job 1'])
  expect(document.activeElement).toBe(byRole('tab', 'Edit'))
})

test.each([
  { state: { at: 'placed' }, placed: { id: '1:1', hash: 'night' } },
  { state: { at: 'arrived', why: 'stopped' }, unplaced: PICTURE },
] as const)('that it does not keep its resolution is said of what was to: %j', async (part) => {
  const job = rememberedOn([aimAt('Hero')], { keeps: true })
  const { text } = await stage({ job, ...part })
  expect(text()).toContain(
    'It was not upscaled, as the run that would pay for that is over. Press Upscale at its layer.',
  )
})

test('nothing is said of that while it is waited for, and where the last panel had placed it', async () => {
  const job = rememberedOn([aimAt('Hero')], { keeps: true })
  const { text } = await stage({ job, state: { at: 'placed' } }, { job, state: { at: 'waiting' } })
  expect(text()).not.toContain('upscaled')
})

test('a placed one shows its layer and goes without a question', async () => {
  const { text, pressed, code } = await stage({
    ...{ state: { at: 'placed' }, placed: { id: '1:2', hash: 'new' }, isKept: false },
  })
  expect(text()).toBe('Hero Placed “Make it night” Show layer Dismiss')
  await press(byRole('button', 'Show layer Hero'))
  expect(code.inputs('showLayer')).toEqual([{ id: '1:2' }])
  await press(byRole('button', 'Dismiss Hero'))
  expect(pressed).toEqual(['dismiss job 1'])
})

test.each([
  ['elsewhere', 'From another file, “Landing page”. Open that file to have it placed, or save it.', 'Place here'],
  ['changed', 'Its layer has changed or is gone: place it beside, or save it.', 'Place beside'],
  ['stopped', 'It was stopped, and came all the same: place it, or save it.', 'Place'],
] as const)('what arrived and is not placed (%s) says why, and is placed, saved or given up', async (...given) => {
  const [why, sentence, word] = given
  const { text, pressed } = await stage({ state: { at: 'arrived', why }, unplaced: PICTURE })
  expect(text()).toBe(`Hero Arrived “Make it night” ${sentence} ${word} Save file Dismiss`)
  await press(byRole('button', `${word} Hero`))
  const link = byRole('link', 'Save file Hero')
  expect(link.getAttribute('download')).toBe('Hero.png')
  link.addEventListener('click', (event) => event.preventDefault())
  await press(link)
  await press(byRole('button', 'Dismiss Hero'))
  expect(text()).toContain('is not saved. Refill forgets it.')
  expect(pressed).toEqual(['place job 1', 'saved job 1'])
})

test('a picture that is not like its image is asked about, and placed for the first time', async () => {
  let error: AppError | undefined
  try {
    assertAlike(0.2)
  } catch (thrown) {
    error = thrown as AppError
  }
  const { text, pressed } = await stage({ state: { at: 'failed', error: error! }, unplaced: PICTURE })
  expect(text()).toContain('Look at it before you place it.')
  expect(isShown('button', 'Ask again Hero')).toBe(false)
  await press(byRole('button', 'Place Hero'))
  expect(pressed).toEqual(['place job 1'])
})

test('a fault keeps it: it is asked for again, and with a picture placed again', async () => {
  const error = new AppError('offline', 'Nothing came back.')
  const { text, pressed, rows } = await stage({ state: { at: 'failed', error } })
  expect(text()).toContain('Nothing came back. Refill keeps it: asking again is free. Ask again Dismiss')
  await press(byRole('button', 'Ask again Hero'))
  await perform(() => (rows.value = [rowWith({ state: { at: 'failed', error }, unplaced: PICTURE })]))
  await press(byRole('button', 'Place again Hero'))
  expect(pressed).toEqual(['again job 1', 'place job'])
})

test('a missing account leads to Settings', async () => {
  const { tab } = await stage({ state: { at: 'failed', error: new AppError('settings', 'The account is missing.') } })
  await press(byRole('button', 'Open Settings Hero'))
  expect(tab.value).toBe('settings')
})

test('what is lost says why, and can only be taken off the list', async () => {
  const error = new AppError('refused', 'The provider says: “No.”')
  const { text } = await stage({ state: { at: 'over', error }, isKept: false })
  expect(text()).toBe('Hero Lost “Make it night” The provider refused The provider says: “No.” Dismiss')
})

test('the focus goes to the row that takes the place of one that is dismissed', async () => {
  const { list } = await stage({ isKept: false, state: { at: 'placed' } }, { isKept: false, state: { at: 'placed' } })
  const first = list().querySelector('button')!
  first.focus()
  await press(first)
  expect(document.activeElement).toBe(byRole('button', 'Dismiss Hero'))
})

test('axe finds nothing, whatever the rows say', async () => {
  document.title = 'Refill'
  document.documentElement.lang = 'en'
  await stage(
    {},
    { state: { at: 'placed' }, placed: { id: '1:2', hash: 'new' } },
    { state: { at: 'arrived', why: 'elsewhere' }, unplaced: PICTURE },
    { state: { at: 'failed', error: new AppError('image', 'It is none.') }, unplaced: FILE },
  )
  expect(await findings()).toEqual([])
})
