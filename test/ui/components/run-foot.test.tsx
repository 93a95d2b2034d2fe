// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import type { Hold } from '../../../src/ui/state/run.ts'
import type { RunRow } from '../../../src/ui/state/run-row.ts'
import { imageRow } from '../jobs/fakes.ts'
import { fakesOf, listed, rowOf, rowsOf } from './models.ts'
import { allByRole, byRole, findings, isShown, perform, press, pressKey, show, words } from './page.ts'
import { openPanel } from './panel.tsx'

afterEach(async () => {
  await show()
  vi.useRealTimers()
})

async function openRun(rows: readonly RunRow[], selected = [imageRow('Hero')]) {
  const fakes = fakesOf({ rows })
  const panel = await openPanel({ instead: fakes.instead, rows: selected })
  return { ...panel, ...fakes }
}

const dollars = (amount: number) => [{ amount, unit: 'USD' }]
const editing = { state: { at: 'editing' }, startedAt: 1 } as const
const done = (id: number) => rowOf(id, { state: { at: 'done' }, placed: { id: `layer ${id}`, hash: 'new', bytes: 3 } })
const failure = { at: 'failed', error: new AppError('busy', 'Too many at once.') } as const

test('while a run goes it is said how far it is, what it cost of about how much, and how long it may yet take', async () => {
  const { charged, estimated, added, left } = await openRun([
    done(1),
    rowOf(2, { state: failure }),
    rowOf(3, { state: { at: 'stopped' } }),
    rowOf(4, editing),
  ])
  await perform(() => {
    charged.value = dollars(0.12)
    estimated.value = dollars(0.24)
    added.value = 1_250_000
    left.value = 100_000
  })
  expect(words()).toContain('3 of 4 · $0.12 of about $0.24 · added 1.3 MB')
  expect(words()).toContain('1 failed · 1 stopped · 1 min 12 s · about 2 min left')
  const bar = byRole('progressbar', 'Progress of the run')
  expect(['aria-valuenow', 'aria-valuemax', 'aria-valuetext'].map((name) => bar.getAttribute(name))).toEqual([
    '3',
    '4',
    '3 of 4',
  ])
})

test('after it the sum is what was charged, and nothing is left to wait for', async () => {
  const { charged, estimated, left } = await openRun([done(1)])
  await perform(() => {
    charged.value = dollars(0.24)
    estimated.value = dollars(0.25)
    left.value = 1000
  })
  expect(words()).toContain('1 of 1 · charged $0.24')
  expect(words()).not.toContain('left')
})

test.each([
  [1000, 'about 10 s left'],
  [41_000, 'about 50 s left'],
  [61_000, 'about 2 min left'],
])('of %i ms that a run may yet take it says “%s”', async (ms, sentence) => {
  const { left } = await openRun([rowOf(1, editing)])
  await perform(() => {
    left.value = ms
  })
  expect(words()).toContain(sentence)
})

test('that fewer are asked at once is said with its reason', async () => {
  const { parallel } = await openRun([rowOf(1, editing)])
  expect(words()).not.toContain('at once')
  await perform(() => {
    parallel.value = { now: 3, most: 6 }
  })
  expect(words()).toContain('3 at once: the provider is busy')
})

test('what is heard is what the run announces, and not what changes all the time', async () => {
  const { announced } = await openRun([rowOf(1, editing)])
  const heard = allByRole('status').find((status) => status.classList.contains('heard'))!
  expect(words(heard)).toBe('')
  await perform(() => {
    announced.value = '1 done of 2'
  })
  expect(words(heard)).toBe('1 done of 2')
  expect(allByRole('status').some((status) => words(status).includes('0 of 1'))).toBe(false)
})

test('while a run goes it can be paused, stopped and added to', async () => {
  const { pressed, hold } = await openRun([rowOf(1, editing), rowOf(2)])
  expect(isShown('button', 'Run')).toBe(false)
  await press(byRole('button', 'Pause'))
  await perform(() => {
    hold.value = { why: 'paused', left: 1 }
  })
  expect(words()).toContain('Paused. What has been asked for still comes.')
  await press(byRole('button', 'Resume'))
  await press(byRole('button', 'Add to run'))
  await press(byRole('button', 'Stop'))
  expect(pressed).toEqual(['pause', 'resume', 'add', 'stop'])
})

const HOLDS: [Hold, string, string][] = [
  [{ why: 'funds', left: 12 }, 'The account is empty: 12 are left. Add credit, then resume.', 'Resume'],
  [{ why: 'funds', left: 1 }, 'The account is empty: 1 is left. Add credit, then resume.', 'Resume'],
  [
    { why: 'ceiling', left: 12, ceiling: { amount: 5, unit: 'USD' } },
    'The ceiling of $5.00 is reached: 12 are left.',
    'Go on without the ceiling',
  ],
]

