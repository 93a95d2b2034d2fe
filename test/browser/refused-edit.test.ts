import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type OpenedPage, playgroundForTests } from '../harness/playground.ts'

// One page for all: an edit that fails leaves everything as it was, so the next one finds what the first one found.

const playground = playgroundForTests()
let opened: OpenedPage
beforeAll(async () => {
  await playground.start()
  opened = await playground.open()
  await opened.select('Hero photo')
})
afterAll(playground.stop)
afterEach(() => playground.api.forget())

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
  const { rows, panel, run, chooseModel, json, complaints } = opened
  const before = await json()
  await chooseModel(`trouble-${trouble}`)
  await run('night')
  // Once the edit is on its way, the rows are those of this run.
  await expect
    .poll(() => playground.api.requests.filter(isEdit).map(({ fields }) => fields.model))
    .toContain(`trouble-${trouble}`)
  await rows.getByRole('alert').getByText(title, { exact: true }).waitFor()
  expect(await rows.first().textContent()).toContain('Failed')
  expect(await panel.getByRole('button', { name: 'Try again' }).count()).toBe(1)
  expect(await json()).toBe(before)
  expect(complaints).toEqual([])
})

const isEdit = ({ method, query }: (typeof playground.api.requests)[number]) =>
  method === 'POST' && query.dryRun !== 'true'
