import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../dev/browser.ts'
import type {} from '../../dev/host/playground.ts'
import { readPlugin } from '../../dev/host/server/read-plugin.ts'
import { type RunningPlayground, startPlayground } from '../../dev/host/server/start-playground.ts'

// Other people's plugins in the playground, as they are published: plain JavaScript, one folder each. Long, because each
// of them needs the same page around it.

const folder = (name: string) => join('test/dev/host/plugins', name)
let running: RunningPlayground
let browser: Browser
let page: Page

beforeAll(async () => {
  running = await startPlayground({ plugin: folder('notes'), world: 'empty' })
  browser = await launchBrowser()
})
afterEach(() => page?.close())
afterAll(() => Promise.all([browser?.close(), running?.stop()]))

async function open(name: string, layers: object[] = []) {
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(running.url)
  await page.evaluate(() => window.playground.ready)
  const { plugin } = await readPlugin(join(folder(name), 'manifest.json'))
  const world = { id: 'w', title: 'World', pages: [{ name: 'Page 1', layers }], pictures: {} }
  await page.evaluate((given) => window.playground.open(given as never), world)
  if (name !== 'notes') await page.evaluate((given) => window.playground.usePlugin(given), plugin)
}

const box = (name: string, x = 0) => ({ type: 'RECTANGLE', name, x, y: 0, width: 100, height: 50 })
const said = () => page.evaluate(() => window.playground.said())
const errors = () => page.evaluate(() => window.playground.errors())
const layer = (name: string) => page.evaluate((given) => window.playground.layer(given), name)
const frame = () => page.frames().find((one) => one.parentFrame() && one.url() === 'about:srcdoc')!
const heard = () => frame().evaluate(() => (window as unknown as { heard: Record<string, unknown>[] }).heard)
const tell = (message: object) =>
  frame().evaluate((pluginMessage) => parent.postMessage({ pluginMessage }, '*'), message)

test('an older plugin draws shapes and says so, and its submenu works', async () => {
  await open('shapes')
  await expect.poll(said).toContain('Row by You: 3 shapes on 1 page')
  expect(await errors()).toEqual([])
  const { children, ...row } = await layer('Row by You')
  expect(row).toMatchObject({ type: 'FRAME', width: 340 })
  expect(children.map(({ name, x }) => [name, x])).toEqual([
    ['Shape 1', 10],
    ['Shape 2', 120],
    ['Shape 3', 230],
  ])
  await page.getByRole('button', { name: 'Plugin commands' }).click()
  await page.getByRole('button', { name: 'Remove what is selected' }).click()
  await expect.poll(said).toContain('Removed 1')
})

test('a plugin sets text once it has loaded the font', async () => {
  await open('letters')
  await expect.poll(said).toContain('Hello from letters')
  expect(await errors()).toEqual([])
})

test('messages, storage and a notification with a button go both ways', async () => {
  await open('notes')
  const ui = page.frameLocator('#plugin iframe')
  await ui.getByRole('textbox', { name: 'Note' }).fill('milk')
  await ui.getByRole('button', { name: 'Keep' }).click()
  await ui.getByText('milk').waitFor()
  await page.getByRole('button', { name: 'Take back' }).click()
  await ui.getByText('milk').waitFor({ state: 'detached' })
  await expect.poll(heard).toContainEqual({ dequeued: 'action_button_click' })
  await tell({ ask: true })
  await expect.poll(heard).toContainEqual({ origin: 'null', page: 'Page 1' })
  expect(await errors()).toEqual([])
})

test('several ui files, versions and a refused request are as in Figma', async () => {
  await open('notes')
  await tell({ save: 'First' })
  await expect
    .poll(() => page.evaluate(() => window.playground.versions()))
    .toEqual([{ id: '1', title: 'First', description: 'by Notes' }])
  await tell({ fetch: 'https://elsewhere.example/' })
  await expect.poll(heard).toContainEqual({ fetched: 'TypeError: Failed to fetch' })
  await tell({ help: true })
  await page.frameLocator('#plugin iframe').getByText('Write a note and press Keep.').waitFor()
})

