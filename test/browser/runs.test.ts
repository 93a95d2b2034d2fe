import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { playgroundForTests } from '../harness/playground.ts'

// Runs of several layers, with the built plugin in the browser, as a designer goes through them.

const playground = playgroundForTests()
beforeAll(playground.start)
afterAll(playground.stop)
afterEach(async () => {
  playground.api.settings.latency = 0
  await playground.tidy()
})

/** Layers with different pictures, so that each is a request of its own. */
const NAMES = ['Hero photo', 'Cut-out', 'Badge']

async function open() {
  const page = await playground.open()
  const button = (name: string | RegExp, within: Pick<typeof page.panel, 'getByRole'> = page.panel) =>
    within.getByRole('button', { name, exact: typeof name === 'string' })
  const edits = () => playground.api.requests.filter(({ method, query }) => method === 'POST' && !query.dryRun)
  const shown = async (name: string) =>
    (await page.layer(name)).fills.filter(({ type, visible }) => type === 'IMAGE' && visible !== false).length
  async function start(names: readonly string[]) {
    await page.select(...names)
    await page.panel.getByText(names.at(-1)!, { exact: true }).first().waitFor()
    await page.run('night')
  }
  const arrived = page.panel.getByRole('list', { name: 'Arrived after Stop' }).getByRole('listitem')
  return { ...page, button, edits, shown, start, arrived }
}

test('layers that show one picture are paid for once, and each is changed', async () => {
  const { start, panel, edits, rows, layer } = await open()
  await start(['Photo 01', 'Photo 02', 'Photo 03', 'Photo 04'])
  await panel.getByText(/^4 of 4 · charged \$0\.01/).waitFor()
  expect(edits()).toHaveLength(1)
  expect(await rows.first().textContent()).toContain('shared with 3 others')
  const hashes = await Promise.all(['Photo 01', 'Photo 02', 'Photo 03', 'Photo 04'].map((name) => layer(name)))
  expect(hashes.map(({ fills }) => fills.length)).toEqual([2, 2, 2, 2])
})

test('a switch gives each layer a result of its own', async () => {
  const { select, panel, edits, run } = await open()
  await select('Photo 01', 'Photo 02')
  await panel.getByRole('checkbox', { name: 'Each its own result' }).check()
  await run('night')
  await panel.getByText(/^2 of 2 · charged \$0\.02/).waitFor()
  expect(edits()).toHaveLength(2)
})

test('what was asked for before Stop arrives, changes nothing, and is placed by hand', async () => {
  playground.api.settings.latency = 1200
  const { start, rows, button, arrived, shown, json, edits } = await open()
  const before = await json()
  await start(['Hero photo'])
  await rows.getByText('Editing…').waitFor()
  await expect.poll(() => edits().length).toBe(1)
  await button('Stop').click()
  await rows.getByText('Stopped').waitFor()
  await arrived.first().waitFor()
  expect(await json()).toBe(before)
  await button('Place Hero photo', arrived).click()
  await rows.getByText('Done').waitFor()
  expect(await shown('Hero photo')).toBe(1)
  expect(await arrived.count()).toBe(0)
  expect(edits()).toHaveLength(1)
})

test('a run is paused, resumed, added to, and told of in Figma’s own window when it ends', async () => {
  playground.api.settings.latency = 600
  const { start, select, panel, button, page, edits } = await open()
  await start(['Hero photo', 'Cut-out'])
  await button('Pause').click()
  await panel.getByText(/^Paused\./).waitFor()
  await select('Badge')
  await panel.getByText('1 image selected').waitFor()
  await button('Add to run').click()
  await panel.getByText(/^2 of 3/).waitFor()
  expect(edits()).toHaveLength(2)
  await button('Resume').click()
  await panel.getByText(/^3 of 3 · charged \$0\.03/).waitFor()
  await page.getByText('Refill: 3 done').waitFor()
})

