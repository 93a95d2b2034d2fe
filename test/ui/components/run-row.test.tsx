// @vitest-environment happy-dom
import { signal } from '@preact/signals'
import { afterEach, expect, test, vi } from 'vitest'
import { AppError, type Fault } from '../../../src/shared/errors.ts'
import { RunList } from '../../../src/ui/components/run-list.tsx'
import type { RunRowLook } from '../../../src/ui/components/run-row.tsx'
import type { Looks } from '../../../src/ui/components/use-looks.ts'
import { assertAlike } from '../../../src/ui/jobs/alike.ts'
import { Answered } from '../../../src/ui/providers/faults.ts'
import type { OriginalShown } from '../../../src/ui/state/original.ts'
import type { RunRow } from '../../../src/ui/state/run-row.ts'
import type { Unsure } from '../../../src/ui/state/unsure.ts'
import type { VariantStanding } from '../../../src/ui/state/variant-standing.ts'
import { FAULTS } from '../../../src/ui/texts/faults.ts'
import { T } from '../../../src/ui/texts.ts'
import { imageRow, jobOn } from '../jobs/fakes.ts'
import { fakeLooks, fakeRun, rowOf } from './models.ts'
import { allByRole, byRole, isShown, perform, press, show, words } from './page.ts'

afterEach(async () => {
  await show()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** The row on the page, and what was pressed on it. */
async function showRow(part: Partial<RunRow>, { originalShown, looks, variant }: Look = {}) {
  const { run, pressed, change } = fakeRun([rowOf(7, { job: jobOn(imageRow('Hero')), ...part })])
  const look: RunRowLook = {
    looks: looks ?? { watch: () => () => {}, before: () => undefined, after: () => undefined },
    isListed: (job) => job === 'listed job',
    variantOf: () => variant,
    original: signal(originalShown),
    results: ({ id }) => <p>Results of {id}</p>,
    coverOver: ({ inside }) => (inside ? imageRow(inside.name, { kind: 'frame' }) : undefined),
    onStop: run.stopRow,
    onRetry: (id) => void run.retry(id),
    onPlaceAgain: (id) => void run.placeAgain(id),
    onPlaceBeside: (id) => void run.placeBeside(id),
    onSaved: run.markSaved,
    onShowLayer: (layer) => pressed.push(`show ${layer}`),
    onOriginal: (layer) => pressed.push(`original of ${layer}`),
    onSettings: () => pressed.push('settings'),
    onPrompt: () => pressed.push('prompt'),
    onModel: () => pressed.push('model'),
  }
  await show(<RunList run={run} look={look} />)
  return { pressed, change: (part: Partial<RunRow>) => perform(() => change(7, part)) }
}

interface Look {
  originalShown?: OriginalShown
  looks?: Looks
  variant?: VariantStanding
}

const failed = (fault: Fault): Partial<RunRow> => ({
  state: { at: 'failed', error: new AppError(fault, 'One sentence.') },
})

const PLACED = { id: 'layer', hash: 'new', bytes: 3 }

const FIXES: [Fault, string[]][] = [
  ['layer', ['Retry']],
  ['image', ['Retry']],
  ['settings', ['Open Settings', 'Retry']],
  ['offline', ['Retry']],
  ['timeout', ['Retry']],
  ['denied', ['Open Settings', 'Retry']],
  ['funds', ['Retry']],
  ['refused', ['Change the prompt', 'Retry']],
  ['busy', ['Retry']],
  ['provider', ['Retry']],
  ['bug', ['Retry']],
]

test.each(FIXES)('the fault “%s” has a title, its sentence, advice and its buttons', async (fault, buttons) => {
  await showRow(failed(fault))
  const { title, advice } = FAULTS[fault]
  expect(words(byRole('alert'))).toBe([title, 'One sentence.', advice].filter(Boolean).join(' '))
  expect(allByRole('button').map((button) => words(button))).toEqual(buttons)
})

test('each button does its own thing', async () => {
  const { pressed, change } = await showRow(failed('denied'))
  await press(byRole('button', 'Open Settings Hero'))
  await press(byRole('button', 'Retry Hero'))
  await change(failed('refused'))
  await press(byRole('button', 'Change the prompt Hero'))
  await change({ state: { at: 'done' }, placed: PLACED })
  await press(byRole('button', 'Original Hero'))
  expect(pressed).toEqual(['settings', 'retry 7', 'prompt', 'original of layer'])
})

test.each([
  ['waiting', 'Waiting'],
  ['reading', 'Reading…'],
  ['editing', 'Editing…'],
  ['placing', 'Placing…'],
  ['done', 'Done'],
  ['stopped', 'Stopped'],
] as const)('a row that is %s says “%s”', async (at, word) => {
  await showRow({ state: { at } })
  expect(words(byRole('list', 'Run').firstElementChild!)).toContain(word)
})

test('a row whose job is on the list of those that are kept points there, and asks for nothing that is paid again', async () => {
  const { change } = await showRow({ ...failed('timeout'), unsure: { at: 'unknown' }, keptAs: 'listed job' })
  expect(words(byRole('alert'))).toContain('“Kept by Refill” asks again for free.')
  expect(words()).not.toContain('charged again')
  expect(allByRole('button')).toEqual([])
  await change({ keptAs: 'a job that was dismissed' })
  expect(words(byRole('alert'))).toContain('A retry is charged again.')
  expect(isShown('button', 'Retry anyway Hero')).toBe(true)
})

test('a stopped row can be tried again', async () => {
  const { pressed } = await showRow({ state: { at: 'stopped' } })
  await press(byRole('button', 'Retry Hero'))
  expect(pressed).toEqual(['retry 7'])
})

const made = { prompt: 'p', provider: 'fake', model: 'm', at: '2026-01-01T00:00:00.000Z' }

test('a picture that arrived after Stop is placed or saved, and not asked for again', async () => {
  const picture = { width: 1, height: 1, type: 'image/jpeg' } as const
  const { pressed } = await showRow({
    state: { at: 'stopped' },
    unplaced: { file: new Blob(['x']), fileName: 'Hero.jpg', picture, made },
  })
  expect(isShown('button', 'Retry Hero')).toBe(false)
  await press(byRole('button', 'Place Hero'))
  expect(pressed).toEqual(['place 7'])
  expect(byRole<HTMLAnchorElement>('link', 'Save file Hero').download).toBe('Hero.jpg')
})

test('a picture that is kept for exports says so, and may be placed or saved', async () => {
  const { pressed, change } = await showRow({
    job: jobOn(imageRow('Hero'), { place: 'lend', enlarging: { factor: 2 } }),
    state: { at: 'done' },
    unplaced: {
      ...{ file: new Blob(['x']), fileName: 'Hero.png', made, saved: true },
      picture: { width: 1, height: 1, type: 'image/png' },
    },
  })
  expect(words()).toContain(T.lent)
  expect(isShown('button', 'Retry Hero')).toBe(false)
  await press(byRole('button', 'Place Hero'))
  expect(pressed).toEqual(['place 7'])
  expect(byRole<HTMLAnchorElement>('link', 'Save file Hero').download).toBe('Hero.png')
  await change({ placed: PLACED, unplaced: undefined })
  expect(words()).not.toContain(T.lent)
})

const held = (part: Partial<VariantStanding> = {}): Look => ({
  variant: {
    variant: { component: 'c', of: 'Card', property: 'Tone', value: 'Night', order: 0, pictures: 3 },
    ...{ isMade: false, lacks: 1, failed: 1, stopped: 0, underWay: 0, isReady: false, waits: false, isNear: false },
    ...part,
  },
})
const waiting = (look: Look): Partial<RunRow> => ({
  job: jobOn(imageRow('Hero'), { place: 'variant', into: { variant: look.variant!.variant, slot: 0 } }),
  state: { at: 'held' },
  unplaced: {
    ...{ file: new Blob(['x']), fileName: 'Hero.png', made },
    picture: { width: 1, height: 1, type: 'image/png' },
  },
})

test.each([
  [held(), 'waits for 1 other result, which failed.', 'Make it anyway'],
  [held({ lacks: 2, failed: 0, stopped: 2 }), 'waits for 2 other results, which were stopped.', 'Make it anyway'],
  [held({ lacks: 2, failed: 1 }), 'waits for 2 other results, which did not come.', 'Make it anyway'],
  [held({ lacks: 0, failed: 0 }), 'All results of the variant “Night” are here.', 'Place'],
  [held({ isMade: true }), 'The variant “Night” was made without it: place it beside, or save it.', 'Place beside'],
])('a picture whose variant is not made says why, and what may be done (%#)', async (look, sentence, button) => {
  const { pressed } = await showRow(waiting(look), look)
  expect(words()).toContain('For the new variant “Night” of Card')
  expect(words()).toContain(sentence)
  expect(isShown('link', 'Save file Hero')).toBe(true)
  await press(byRole('button', `${button} Hero`))
  expect(pressed).toEqual(['place 7'])
})

test('a picture whose variant cannot be made is laid beside, if the designer wants it', async () => {
  const look = held({ lacks: 0, failed: 0 })
  const error = new AppError('layer', '“Card” is no longer in the file.')
  const { pressed } = await showRow({ ...waiting(look), state: { at: 'failed', error } }, look)
  await press(byRole('button', 'Place beside Hero'))
  expect(pressed).toEqual(['place beside 7'])
})

test('while another picture of its variant is under way, that is waited for', async () => {
  const look = held({ failed: 0, underWay: 1 })
  await showRow(waiting(look), look)
  expect(words()).toContain('waits for 1 other result, which is under way.')
  expect(isShown('button', 'Make it anyway Hero')).toBe(false)
  expect(isShown('link', 'Save file Hero')).toBe(true)
})

test('what is placed in a new variant names it, and shows it; it never had another look', async () => {
  const look = held()
  const variant = { id: 'variant', name: 'Tone=Night', set: 'set' }
  const { pressed } = await showRow({ ...waiting(look), state: { at: 'done' }, placed: PLACED, variant }, look)
  expect(words()).toContain('In the new variant “Tone=Night”')
  expect(words()).not.toContain('For the new variant')
  expect(isShown('button', 'Original Hero')).toBe(false)
  await press(byRole('button', 'Show layer Hero'))
  expect(pressed).toEqual(['show variant'])
})

const unlike = () => {
  try {
    assertAlike(0.2)
  } catch (thrown) {
    return thrown as AppError
  }
  throw new Error('It was like enough.')
}

test('a picture that is not like its image is looked at beside it, and then placed or saved', async () => {
  const picture = { width: 1, height: 1, type: 'image/jpeg' } as const
  const { looks } = fakeLooks()
  const { pressed } = await showRow(
    {
      state: { at: 'failed', error: unlike() },
      unplaced: { file: new Blob(['x']), fileName: 'Hero.jpg', picture, made },
    },
    { looks },
  )
  expect(words(byRole('alert'))).toBe(
    'Is this the same image? What came back does not look like the same image. Look at it before you place it. ' +
      'It is paid for, and can be saved as well.',
  )
  expect(isShown('slider', 'Before and after of Hero')).toBe(true)
  await press(byRole('button', 'Place Hero'))
  expect(pressed).toEqual(['place 7'])
})

test('an answer that is no picture is saved as it came or asked for again, and not placed', async () => {
  const { pressed } = await showRow({
    ...failed('provider'),
    costs: [{ amount: 0.01, unit: 'USD' }],
    unplaced: { file: new Blob(['x']), fileName: 'Hero.bin', made },
  })
  expect(words()).toContain('$0.01')
  expect(words(byRole('alert'))).toContain('What came is kept here as a file. A retry is another request, and charged')
  expect(isShown('button', 'Place again Hero')).toBe(false)
  await press(byRole('button', 'Retry Hero'))
  const save = byRole<HTMLAnchorElement>('link', 'Save file Hero')
  expect(save.download).toBe('Hero.bin')
  await press(save)
  expect(pressed).toEqual(['retry 7', 'saved 7'])
})

test('a model that is not known has its own advice, and leads to the models', async () => {
  const answer = new Response(null, { status: 404 })
  const error = new AppError('refused', 'The provider says: “No such model”.', new Answered(answer, 'MODEL_NOT_FOUND'))
  const { pressed } = await showRow({ state: { at: 'failed', error } })
  expect(words(byRole('alert'))).toContain(
    'The model is not known The provider says: “No such model”. Choose another one.',
  )
  expect(isShown('button', 'Change the prompt Hero')).toBe(false)
  await press(byRole('button', 'Choose another model Hero'))
  expect(pressed).toEqual(['model'])
})

test('what the provider made of the prompt is shown as words, where it is another', async () => {
  const { change } = await showRow({ state: { at: 'done' }, told: { revisedPrompt: '<b>A</b> night sky' } })
  await press(byRole('button', 'Reworded Hero'))
  expect(words()).toContain('The provider reworded your prompt: “<b>A</b> night sky”')
  await change({ state: { at: 'done' }, told: { revisedPrompt: 'Make it night' } })
  expect(words()).not.toMatch(/reworded/i)
})

test('a done row always offers its original, and says when that is showing', async () => {
  const row = { state: { at: 'done' }, placed: PLACED } as const
  await showRow(row, { originalShown: { layer: 'layer', override: false } })
  expect(words()).toContain('Original is showing')
  expect(isShown('button', 'Original Hero')).toBe(true)
  await showRow(row, { originalShown: { layer: 'another', override: false } })
  expect(words()).not.toContain('Original is showing')
})

test('after an original inside an instance, the override that remains is said', async () => {
  await showRow({ state: { at: 'done' }, placed: PLACED }, { originalShown: { layer: 'layer', override: true } })
  expect(words()).toContain('Original is showing; in this instance it stays an override.')
})

const BESIDES = [
  ['gone', 'Laid beside: its layer is no longer there.'],
  ['moved', 'Laid beside: its layer is on another page now.'],
  ['repainted', 'Laid beside: its layer was repainted meanwhile.'],
  ['reshaped', 'Laid beside: its layer has another shape now.'],
  ['closed', 'Laid beside: its layer could not be written.'],
] as const

test.each(BESIDES)('a result that lies beside because its layer is %s says “%s”', async (beside, sentence) => {
  await showRow({ state: { at: 'done' }, placed: { ...PLACED, beside } })
  expect(words()).toContain(sentence)
})

test('a copy beside that was asked for needs no reason, and never showed an original', async () => {
  await showRow({ state: { at: 'done' }, placed: { ...PLACED, beside: 'asked' } })
  expect(words()).not.toContain('Laid beside')
  expect(isShown('button', 'Original Hero')).toBe(false)
  expect(isShown('button', 'Show layer Hero')).toBe(true)
})

test('a done row shows its layer, and the results on that when they are asked for', async () => {
  const { pressed } = await showRow({ state: { at: 'done' }, placed: PLACED })
  await press(byRole('button', 'Show layer Hero'))
  expect(pressed).toEqual(['show layer'])
  const results = byRole('button', 'Results Hero')
  expect([results.getAttribute('aria-expanded'), words().includes('Results of layer')]).toEqual(['false', false])
  await press(results)
  expect([results.getAttribute('aria-expanded'), words().includes('Results of layer')]).toEqual(['true', true])
})

test('a row names the variant that its layer lies in, also to a screen reader', async () => {
  const row = imageRow('Photo', { where: 'Theme=Light' })
  await showRow({ job: jobOn(row), state: { at: 'done' } }, fakeLooks())
  expect(words()).toContain('Photo · Theme=Light Done')
  expect(isShown('slider', 'Before and after of Photo · Theme=Light')).toBe(true)
})

test('a result inside a frame that has a result of its own says that it may be hidden', async () => {
  const row = imageRow('Hero', { inside: { id: 'card', name: 'Card' } })
  const { change } = await showRow({ job: jobOn(row), state: { at: 'done' }, placed: PLACED })
  expect(words()).toContain('A result of the whole frame may hide it.')
  await change({ placed: { ...PLACED, beside: 'asked' } })
  expect(words()).not.toContain('may hide')
})

test('a done row says how long it took, what it cost and its seed', async () => {
  await showRow({
    job: jobOn(imageRow('Hero'), { seed: 7 }),
    state: { at: 'done' },
    startedAt: 1000,
    endedAt: 3500,
    costs: [{ amount: 0.012, unit: 'USD' }],
  })
  expect(words(byRole('list', 'Run'))).toContain('2.5 s · $0.012 · seed 7')
})

test('the time runs while the row does, and no longer', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: 1_800_000_000_000 })
  const { change } = await showRow({ state: { at: 'editing' }, startedAt: Date.now() })
  await perform(() => vi.advanceTimersByTime(3000))
  expect(words()).toContain('3.0 s')
  expect(vi.getTimerCount()).toBe(1)
  await change({ state: { at: 'done' }, startedAt: Date.now() - 3000, endedAt: Date.now() })
  await perform(() => {})
  expect(vi.getTimerCount()).toBe(0)
})

