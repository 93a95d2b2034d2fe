// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import type { RunRow } from '../../../src/ui/state/run-row.ts'
import { imageRow, jobOn } from '../jobs/fakes.ts'
import { fakesOf, listed, rowOf, rowsOf } from './models.ts'
import { byRole, choose, findings, isShown, perform, press, show, words } from './page.ts'
import { openPanel } from './panel.tsx'

beforeEach(() => {
  document.documentElement.lang = 'en'
  document.title = 'Refill'
})

afterEach(async () => {
  await show()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

async function openRun(rows: readonly RunRow[], arrived: readonly RunRow[] = []) {
  const fakes = fakesOf({ rows, arrived })
  await openPanel({ instead: fakes.instead })
  return fakes
}

/** An observer that a test moves the view of: it tells of all it observes whether that is in view. */
function watchView() {
  const observers = new Set<{ look: () => void }>()
  let isInView: (element: Element) => boolean = () => false
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observed: Element[] = []
      constructor(private readonly tell: (entries: { target: Element; isIntersecting: boolean }[]) => void) {
        observers.add(this)
      }
      look = () => this.tell(this.observed.map((target) => ({ target, isIntersecting: isInView(target) })))
      observe(element: Element) {
        this.observed.push(element)
      }
      disconnect() {
        observers.delete(this)
      }
    },
  )
  return (passes: (element: Element) => boolean) => {
    isInView = passes
    return perform(() => {
      for (const observer of [...observers]) observer.look()
    })
  }
}

/** Without asking for roles and names: among many rows that takes long. */
const list = () => document.querySelector('ul[aria-label=Run]')!
const items = () => [...list().querySelectorAll('[aria-posinset]')]
const failure = { at: 'failed', error: new AppError('busy', 'Too many at once.') } as const
const picture = { width: 1, height: 1, type: 'image/png' } as const
const made = { prompt: 'p', provider: 'fake', model: 'm', at: '2026-01-01T00:00:00.000Z' }
const unplaced = { file: new Blob(['x']), fileName: 'a.png', picture, made }

test('each row says which of how many it is', async () => {
  await openRun(rowsOf(3))
  expect(items().map((item) => ['aria-posinset', 'aria-setsize'].map((name) => item.getAttribute(name)))).toEqual([
    ['1', '3'],
    ['2', '3'],
    ['3', '3'],
  ])
})

test('a change of one row renders that row alone', async () => {
  const { change, looks } = await openRun(rowsOf(3))
  const rendered = vi.spyOn(looks, 'before')
  await perform(() => change(2, { state: { at: 'reading' } }))
  expect(words(items()[1]!)).toContain('Reading…')
  expect(rendered.mock.calls.map(([{ id }]) => id)).toEqual([2])
})

test('of a thousand rows only those near the view are there, and the others keep their height', async () => {
  const look = watchView()
  await openRun(rowsOf(1000))
  expect(items()).toHaveLength(7)
  const gaps = () => [...list().children].filter((item) => item.getAttribute('aria-hidden'))
  expect(gaps()).toHaveLength(142)
  await look((element) => element === gaps()[10])
  expect(
    items()
      .map((item) => item.getAttribute('aria-posinset'))
      .at(0),
  ).toBe('78')
  expect(items()).toHaveLength(7)
  expect(gaps()).toHaveLength(142)
})

test('a row that has the focus does not go when it leaves the view', async () => {
  const look = watchView()
  await openRun(rowsOf(100))
  byRole('button', 'Stop Photo 3').focus()
  await look(() => false)
  expect(items()).toHaveLength(7)
  expect(document.activeElement).toBe(byRole('button', 'Stop Photo 3'))
})

test('a block that left the view has the height that it had', async () => {
  const look = watchView()
  await openRun(rowsOf(100))
  const tall = (top: number) => ({ top, bottom: top + 100 }) as DOMRect
  items().forEach((item, index) => {
    item.getBoundingClientRect = () => tall(index * 150)
  })
  await look(() => false)
  expect((list().firstElementChild as HTMLElement).style.height).toBe(`${6 * 150 + 100}px`)
})

test('a filter is there where the rows are not taken in at a glance', async () => {
  const { list: rows } = await openRun(rowsOf(12))
  expect(isShown('combobox', 'Rows shown')).toBe(false)
  await perform(() => {
    rows.value = [...rows.value, listed(rowOf(13))]
  })
  expect(isShown('combobox', 'Rows shown')).toBe(true)
})

test('the filter counts what it would show, shows just that, and follows it', async () => {
  const { change } = await openRun([
    rowOf(1, { state: { at: 'editing' }, startedAt: 1 }),
    rowOf(2, { state: failure }),
    ...Array.from({ length: 11 }, (_, index) => rowOf(index + 3)),
  ])
  const filter = byRole<HTMLSelectElement>('combobox', 'Rows shown')
  expect([...filter.options].map(({ text }) => text)).toEqual(['All (13)', 'Under way (1)', 'Failed (1)'])
  await choose(filter, 'failed')
  expect(items().map((item) => words(item))).toEqual([expect.stringContaining('Photo 2')])
  await perform(() => change(1, { state: failure }))
  expect(items()).toHaveLength(2)
  await choose(filter, 'all')
  expect(items()[0]!.getAttribute('aria-setsize')).toBe('13')
})

