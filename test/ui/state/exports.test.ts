import { signal } from '@preact/signals'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import type { Exports } from '../../../src/shared/protocol.ts'
import { createExports } from '../../../src/ui/state/exports.ts'
import { createSelection } from '../../../src/ui/state/selection.ts'
import { choiceWith, exportLayer, exportsOf } from '../jobs/exports.ts'
import { fakeCode, hold, imageRow } from '../jobs/fakes.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function stage(readExports: () => Exports | Promise<Exports> = () => exportsOf('Hero')) {
  const code = fakeCode({ readExports })
  const selection = createSelection()
  const choice = { all: signal(choiceWith()), wrong: signal<'size' | 'ground' | undefined>(undefined) }
  const exports = createExports({ code, selection, choice })
  return {
    ...{ exports, choice },
    asked: () => code.inputs('readExports').length,
    select: (name: string) => selection.follow({ rows: [imageRow(name)] }),
    paths: () => exports.plan.value?.files.map(({ path }) => path),
  }
}

const wait = (ms = 1000) => vi.advanceTimersByTimeAsync(ms)

test('it is asked when it is shown, and not before or after', async () => {
  const { exports, asked, select, paths } = stage()
  select('Hero')
  await wait()
  expect(asked()).toBe(0)
  exports.show()
  await wait(0)
  expect([asked(), paths(), exports.obstacle.value]).toEqual([1, ['Hero.png'], undefined])
  exports.hide()
  select('Card')
  await wait()
  expect(asked()).toBe(1)
})

test('a selection that changes many times is asked for once', async () => {
  const { exports, asked, select } = stage()
  exports.show()
  await wait(0)
  for (const name of ['a', 'b', 'c']) {
    select(name)
    await wait(50)
  }
  expect(asked()).toBe(1)
  await wait()
  expect(asked()).toBe(2)
})

test('an answer about another selection is dropped', async () => {
  const answers = [hold<Exports>(), hold<Exports>()]
  let count = 0
  const { exports, select, paths } = stage(() => answers[count++]!.promise)
  exports.show()
  await wait()
  select('Card')
  await wait()
  answers[1]!.resolve(exportsOf('Card'))
  await wait()
  answers[0]!.resolve(exportsOf('Hero'))
  await wait()
  expect(paths()).toEqual(['Card.png'])
})

test('whoever wants to export waits until what is selected now is known', async () => {
  const answer = hold<Exports>()
  const answers = [exportsOf('Hero'), answer.promise]
  const { exports, select, paths } = stage(() => answers.shift()!)
  expect(exports.obstacle.value).toBe('looking')
  exports.show()
  await wait()
  expect(exports.obstacle.value).toBeUndefined()
  select('Card')
  let isKnown = false
  const looked = exports.looked().then(() => {
    isKnown = true
  })
  await wait()
  expect(isKnown).toBe(false)
  answer.resolve(exportsOf('Card'))
  await looked
  expect(paths()).toEqual(['Card.png'])
})

test('what could not be read is told, and what was read before is no longer offered', async () => {
  const answers = [
    () => exportsOf('Hero'),
    () => Promise.reject(new AppError('bug', 'It broke.')),
    () => exportsOf('a'),
  ]
  const { exports, select, paths } = stage(() => answers.shift()!())
  exports.show()
  await wait()
  select('Card')
  await wait()
  expect([exports.notice.shown.value?.message, exports.obstacle.value, paths()]).toEqual([
    'It broke.',
    'fault',
    undefined,
  ])
  select('a')
  await wait()
  expect([exports.notice.shown.value, paths()]).toEqual([undefined, ['a.png']])
})

test('as long as files are drawn it waits, and then asks once', async () => {
  const { exports, asked, select } = stage()
  exports.show()
  await wait()
  exports.isHeld.value = true
  select('a')
  select('b')
  await wait()
  expect(asked()).toBe(1)
  exports.isHeld.value = false
  await wait()
  expect(asked()).toBe(2)
})

test.each([
  ['selection', exportsOf(), {}],
  ['settings', exportsOf('Hero'), { from: 'layers' }],
  ['layers', exportsOf(exportLayer('Hero', { skipped: 'hidden' })), {}],
  ['rules', exportsOf('Hero'), { rules: [] }],
  ['template', exportsOf('Hero'), { template: '{nothing}' }],
] as const)('where there is no file it says why: %s', async (obstacle, found, chosen) => {
  const { exports, choice } = stage(() => found)
  choice.all.value = choiceWith(chosen)
  exports.show()
  await wait()
  expect(exports.obstacle.value).toBe(obstacle)
})

test('a box that is wrong is said before what comes of it', async () => {
  const { exports, choice } = stage()
  exports.show()
  await wait()
  choice.wrong.value = 'size'
  expect(exports.obstacle.value).toBe('size')
})

test('what variants are told apart by can be in their names', async () => {
  const { exports } = stage(() =>
    exportsOf(
      exportLayer('Primary', { set: 'Button', properties: { Kind: 'Primary', Size: 'L' } }),
      exportLayer('Secondary', { set: 'Button', properties: { Kind: 'Secondary' } }),
    ),
  )
  exports.show()
  await wait()
  expect(exports.properties.value).toEqual(['kind', 'size'])
})
