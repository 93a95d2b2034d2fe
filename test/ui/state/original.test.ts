import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { AppError, type Fault } from '../../../src/shared/errors.ts'
import type { LayerResults, Shown } from '../../../src/shared/protocol.ts'
import { bringBack, createOriginal } from '../../../src/ui/state/original.ts'
import { createSelection } from '../../../src/ui/state/selection.ts'
import { fakeCode, imageRow, resultOn } from '../jobs/fakes.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const layerShowing = (hash: string) => ({ rows: [imageRow('a', { source: { kind: 'image', hash } })] })

function stage(bringBack: (layer: string) => Promise<Shown> = async () => ({ override: false })) {
  const selection = createSelection()
  selection.follow(layerShowing('result'))
  return { selection, original: createOriginal(selection, bringBack) }
}

test('it is said on which layer the original is showing, for a moment', async () => {
  const { original, selection } = stage()
  await original.show('id of a')
  selection.follow(layerShowing('original'))
  expect(original.shown.value?.layer).toBe('id of a')
  vi.advanceTimersByTime(10_000)
  expect(original.shown.value).toBeUndefined()
})

test('an undo takes it back', async () => {
  const { original, selection } = stage()
  await original.show('id of a')
  selection.follow(layerShowing('original'))
  selection.follow(layerShowing('result'))
  expect(original.shown.value).toBeUndefined()
})

test('rows that were read before the result was there, and come late, are no undo', async () => {
  const { original, selection } = stage()
  selection.follow(layerShowing('original'))
  await original.show('id of a')
  selection.follow(layerShowing('original'))
  expect(original.shown.value?.layer).toBe('id of a')
})

test('the moment is that of the last press', async () => {
  const { original } = stage()
  await original.show('id of a')
  vi.advanceTimersByTime(3000)
  await original.show('id of b')
  vi.advanceTimersByTime(3000)
  expect(original.shown.value?.layer).toBe('id of b')
})

test('an original that cannot be shown is not said to be', async () => {
  const { original } = stage(() => Promise.reject(new Error('gone')))
  await expect(original.show('id of a')).rejects.toThrow('gone')
  expect(original.shown.value).toBeUndefined()
})

/** The sandbox where there is no result to take back, with these results on the layer. */
const refusing = (found: LayerResults | undefined, fault: Fault = 'layer') =>
  fakeCode({
    showOriginal: () => Promise.reject(new AppError(fault, 'Refused.')),
    readResults: () => found ?? Promise.reject(new AppError('layer', 'Gone.')),
  })
const hidden = { results: [resultOn('a', 'night')], original: true }

test('an original that shows already is an answer', async () => {
  expect(await bringBack(refusing(hidden), 'id of a')).toEqual({ override: false })
})

const REFUSALS: [string, LayerResults | undefined, Fault][] = [
  ['a result still shows', { ...hidden, original: false }, 'layer'],
  ['there is no result', { results: [], original: true }, 'layer'],
  ['the layer is gone', undefined, 'layer'],
  ['Refill made a mistake', hidden, 'bug'],
]

test.each(REFUSALS)('where %s, the refusal is told', async (_, found, fault) => {
  await expect(bringBack(refusing(found, fault), 'id of a')).rejects.toThrow('Refused.')
})
