import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createReadings } from '../../src/code/readings.ts'
import type { Selection } from '../../src/shared/protocol.ts'
import { type MaybeWritten, Written } from '../../src/shared/written.ts'

// When the selection is read again. Time is the test's own: nothing here waits.

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

/** Readings that take `held` ms, of which each is known by whether the selection was its reason. */
function watched(held: number) {
  const begun: ('selection' | 'document')[] = []
  const ended: typeof begun = []
  const readings = createReadings(async (always, isWanted) => {
    const reason = always ? 'selection' : 'document'
    begun.push(reason)
    await new Promise((resolve) => setTimeout(resolve, held))
    if (isWanted()) ended.push(reason)
    return held
  })
  return { readings, begun, ended }
}

test('a change of the selection is read as soon as it has settled, however long readings take', async () => {
  const { readings, begun } = watched(1000)
  readings.documentChanged()
  await pass(1200)
  readings.selectionChanged()
  await pass(30)
  readings.selectionChanged()
  await pass(59)
  expect(begun).toEqual(['document'])
  await pass(1)
  expect(begun).toEqual(['document', 'selection'])
})

test('after a long reading, changes of the document wait for thirty times as long, and are then read once', async () => {
  const { readings, begun, ended } = watched(100)
  readings.selectionChanged()
  await pass(60 + 100)
  for (let change = 0; change < 10; change++) {
    readings.documentChanged()
    await pass(290)
  }
  expect(begun).toEqual(['selection'])
  await pass(100 + 100)
  expect(ended).toEqual(['selection', 'document'])
  await pass(60_000)
  expect(ended).toHaveLength(2)
})

test('a short reading makes changes of the document wait no longer than they always do', async () => {
  const { readings, begun } = watched(1)
  readings.selectionChanged()
  await pass(61)
  readings.documentChanged()
  await pass(149)
  expect(begun).toEqual(['selection'])
  await pass(1)
  expect(begun).toEqual(['selection', 'document'])
})

test('a change of the document during a reading does not end it, and is read after it', async () => {
  const { readings, begun, ended } = watched(500)
  readings.selectionChanged()
  await pass(100)
  readings.documentChanged()
  await pass(460)
  expect(ended).toEqual(['selection'])
  await pass(30 * 500)
  expect(begun).toEqual(['selection', 'document'])
})

test('a change of the document does not put off, nor make less of, the reading of a new selection', async () => {
  const { readings, begun } = watched(1)
  readings.selectionChanged()
  await pass(50)
  readings.documentChanged()
  await pass(10)
  expect(begun).toEqual(['selection'])
})

test('fifty changes to a thousand selected layers are few readings, and the last state is told', async () => {
  const page = manyLayers(1000)
  const { followSelection } = (await import(SELECTION)) as Following
  const told: Selection[] = []
  followSelection((selection) => {
    told.push(selection instanceof Written ? (JSON.parse(selection.json) as Selection) : selection)
  })
  page.tell('selectionchange')
  await pass(5000)
  expect(told).toHaveLength(1)
  for (let change = 1; change <= 50; change++) {
    page.layers[change]!.name = `Changed ${change}`
    page.tell('nodechange')
    await pass(200)
  }
  await pass(120_000)
  expect(page.readings()).toBeLessThanOrEqual(3)
  expect(told.at(-1)!.rows).toHaveLength(1000)
  expect(told.at(-1)!.rows.filter(({ name }) => name.startsWith('Changed'))).toHaveLength(50)
})

// By name, for its types are Figma's globals, which a test has not.
const SELECTION = '../../src/code/selection.ts'
interface Following {
  followSelection(tell: (selection: MaybeWritten<Selection>) => void): void
}

/** A page of rectangles, all selected, where looking at one takes a millisecond. */
function manyLayers(count: number) {
  const handlers = new Map<string, () => void>()
  let readings = 0
  const on = (name: string, handler: () => void) => void handlers.set(name, handler)
  const parent = { type: 'PAGE', id: '0:1', parent: null, findAllWithCriteria: () => [] }
  const layers = Array.from({ length: count }, (_, index) => ({
    ...{ type: 'RECTANGLE', id: `1:${index}`, name: `Layer ${index}`, parent, removed: false, visible: true },
    ...{ width: 10, height: 10, opacity: 1, blendMode: 'NORMAL', isMask: false, strokes: [], effects: [] },
    ...{ fills: [{ type: 'SOLID' }], fillStyleId: '', getPluginData: () => '' },
    get absoluteBoundingBox() {
      vi.setSystemTime(Date.now() + 1)
      return { x: index, y: 0, width: 10, height: 10 }
    },
  }))
  const currentPage = {
    ...{ id: parent.id, on },
    get selection() {
      readings++
      return layers
    },
  }
  vi.stubGlobal('figma', { currentPage, on })
  return { layers, readings: () => readings, tell: (name: string) => handlers.get(name)!() }
}