test('what the plugin’s page drops over the canvas reaches its code', async () => {
  await open('notes', [{ ...box('Board'), type: 'FRAME', width: 400, height: 400 }])
  const at = await page.getByRole('application', { name: 'Canvas' }).boundingBox()
  const window = await page.locator('#plugin iframe').boundingBox()
  await frame().evaluate(
    ({ x, y }) =>
      parent.postMessage(
        {
          pluginDrop: {
            clientX: x,
            clientY: y,
            items: [{ type: 'text/plain', data: 'star' }],
            dropMetadata: { kind: 'icon' },
          },
        },
        '*',
      ),
    { x: at!.x + at!.width / 2 - window!.x, y: at!.y + at!.height / 2 - window!.y },
  )
  await expect
    .poll(async () => (await heard()).find(({ dropped }) => dropped)?.dropped)
    .toMatchObject(['FRAME', expect.any(Number), 'star', 'icon'])
})

test('quick actions ask for the parameters one by one, and the layer then has the plugin’s button', async () => {
  await open('sizer', [box('Left'), box('Right', 200)])
  const text = page.getByRole('combobox', { name: /Sizer/ })
  await page.getByRole('option', { name: 'Left' }).waitFor()
  await text.fill('nothing')
  await page.getByText('No layer has this name').waitFor()
  await text.press('Enter')
  await text.fill('rig')
  await page.getByRole('option', { name: 'Right' }).waitFor()
  await text.press('Enter')
  await page.getByRole('option', { name: '200' }).waitFor()
  await text.press('ArrowDown')
  await text.press('Enter')
  await page.getByRole('option', { name: '100' }).waitFor()
  await text.press('Enter')
  await expect.poll(said).toContain('Right is 200 × 50')
  await page.evaluate(() => window.playground.select('Right'))
  await page.getByRole('button', { name: 'Double it' }).click()
  await expect.poll(said).toContain('Doubled')
  expect(await layer('Right')).toMatchObject({ width: 400, height: 100 })
  expect(await errors()).toEqual([])
})

test('a command runs with parameters given at once, and refuses what is missing', async () => {
  await open('sizer', [box('Left')])
  const { id } = await layer('Left')
  const run = (values: Record<string, unknown>) =>
    page.evaluate((given) => window.playground.run('size', given).catch((error) => error.message), values)
  expect(await run({ layer: id })).toBe('The parameter “Width” is missing.')
  await run({ layer: id, width: '30' })
  await expect.poll(said).toContain('Left is 30 × 50')
  expect(await run({ layer: id, width: '30', depth: 1 })).toBe('The plugin asks for no parameter “depth”.')
})

test('a plugin whose files change is opened again, and one that cannot be read says why', async () => {
  const own = await mkdtemp(join(tmpdir(), 'refill-guest-'))
  await cp(folder('letters'), own, { recursive: true })
  const code = (word: string) => writeFile(join(own, 'code.js'), `figma.showUI(''); figma.notify('${word}')`)
  await code('first')
  const watched = await startPlayground({ plugin: own, world: 'empty', watch: true })
  page = await browser.newPage()
  await page.goto(watched.url)
  await page.evaluate(() => window.playground.ready)
  await expect.poll(said).toContain('first')
  await code('second')
  await expect.poll(said).toContain('second')
  await rm(join(own, 'code.js'))
  const missing = 'manifest.json names code.js, and there is no such file beside it: is the plugin built?'
  await expect.poll(said).toContain(missing)
  await watched.stop()
  await rm(own, { recursive: true })
})

test('Escape leaves quick actions and closes the plugin', async () => {
  await open('sizer', [box('Left')])
  await page.getByRole('combobox', { name: /Sizer/ }).press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  expect(await said()).toEqual([])
})
