import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { playgroundForTests } from '../harness/playground.ts'

// An edit that fails is told in the panel's words and leaves everything as it was. The adapter's own tests know more cases.

const playground = playgroundForTests()
beforeAll(playground.start)
afterAll(playground.stop)
afterEach(playground.tidy)

test.each([
  ['denied', 'The key was not accepted'],
  ['funds', 'The account is empty'],
  ['policy', 'The provider refused'],
  ['not-a-picture', 'The answer was no use'],
  ['truncated-picture', 'The answer was no use'],
  ['truncated', 'The answer was no use'],
  ['garbage', 'The answer was no use'],
  ['error-in-200', 'The provider is busy'],
  ['no-cors', 'No answer'],
  ['drop-after', 'No answer'],
] as const)('%s is told as “%s”', async (trouble, title) => {
  const { rows, panel, run, select, chooseModel, json, complaints } = await playground.open()
  await select('Hero photo')
  const before = await json()
  await chooseModel(`trouble-${trouble}`)
  await run('night')
  await rows.getByRole('alert').getByText(title, { exact: true }).waitFor()
  expect(await rows.textContent()).toContain('Failed')
  expect(await panel.getByRole('button', { name: 'Try again' }).count()).toBe(1)
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
