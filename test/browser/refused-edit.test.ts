import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { playgroundForTests } from '../harness/playground.ts'

// An edit that fails is told in the panel's words and leaves everything as it was. The adapter's own tests know more cases.

const playground = playgroundForTests()
beforeAll(playground.start)
afterAll(playground.stop)
afterEach(playground.tidy)

const AGAIN = 'Retry'
/** What was asked for may have been charged. */
const UNSURE = 'Retry anyway'

test.each([
  ['denied', 'The key was not accepted', AGAIN],
  ['funds', 'The account is empty', AGAIN],
  ['policy', 'The provider refused', AGAIN],
  ['not-a-picture', 'The answer was no use', AGAIN],
  ['truncated-picture', 'The answer was no use', AGAIN],
  ['truncated', 'The answer was no use', UNSURE],
  ['garbage', 'The answer was no use', AGAIN],
  ['error-in-200', 'The provider is busy', AGAIN],
  ['no-cors', 'No answer', UNSURE],
  ['drop-after', 'No answer', UNSURE],
] as const)('%s is told as “%s”, and offers “%s”', async (trouble, title, again) => {
  const { rows, panel, run, select, chooseModel, json, complaints } = await playground.open()
  await select('Hero photo')
  const before = await json()
  await chooseModel(`trouble-${trouble}`)
  await run('night')
  await rows.getByRole('alert').getByText(title, { exact: true }).waitFor()
  expect(await rows.textContent()).toContain('Failed')
  expect(await panel.getByRole('button', { name: `${again} Hero photo`, exact: true }).count()).toBe(1)
  expect(await json()).toBe(before)
  expect(complaints).toEqual([])
})

test.each(['not-a-picture', 'truncated-picture'])(
  'what came of %s was paid for: its cost is told and its file kept',
  async (trouble) => {
    const { rows, panel, run, select, chooseModel } = await playground.open()
    await select('Hero photo')
    await chooseModel(`trouble-${trouble}`)
    await run('night')
    await panel.getByText('1 of 1 · charged $0.01').waitFor()
    expect(await rows.getByRole('link', { name: 'Save file' }).count()).toBe(1)
  },
)