test('what may be done about a row is said of its layer, after the words that are seen', async () => {
  const { picture: _, ...gone } = unplaced
  await openRun(
    [
      rowOf(1, { state: { at: 'editing' } }),
      rowOf(2, { state: failure }),
      rowOf(3, { state: failure, unplaced }),
      rowOf(4, { state: failure, unplaced: gone }),
      rowOf(5, { state: { at: 'stopped' } }),
      rowOf(6, { state: { at: 'done' }, placed: { id: 'layer', hash: 'new', bytes: 3 } }),
      rowOf(7, { state: { at: 'done' }, smaller: { error: failure.error, file: unplaced.file, fileName: 'a.png' } }),
    ],
    [rowOf(8, { state: { at: 'stopped' }, unplaced })],
  )
  const names = [...document.querySelectorAll('.run :is(button, a)')].map((one) => [
    one.getAttribute('aria-label'),
    `${one.textContent} ${one.closest('li')!.querySelector('.name')!.textContent}`,
  ])
  expect(names.map(([heard]) => heard)).toEqual(names.map(([, seen]) => seen))
  expect(new Set(names.map(([heard]) => heard)).size).toBe(names.length)
  expect(names.length).toBeGreaterThan(10)
})

test('when a row is tried again, the focus is on what took its place', async () => {
  const { list: rows } = await openRun([rowOf(1, { state: failure }), rowOf(2, { state: failure })])
  byRole('button', 'Retry Photo 2').focus()
  await perform(() => {
    rows.value = [rows.value[0]!, listed(rowOf(3))]
  })
  expect(document.activeElement).toBe(byRole('button', 'Stop Photo 3'))
})

test('when a row leaves what the filter shows, the focus is on its neighbour, and on the filter after the last', async () => {
  const { change } = await openRun([rowOf(1, { state: failure }), rowOf(2, { state: failure }), ...rowsOf(13).slice(2)])
  await choose(byRole<HTMLSelectElement>('combobox', 'Rows shown'), 'failed')
  byRole('button', 'Retry Photo 1').focus()
  await perform(() => change(1, { state: { at: 'waiting' } }))
  expect(document.activeElement).toBe(byRole('button', 'Retry Photo 2'))
  await perform(() => change(2, { state: { at: 'waiting' } }))
  expect(document.activeElement).toBe(byRole('combobox', 'Rows shown'))
})

test('faults are read out one by one only where there are few rows', async () => {
  await openRun([rowOf(1, { state: failure })])
  expect(isShown('alert')).toBe(true)
  await openRun(rowsOf(13, { state: failure }))
  expect(isShown('alert')).toBe(false)
})

test('what arrived after Stop has a list of its own, its look, and is placed or saved by hand', async () => {
  const arrived = rowOf(9, { job: jobOn(imageRow('Late')), state: { at: 'stopped' }, unplaced })
  const { pressed } = await openRun([rowOf(1, { state: { at: 'done' } })], [arrived])
  expect(isShown('heading', 'Arrived after Stop')).toBe(true)
  const late = byRole('list', 'Arrived after Stop')
  expect(words(late)).toBe('Late Arrived Place Save file')
  expect(late.querySelectorAll('img')).toHaveLength(2)
  expect(words(list())).not.toContain('Late')
  await press(byRole('button', 'Place Late'))
  await press(byRole('link', 'Save file Late'))
  expect(pressed).toEqual(['place 9', 'saved 9'])
})

test('with what arrived after Stop placed, the focus is in the rows that are left', async () => {
  const { arrived } = await openRun([rowOf(1)], [rowOf(9, { state: { at: 'stopped' }, unplaced })])
  byRole('button', 'Place Photo 9').focus()
  await perform(() => {
    arrived.value = []
  })
  expect(document.activeElement).toBe(byRole('button', 'Stop Photo 1'))
})

test('a new run comes into view; what is added to it, or tried again, does not', async () => {
  const { list: rows, change } = await openRun([])
  const scrolled = vi.spyOn(Element.prototype, 'scrollIntoView')
  await perform(() => {
    rows.value = rowsOf(2).map(listed)
  })
  expect(scrolled).toHaveBeenCalledTimes(1)
  await perform(() => {
    rows.value = [...rows.value, listed(rowOf(3))]
  })
  for (const id of [1, 2, 3]) await perform(() => change(id, { state: failure }))
  const { job } = rows.value[2]!.row.value
  await perform(() => {
    rows.value = [...rows.value.slice(0, 2), listed(rowOf(4, { job }))]
  })
  expect(scrolled).toHaveBeenCalledTimes(1)
})

test('axe finds nothing in a run with a filter, rows in all states and what arrived after Stop', async () => {
  await openRun(
    [
      rowOf(1, { state: { at: 'editing' }, startedAt: 1, sharedWith: 2 }),
      rowOf(2, { state: failure, unsure: { at: 'unknown' } }),
      rowOf(3, { state: { at: 'stopped' }, isDetached: true }),
      rowOf(4, { state: { at: 'done' }, placed: { id: 'layer', hash: 'new', bytes: 3 } }),
      ...rowsOf(50).slice(4),
    ],
    [rowOf(99, { state: { at: 'stopped' }, unplaced })],
  )
  expect(await findings()).toEqual([])
})