test('one row is stopped while the others go on', async () => {
  playground.api.settings.latency = 900
  const { start, panel, button, rows } = await open()
  await start(NAMES)
  await button('Stop Cut-out').click()
  await panel.getByText(/^3 of 3/).waitFor()
  expect(await rows.getByText('Done', { exact: true }).count()).toBe(2)
})

test('what failed is tried again together, and the rest is left alone', async () => {
  const { start, panel, button, edits } = await open()
  playground.api.plan(['policy', 'policy'])
  await start(NAMES)
  await panel.getByText(/^2 failed/).waitFor()
  await button('Retry failed (2)').click()
  await panel.getByText(/^3 of 3 · charged \$0\.03/).waitFor()
  expect(edits()).toHaveLength(5)
})

test('Original for this run takes a run back on all layers', async () => {
  const { start, panel, button, shown, png } = await open()
  const before = await png('Hero photo')
  await start(['Hero photo', 'Cut-out'])
  await panel.getByText(/^2 of 2/).waitFor()
  await button('Original for this run').click()
  await button('Bring them back').click()
  await panel.getByText('The original is showing on 2 layers.').waitFor()
  expect((await png('Hero photo')).equals(before)).toBe(true)
  expect(await shown('Hero photo')).toBe(1)
})

test('a wait for the provider is counted down, and Stop ends it at once', async () => {
  const { start, panel, rows, button, edits } = await open()
  playground.api.settings.exposeHeaders = true
  playground.api.plan([{ name: 'busy', retryAfter: 30 }])
  await start(['Hero photo'])
  await rows.getByText(/again in \d+ s/).waitFor()
  await button('Stop').click()
  await panel.getByText(/^1 of 1/).waitFor()
  expect(await rows.textContent()).toContain('Stopped')
  expect(edits()).toHaveLength(1)
  playground.api.settings.exposeHeaders = false
})

test('an account that runs dry in the middle keeps what came, and goes on when there is money', async () => {
  const { start, panel, button, rows } = await open()
  const { balance } = playground.api
  playground.api.balance = 0.01
  playground.api.settings.latency = 300
  const settings = panel.getByRole('tab', { name: 'Settings' })
  await settings.click()
  await panel.getByRole('spinbutton', { name: /^At once/ }).fill('1')
  await panel.getByRole('tab', { name: 'Edit' }).click()
  await start(NAMES)
  await panel.getByText(/^The account is empty: 2 are left/).waitFor()
  expect(await rows.getByText('Done', { exact: true }).count()).toBe(1)
  playground.api.balance = 5
  await button('Resume').click()
  await panel.getByText(/^3 of 3 · charged \$0\.03/).waitFor()
  playground.api.balance = balance
})

test('after closing in the middle of a run, the next start says what was charged and never arrived', async () => {
  playground.api.settings.latency = 1500
  const { start, panel, page, edits, rows } = await open()
  await start(['Hero photo'])
  await rows.getByText('Editing…').waitFor()
  await expect.poll(() => edits().length).toBe(1)
  await page.evaluate(() => window.playground.close())
  await page.evaluate(() => window.playground.run('edit'))
  const note = panel.getByText(/ charged .+ and never arrived: Refill was closed\.$/)
  await note.waitFor({ timeout: 25_000 })
  // In a small panel it takes one line, until the focus comes to it.
  await page.evaluate(() => {
    const { style } = document.querySelector('iframe')!
    style.setProperty('width', '300px', 'important')
    style.setProperty('height', '400px', 'important')
  })
  const lines = async () => Math.round((await note.boundingBox())!.height / 16)
  await expect.poll(lines).toBe(1)
  await panel.getByRole('button', { name: 'Run', exact: true }).focus()
  await page.keyboard.press('Shift+Tab')
  await expect.poll(lines).toBe(2)
  await panel.getByRole('button', { name: 'Dismiss' }).click()
  await expect.poll(() => panel.getByText(/never arrived/).count()).toBe(0)
})