test('a wait that the provider asked for counts down', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: 1_800_000_000_000 })
  await showRow({ state: { at: 'editing' }, startedAt: Date.now(), waitsUntil: Date.now() + 5000 })
  expect(words()).toContain('The provider is busy: again in 5 s')
  await perform(() => vi.advanceTimersByTime(2000))
  expect(words()).toContain('again in 3 s')
  await perform(() => vi.advanceTimersByTime(4000))
  expect(words()).not.toContain('busy')
})

test('the looks of a row are there while the row is', async () => {
  const { looks, watched } = fakeLooks()
  const { change } = await showRow({ state: { at: 'editing' }, startedAt: 1 }, { looks })
  await change({ state: { at: 'done' } })
  expect([...watched]).toEqual([[7, 1]])
  expect(isShown('slider', 'Before and after of Hero')).toBe(true)
  await show()
  expect([...watched]).toEqual([[7, 0]])
})

test.each(['waiting', 'reading', 'editing', 'placing'] as const)('a row that is %s can be stopped', async (at) => {
  const { pressed } = await showRow({ state: { at } })
  await press(byRole('button', 'Stop Hero'))
  expect(pressed).toEqual(['stop row 7'])
})

test('the focus stays in the row when what had it goes', async () => {
  const { change } = await showRow({ state: { at: 'editing' }, startedAt: 1 })
  byRole('button', 'Stop Hero').focus()
  await change({ state: { at: 'stopped' } })
  expect(document.activeElement).toBe(byRole('button', 'Retry Hero'))
  await change({ state: { at: 'done' } })
  expect(document.activeElement).toBe(byRole('listitem'))
})

