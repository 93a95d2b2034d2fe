import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { meanDifference } from '../harness/pixels.ts'
import { playgroundForTests } from '../harness/playground.ts'

// The built plugin, clicked through in the playground as a designer would.

const playground = playgroundForTests()
beforeAll(playground.start)
afterAll(playground.stop)
afterEach(playground.tidy)

test('an edit changes what the layer shows, and one undo gives back the same document', async () => {
  const { edit, json, png, rows, undo, complaints } = await playground.open()
  const [before, beforePixels] = [await json(), await png('Hero photo')]
  await edit(['Hero photo'], 'starry night sky')
  expect(await rows.first().textContent()).toContain('Done')
  expect(await meanDifference(beforePixels, await png('Hero photo'))).toBeGreaterThan(10)
  expect(await json()).not.toBe(before)
  await undo()
  expect(await json()).toBe(before)
  expect(await meanDifference(beforePixels, await png('Hero photo'))).toBe(0)
  expect(complaints).toEqual([])
})

test('the built panel works on pictures in a worker that it starts from its own text', async () => {
  const { edit, page } = await playground.open()
  await edit(['Hero photo'], 'fog')
  // The iframe has no origin of its own: a worker of the page around it would not be `null`’s.
  expect(page.workers().filter((worker) => worker.url().startsWith('blob:null/'))).not.toEqual([])
})

test('Original brings back exactly what was visible, and the result stays in the stack', async () => {
  const { edit, layer, panel, png } = await playground.open()
  const [before, fills] = [await png('Hero photo'), (await layer('Hero photo')).fills]
  await edit(['Hero photo'], 'sunset')
  await panel.getByRole('button', { name: 'Original Hero photo' }).click()
  await panel.getByText('Original is showing').waitFor()
  expect(await meanDifference(before, await png('Hero photo'))).toBe(0)
  expect((await layer('Hero photo')).fills).toHaveLength(fills.length + 1)
})

test('paints above the image stay above its result', async () => {
  const { edit, layer } = await playground.open()
  const before = (await layer('Hero photo')).fills.map(({ type }) => type)
  await edit(['Hero photo'], 'winter')
  const after = (await layer('Hero photo')).fills
  const at = before.indexOf('IMAGE')
  expect(after.map(({ type }) => type)).toEqual([...before.slice(0, at), 'IMAGE', 'IMAGE', ...before.slice(at + 1)])
  expect(after[at]?.visible).toBe(false)
})

test('the look of a layer without an image becomes a fill of its own', async () => {
  const { edit, layer, png } = await playground.open()
  const before = await png('Badge')
  await edit(['Badge'], 'green tint')
  expect((await layer('Badge')).fills.map(({ type, visible }) => [type, visible])).toEqual([
    ['SOLID', false],
    ['IMAGE', true],
  ])
  expect(await meanDifference(before, await png('Badge'))).toBeGreaterThan(5)
})

test('a picture with transparency keeps it', async () => {
  const { edit, png } = await playground.open()
  const before = await png('Cut-out')
  await edit(['Cut-out'], 'blue tint')
  const after = await png('Cut-out')
  expect(await meanDifference(before, after, 'alpha')).toBeLessThan(2)
  expect(await meanDifference(before, after)).toBeGreaterThan(3)
})

test('several layers run side by side and each gets its own result', async () => {
  const { edit, rows, layer } = await playground.open()
  const names = ['Photo 01', 'Photo 02', 'Photo 03', 'Photo 04']
  await edit(names, 'autumn')
  expect(await rows.count()).toBe(4)
  for (const name of names) expect((await layer(name)).fills.filter(({ visible }) => visible !== false)).toHaveLength(1)
})