test.each(HOLDS)('a run that is held by %j says so, and how to go on', async (held, sentence, button) => {
  const { pressed, hold } = await openRun(rowsOf(2))
  await perform(() => {
    hold.value = held
  })
  expect(words(byRole('alert'))).toBe(sentence)
  expect(isShown('button', 'Pause')).toBe(false)
  await press(byRole('button', button))
  expect(pressed).toEqual(['resume'])
})

test('the focus goes from Run to Pause, and at the end back to Run', async () => {
  const { list, change } = await openRun([])
  byRole('button', 'Run').focus()
  await perform(() => {
    list.value = [listed(rowOf(1))]
  })
  expect(document.activeElement).toBe(byRole('button', 'Pause'))
  byRole('button', 'Stop').focus()
  await perform(() => change(1, { state: failure }))
  expect(document.activeElement).toBe(byRole('button', 'Run'))
})

test('an Enter key that is held down presses once', async () => {
  await openRun([])
  const pressedAgain = new KeyboardEvent('keydown', { key: 'Enter', repeat: true, bubbles: true, cancelable: true })
  byRole('button', 'Run').dispatchEvent(pressedAgain)
  expect(pressedAgain.defaultPrevented).toBe(true)
})

test('⌘⏎ in the prompt starts a run, and does not add to one', async () => {
  const { pressed, list } = await openRun([])
  await pressKey(byRole('textbox', 'Prompt'), 'Enter', { metaKey: true })
  await perform(() => {
    list.value = [listed(rowOf(1))]
  })
  await pressKey(byRole('textbox', 'Prompt'), 'Enter', { metaKey: true })
  expect(pressed).toEqual(['run'])
})

test('after a run those that failed can be tried again together, but not those that may have been charged', async () => {
  const unsure = { at: 'unknown' } as const
  const { pressed, change } = await openRun([
    rowOf(1, editing),
    rowOf(2, { state: failure }),
    rowOf(3, { state: failure, unsure }),
  ])
  expect(isShown('button', 'Retry failed (1)')).toBe(false)
  await perform(() => change(1, { state: failure }))
  await press(byRole('button', 'Retry failed (2)'))
  expect(pressed).toEqual(['retry failed'])
})

test('Original for this run asks first where it is about several layers, and says what came of it', async () => {
  const { pressed, taken } = await openRun([done(1), done(2)])
  await press(byRole('button', 'Original for this run'))
  expect(isShown('group', '2 layers will show the original again. The results stay on them.')).toBe(true)
  expect(pressed).toEqual([])
  await press(byRole('button', 'Bring them back'))
  expect(pressed).toEqual(['take back'])
  await perform(() => {
    taken.value = { shown: 1, already: 1, missed: 1, override: true }
  })
  expect(words()).toContain(
    'The original is showing on 2 layers. On 1 layer it could not be brought back. In instances it stays an override.',
  )
})

test('a question ends the one before it, and has the focus; Escape closes it and gives the focus back', async () => {
  const { pressed } = await openRun([done(1), done(2)])
  await press(byRole('button', 'Original for this run'))
  expect(document.activeElement).toBe(byRole('button', 'Bring them back'))
  await press(byRole('button', 'Tidy run'))
  expect(isShown('button', 'Original for this run')).toBe(true)
  expect(isShown('button', 'Bring them back')).toBe(false)
  expect(document.activeElement).toBe(byRole('button', 'Remove'))
  await press(byRole('button', 'Original for this run'))
  expect(isShown('button', 'Remove')).toBe(false)
  expect(document.activeElement).toBe(byRole('button', 'Bring them back'))
  await pressKey(document.activeElement as HTMLElement, 'Escape')
  expect(isShown('button', 'Bring them back')).toBe(false)
  expect(document.activeElement).toBe(byRole('button', 'Original for this run'))
  expect(pressed).toEqual([])
})

test('of one layer Original for this run asks nothing', async () => {
  const { pressed } = await openRun([done(1)])
  await press(byRole('button', 'Original for this run'))
  expect(pressed).toEqual(['take back'])
})

const CLOSINGS: [boolean, { kept: number; loose: number; held?: number }, string][] = [
  [true, { kept: 0, loose: 1 }, 'Closing Refill now may lose what is paid for.'],
  [true, { kept: 1, loose: 0 }, 'Closing ends the run; results under way come later.'],
  [true, { kept: 1, loose: 2 }, 'Closing Refill now loses some of the results.'],
  [false, { kept: 0, loose: 1 }, 'Closing Refill now loses what arrived after Stop. Place it or save it.'],
  [false, { held: 1, kept: 0, loose: 1 }, 'Closing Refill now loses the results that wait for their variants.'],
  [false, { kept: 1, loose: 0 }, 'Closing ends the run; results under way come later.'],
  [false, { kept: 1, loose: 1 }, 'Closing Refill now loses some of the results.'],
]

