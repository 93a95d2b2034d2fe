import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { playgroundForTests } from '../harness/playground.ts'

// Whatever goes wrong: one clear sentence, and the document as it was.

const playground = playgroundForTests()
beforeAll(playground.start)
afterAll(playground.stop)
afterEach(playground.tidy)

test('a busy provider is asked again, and the row counts down', async () => {
  const { rows, run, select } = await playground.open()
  playground.api.plan([{ name: 'busy', retryAfter: 1 }])
  await select('Hero photo')
  await run('night')
  await rows.getByText(/The provider is busy: again in \d s/).waitFor()
  await rows.getByText('Done', { exact: true }).waitFor()
})

test('one layer that fails leaves the others alone', async () => {
  const { rows, edit } = await playground.open()
  playground.api.plan(['policy'])
  await edit(['Hero photo', 'Cut-out', 'Badge'], 'night')
  expect(await rows.getByText('Done', { exact: true }).count()).toBe(2)
  expect(await rows.getByText('Failed', { exact: true }).count()).toBe(1)
})

test('an answer of another size is fitted to the layer all the same', async () => {
  const { edit, rows, chooseModel, layer } = await playground.open()
  await chooseModel('trouble-huge')
  await edit(['Avatar'], 'night')
  expect(await rows.first().textContent()).toContain('Done')
  expect((await layer('Avatar')).fills.filter(({ visible }) => visible !== false)).toHaveLength(1)
})

type Page = Awaited<ReturnType<typeof playground.open>>

test.each<[string, (page: Page) => Promise<unknown>, RegExp]>([
  ['an empty prompt', ({ select, run }) => select('Hero photo').then(() => run('  ')), /Write what should change/],
  [
    'a prompt over the limit',
    ({ select, run }) => select('Hero photo').then(() => run('word '.repeat(201))),
    /The prompt has 1005 characters; this model takes 1000/,
  ],
  [
    'nothing selected',
    ({ select, run }) => select().then(() => run('night')),
    /Select the layers whose images should change/,
  ],
  [
    'a layer that cannot be edited',
    ({ select, run }) => select('Hidden photo').then(() => run('night')),
    /None of the selected layers/,
  ],
])('%s gives one sentence and asks nobody', async (_, act, sentence) => {
  const opened = await playground.open()
  const before = await opened.json()
  await act(opened)
  const notice = opened.panel.getByRole('alert').filter({ hasText: sentence })
  await notice.first().waitFor()
  expect(await opened.rows.count()).toBe(0)
  expect(await opened.json()).toBe(before)
  const edits = playground.api.requests.filter(({ method, query }) => method === 'POST' && query.dryRun !== 'true')
  expect(edits).toEqual([])
})

test('a missing key leads to Settings', async () => {
  const { panel, select, run } = await playground.open()
  await select('Hero photo')
  await panel.getByRole('tab', { name: 'Settings' }).click()
  await panel.getByRole('textbox', { name: 'API key', exact: true }).fill('')
  await panel.getByRole('tab', { name: 'Edit' }).click()
  await run('night')
  await panel.getByRole('alert').getByText('No key for Lumenfall yet.').waitFor()
  await panel.getByRole('button', { name: 'Set a key' }).click()
  await panel.getByRole('textbox', { name: 'API key', exact: true }).waitFor()
})

test('a wrong key is explained by Check', async () => {
  const { panel } = await playground.open()
  await panel.getByRole('tab', { name: 'Settings' }).click()
  await panel.getByRole('textbox', { name: 'API key', exact: true }).fill('lmnfl_wrong.key')
  await panel.getByRole('button', { name: 'Check', exact: true }).click()
  await panel.getByRole('alert').getByText('The key was not accepted').waitFor()
})

test('an address that this build may not reach is refused when typed, with who can allow it', async () => {
  const { panel } = await playground.open()
  await panel.getByRole('tab', { name: 'Settings' }).click()
  await panel.getByRole('textbox', { name: 'Address', exact: true }).fill('https://elsewhere.example')
  await panel.getByText('may not reach https://elsewhere.example. Use another address').waitFor()
})

test('a layer deleted while its edit runs: the result is laid where it was, with the reason', async () => {
  const { page, select, run, json, rows, undo } = await playground.open()
  playground.api.plan([{ name: 'slow', wait: 600 }])
  await select('Hero photo')
  await run('night')
  await rows.getByText('Editing…').waitFor()
  await page.evaluate(() => window.playground.remove('Hero photo'))
  const before = await json()
  await rows.getByText('Laid beside: its layer is no longer there.').waitFor()
  expect(await page.evaluate(() => window.playground.layer('Hero photo – edited'))).toMatchObject({ type: 'RECTANGLE' })
  await undo()
  expect(await json()).toBe(before)
})

test('a plugin that is closed while it edits leaves the document as it was', async () => {
  const { panel, page, select, run, json, rows, complaints } = await playground.open()
  const { balance } = playground.api
  playground.api.plan([{ name: 'slow', wait: 300 }])
  await select('Hero photo')
  const before = await json()
  await run('night')
  await rows.getByText('Editing…').waitFor()
  await page.evaluate(() => window.playground.close())
  // The stand-in has got to the edit, and charged it, though nobody waits for the answer.
  await expect.poll(() => playground.api.balance).toBeLessThan(balance!)
  // Opened again, the plugin has answered its new window: nothing of the old one is under way any more.
  await page.evaluate(() => window.playground.run())
  await panel.getByText('1 image selected').waitFor()
  expect(await json()).toBe(before)
  expect(complaints).toEqual([])
})

test('an error text from the provider is text, never HTML', async () => {
  const { panel, rows, run, select, chooseModel } = await playground.open()
  await select('Hero photo')
  await chooseModel('trouble-markup')
  await run('night')
  const alert = rows.getByRole('alert')
  await alert.getByText('The prompt may not hold <b>tags</b> <img src="x"').waitFor()
  expect(await panel.locator('b, img[src="x"]').count()).toBe(0)
})