test('a count of three gives three results with three seeds, one of them visible', async () => {
  const { edit, panel, rows, layer } = await playground.open()
  await panel.getByRole('spinbutton', { name: 'Count', exact: true }).fill('3')
  await edit(['Avatar'], 'red tint')
  expect(await rows.count()).toBe(3)
  const images = (await layer('Avatar')).fills.filter(({ type }) => type === 'IMAGE')
  expect(images.map(({ visible }) => visible).filter(Boolean)).toHaveLength(1)
  expect(images).toHaveLength(4)
  const seeds = playground.api.requests.flatMap(({ fields }) => fields.seed ?? [])
  expect(new Set(seeds).size).toBe(3)
})

test('Stop ends a run at once and leaves the document as it was', async () => {
  const { json, panel, rows, run, select, chooseModel } = await playground.open()
  await select('Hero photo')
  await chooseModel('trouble-slow')
  const before = await json()
  await run('night')
  await rows.getByText('Editing…').waitFor()
  await panel.getByRole('button', { name: 'Stop', exact: true }).click()
  await rows.getByText('Stopped', { exact: true }).waitFor()
  expect(await json()).toBe(before)
  await panel.getByRole('button', { name: 'Run', exact: true }).waitFor()
})

test('the price is shown before Run, and asked once for each shape of request', async () => {
  const { panel, select } = await playground.open()
  await select('Hero photo')
  await panel.getByText('$0.01 for 1 result').waitFor()
  const prompt = panel.getByRole('textbox', { name: 'Prompt', exact: true })
  await prompt.pressSequentially('a long prompt that is typed key by key', { delay: 5 })
  await panel.getByRole('spinbutton', { name: 'Count', exact: true }).fill('4')
  await panel.getByText('$0.04 for 4 results').waitFor()
  const dryRuns = playground.api.requests.filter(({ method, query }) => method === 'POST' && query.dryRun === 'true')
  expect(dryRuns).toHaveLength(1)
})

test('Check explains that the account works, and what is on it', async () => {
  const { panel } = await playground.open()
  await panel.getByRole('tab', { name: 'Settings' }).click()
  await panel.getByRole('button', { name: 'Check', exact: true }).click()
  await panel.getByText(/It works\. One edit costs \$0\.01\. On the account: \$/).waitFor()
  expect(
    playground.api.requests.some(({ path, query }) => path.endsWith('/images/edits') && query.dryRun === 'true'),
  ).toBe(true)
})

test('the key is in no message, no document and no picture address', async () => {
  const { edit, json, page } = await playground.open()
  await edit(['Hero photo'], 'night')
  const { key } = playground.api
  expect(await json()).not.toContain(key)
  expect(await page.evaluate(() => JSON.stringify(window.playground.messages()))).not.toContain(key)
  expect(playground.api.requests.every(({ path, query }) => !JSON.stringify([path, query]).includes(key))).toBe(true)
})

test('a key that is typed letter by letter is in no message, not even in part', async () => {
  const { panel, page } = await playground.open()
  await panel.getByRole('tab', { name: 'Settings' }).click()
  const field = panel.getByRole('textbox', { name: 'API key', exact: true })
  await field.fill('')
  await field.pressSequentially('Zebra.Zinnia-7', { delay: 5 })
  await panel.getByRole('button', { name: 'Check', exact: true }).click()
  await panel.getByRole('alert').getByText('The key was not accepted').waitFor()
  await expect.poll(() => page.evaluate(() => JSON.stringify(window.playground.messages()))).toContain('saveSettings')
  const log = await page.evaluate(() => JSON.stringify(window.playground.messages()))
  expect(log).not.toMatch(/Zeb|Zin|nia-/)
  expect(log).toContain('"readSelection"')
})

test('nothing but the key’s header is added to what the browser sends by itself', async () => {
  const { edit } = await playground.open()
  await edit(['Hero photo'], 'night')
  const asked = playground.api.requests.filter(({ method }) => method === 'OPTIONS')
  expect(asked.length).toBeGreaterThan(0)
  for (const { headers } of asked) expect(headers['access-control-request-headers']).toBe('authorization')
})