test.each(CLOSINGS)(
  'what closing loses goes by the rows (a run goes: %s, %j), not by the provider',
  async (...given) => {
    const [goes, tally, sentence] = given
    const fakes = fakesOf({ rows: [goes ? rowOf(1, editing) : done(1)], tally })
    await openPanel({ instead: fakes.instead })
    expect(words()).toContain(sentence)
  },
)

test('while all that is left waits, as at the ceiling, closing loses nothing that is paid for', async () => {
  await openRun([done(1), rowOf(2, { state: { at: 'waiting' } })])
  expect(words()).toContain('Closing Refill now ends the run.')
})

test('what the panel makes by itself costs nothing, and closing says so', async () => {
  await openRun([rowOf(1, { ...editing, job: { ...rowOf(1).job, model: 'local' } })])
  expect(words()).toContain('Closing Refill now ends the run.')
})

test('where nothing is owed any more closing is not spoken of', async () => {
  const { instead } = fakesOf({ rows: [done(1)] })
  await openPanel({ instead, provider: { resume: () => new Promise(() => {}) } })
  expect(words()).not.toContain('Closing')
})

test('layers that share a picture are counted beside the pictures that are paid for', async () => {
  const { price, sharing, form } = await openRun([])
  await perform(() => {
    price.shown.value = { at: 'known', sums: dollars(0.01) }
    sharing.value = { layers: 100, requests: 1 }
  })
  expect(words()).toContain('$0.01 for 1 result, shared by 100 layers')
  expect(byRole('checkbox', 'Each its own result').getAttribute('aria-description')).toBe('100 layers share 1 request.')
  await press(byRole('checkbox', 'Each its own result'))
  expect(form.all.value.shareSame).toBe(false)
  await perform(() => {
    sharing.value = undefined
  })
  expect(byRole<HTMLInputElement>('checkbox', 'Each its own result').checked).toBe(true)
  expect(byRole('checkbox', 'Each its own result').getAttribute('aria-description')).toBe('Each is paid for.')
  await press(byRole('checkbox', 'Each its own result'))
  expect(isShown('checkbox', 'Each its own result')).toBe(false)
})

test.each([
  [{ charged: 1, costs: dollars(0.01) }, '1 result was charged ($0.01) and never arrived: Refill was closed.'],
  [{ charged: 2, costs: [] }, '2 results were charged and never arrived: Refill was closed.'],
  [{ open: 2 }, '2 requests had no answer when Refill was closed, and may have been charged.'],
])('of the last session it is said that %j', async (missing, sentence) => {
  const { instead } = fakesOf({ missing })
  await openPanel({ instead })
  expect(words()).toContain(sentence)
  byRole('button', 'Dismiss').focus()
  await press(byRole('button', 'Dismiss'))
  expect(words()).not.toContain('charged')
  expect(document.activeElement).toBe(byRole('tab', 'Edit'))
})

test('axe finds nothing below a run that goes, is held, or has ended', async () => {
  document.documentElement.lang = 'en'
  document.title = 'Refill'
  const fakes = fakesOf({ rows: [done(1), done(2), rowOf(3, editing)], missing: { open: 2 } })
  await openPanel({ instead: fakes.instead })
  expect(await findings()).toEqual([])
  await perform(() => {
    fakes.hold.value = { why: 'funds', left: 1 }
  })
  expect(await findings()).toEqual([])
  await perform(() => {
    fakes.hold.value = undefined
    fakes.change(3, { state: failure })
  })
  await press(byRole('button', 'Original for this run'))
  expect(await findings()).toEqual([])
})

test('a click that was on its way to Stop when the run ended begins no other; one a moment later does, and keys at once', async () => {
  const { change, pressed } = await openRun([rowOf(1, editing)])
  const now = vi.spyOn(performance, 'now').mockReturnValue(1000)
  await perform(() => change(1, { state: failure }))
  const click = (detail: number) =>
    perform(() => byRole('button', 'Run').dispatchEvent(new MouseEvent('click', { bubbles: true, detail })))
  now.mockReturnValue(1250)
  await click(1)
  expect(pressed).toEqual([])
  await click(0)
  expect(pressed).toEqual(['run'])
  now.mockReturnValue(1350)
  await click(1)
  expect(pressed).toEqual(['run', 'run'])
  now.mockRestore()
})