test('a stopped row whose request is still under way says where its picture will wait', async () => {
  await showRow({ state: { at: 'stopped' }, isDetached: true })
  expect(words()).toContain('Its request is still under way')
  expect(words()).toContain('waits under “Arrived after Stop”')
})

test('a row says with how many others it shares its result, and that its seed is not known', async () => {
  await showRow({ job: jobOn(imageRow('Hero'), { ownSeed: true }), state: { at: 'done' }, sharedWith: 3 })
  expect(words()).toContain('shared with 3 others · seed unknown')
})

const UNSURES: [Unsure, string][] = [
  [{ at: 'asking' }, 'It may have been charged. The provider is being asked.'],
  [{ at: 'unknown' }, 'It may have been charged. A retry is charged again.'],
  [{ at: 'none' }, 'The provider lists no charge of that time'],
  [
    { at: 'charged', count: 1, costs: [{ amount: 0.01, unit: 'USD' }] },
    'lists 1 charge of that time: $0.01. A retry is charged again.',
  ],
]

test.each(UNSURES)('a lost answer of which is known %j is not asked for again unasked', async (unsure, sentence) => {
  const { pressed } = await showRow({ ...failed('offline'), unsure })
  expect(words(byRole('alert'))).toContain(sentence)
  expect(isShown('button', 'Retry Hero')).toBe(false)
  await press(byRole('button', 'Retry anyway Hero'))
  expect(pressed).toEqual(['retry 7'])
})
