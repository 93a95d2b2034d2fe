import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { T } from '../../src/ui/texts.ts'
import { playgroundForTests } from '../harness/playground.ts'

// What really leaves, as docs/privacy.md says: by the stand-in's own record.

const playground = playgroundForTests({ latency: 0 })
beforeAll(playground.start)
afterAll(playground.stop)
afterEach(playground.tidy)

test('until an edit runs, neither image nor words leave; then the image, the words, and no name of a layer or a file', async () => {
  const { panel, select, run, rows } = await playground.open()
  const { requests } = playground.api
  const texts = () =>
    JSON.stringify(requests.map(({ files, ...open }) => ({ ...open, files: files.map(({ name }) => name) })))

  await panel.getByRole('tab', { name: 'Settings' }).click()
  await panel.getByRole('button', { name: T.check, exact: true }).click()
  await panel
    .getByRole('status')
    .getByText(/^It works/)
    .waitFor()
  await panel.getByRole('tab', { name: 'Edit' }).click()
  await panel.getByRole('textbox', { name: 'Prompt', exact: true }).fill(WORDS)
  await select('Hero photo')
  await panel.getByText('$0.01 for 1 result').waitFor()
  await panel.getByRole('button', { name: 'Upscale Hero photo' }).click()
  await panel.getByRole('button', { name: /^Upscale for / }).waitFor()
  await panel.getByRole('button', { name: 'Cancel' }).click()

  const asked = requests.filter(({ files }) => files.length > 0)
  expect(asked.length).toBeGreaterThanOrEqual(2)
  expect(asked.every(({ query }) => query.dryRun === 'true')).toBe(true)
  expect(asked.every(({ fields }) => [undefined, 'price'].includes(fields.prompt))).toBe(true)
  // One bit of one colour for each px, packed.
  for (const { files } of asked) for (const { bytes } of files) expect(bytes).toBeLessThan(2_000)
  expect(texts()).not.toMatch(/Hero|secret/)

  await run()
  await rows.getByText('Done', { exact: true }).waitFor()
  const [sent] = requests.filter(({ files, query }) => files.length > 0 && !query.dryRun)
  expect(sent!.fields.prompt).toBe(WORDS)
  expect(sent!.files.map(({ name }) => name)).toEqual([expect.stringMatching(/^image-1\.(png|jpg)$/)])
  expect(texts()).not.toContain('Hero')
  // Beside the browser's own headers there is the key's, which the record leaves out.
  const headers = new Set(requests.flatMap(({ headers }) => Object.keys(headers)))
  expect([...headers].filter((name) => !/^(sec-|access-control-request-|accept|content-)/.test(name)).sort()).toEqual([
    ...['connection', 'host', 'origin', 'user-agent'],
  ])
})

const WORDS = 'secret words of mine'
