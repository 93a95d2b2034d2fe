import type { Download } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { playgroundForTests } from '../harness/playground.ts'

// Exports with the built plugin in the browser, as a designer goes through them, to the file that the browser saves.

const playground = playgroundForTests()
beforeAll(playground.start)
afterAll(playground.stop)
afterEach(async () => {
  playground.api.settings.latency = 0
  await playground.tidy()
})

async function openExport(...names: string[]) {
  const opened = await playground.open()
  await opened.panel.getByRole('tab', { name: 'Export' }).click()
  await opened.select(...names)
  const { page, panel } = opened
  const exportButton = panel.getByRole('button', { name: /^Export \d+ files?/ })
  return {
    ...{ ...opened, exportButton },
    files: panel.getByRole('list', { name: /^\d+ files?$/ }).getByRole('listitem'),
    /** What the browser saves when that is done. */
    async saved(work: () => Promise<unknown>) {
      const [download] = await Promise.all([page.waitForEvent('download'), work()])
      return { name: download.suggestedFilename(), bytes: await bytesOf(download) }
    },
  }
}

async function bytesOf(download: Download): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of await download.createReadStream()) pieces.push(piece)
  return Buffer.concat(pieces)
}

test('one layer is one file, pixel by pixel what the layer shows, and nothing is written', async () => {
  const { exportButton, saved, json, png, complaints } = await openExport('Hero photo')
  const before = await json()
  const { name, bytes } = await saved(() => exportButton.click())
  expect(name).toBe('Hero photo.png')
  expect(bytes.equals(await png('Hero photo'))).toBe(true)
  expect(await json()).toBe(before)
  expect(complaints).toEqual([])
})

test('several files are one ZIP with the names and sizes that were shown before, and it can be saved again', async () => {
  const { panel, exportButton, files, saved } = await openExport('Hero photo', 'Badge')
  await panel.getByRole('combobox', { name: 'Presets' }).selectOption('png123')
  await panel.getByRole('combobox', { name: 'Format rule 2' }).selectOption('WEBP')
  await panel.getByRole('textbox', { name: 'File names' }).fill('{page}/{layer}{suffix}')
  await expect.poll(() => files.allInnerTexts()).toHaveLength(6)
  const shown = (await files.allInnerTexts()).map((text) => text.split('\n')[0])
  const { name, bytes } = await saved(() => exportButton.click())
  expect(name).toMatch(/\.zip$/)
  expect(bytes.subarray(0, 2).toString()).toBe('PK')
  for (const path of shown) expect(bytes.includes(path!.replaceAll('\u00A0', ' '))).toBe(true)
  const again = await saved(() => panel.getByRole('link', { name: 'Save again' }).click())
  expect(again.bytes.equals(bytes)).toBe(true)
})

test('what was chosen is there when the panel is opened again', async () => {
  const { page, panel } = await openExport('Hero photo')
  await panel.getByRole('combobox', { name: 'Presets' }).selectOption('svg')
  await panel.getByRole('textbox', { name: 'File names' }).fill('{page}-{layer}')
  // Saved once typing pauses.
  await page.waitForTimeout(1000)
  await page.evaluate(() => window.playground.run())
  await panel.getByRole('tab', { name: 'Export' }).click()
  await panel.getByText('First file: Page-Hero photo.svg').waitFor()
})

test('images are made larger for the files alone: the document stays as it is, byte by byte', async () => {
  const { panel, exportButton, saved, json, png } = await openExport('Hero photo')
  const before = await json()
  await panel.getByRole('combobox', { name: 'Size rule 1' }).fill('4x')
  await panel.getByRole('checkbox', { name: 'Upscale first' }).click()
  await panel.getByRole('radio', { name: 'For this export only' }).click()
  await panel.getByRole('button', { name: /^Export 1 file for/ }).waitFor()
  const { bytes } = await saved(() => exportButton.click())
  expect(bytes.equals(await png('Hero photo', 4))).toBe(false)
  expect(await json()).toBe(before)
  await panel.getByText('1 image is made larger already').waitFor()
})

test('while images are made larger first, Pause and Stop share the whole line', async () => {
  const { panel, exportButton } = await openExport('Hero photo')
  await panel.getByRole('combobox', { name: 'Size rule 1' }).fill('4x')
  await panel.getByRole('checkbox', { name: 'Upscale first' }).click()
  await panel.getByRole('button', { name: /^Export 1 file for/ }).waitFor()
  const line = (await exportButton.boundingBox())!
  playground.api.settings.latency = 2000
  await exportButton.click()
  const [pause, stop] = ['Pause', 'Stop'].map((name) => panel.locator('[data-foot]').getByRole('button', { name }))
  const [first, last] = [(await pause!.boundingBox())!, (await stop!.boundingBox())!]
  playground.api.settings.latency = 0
  await stop!.click()
  expect(first.x).toBeCloseTo(line.x)
  expect(last.x + last.width).toBeCloseTo(line.x + line.width)
  expect(first.width).toBeCloseTo(last.width)
})

test('it is done with the keyboard alone', async () => {
  const { page, panel, exportButton, saved } = await openExport('Hero photo')
  await exportButton.waitFor()
  await panel.getByRole('combobox', { name: 'Export by' }).focus()
  for (const name of ['Size rule 1', 'Suffix rule 1', 'Format rule 1', 'Duplicate rule 1', 'Remove rule 1']) {
    await page.keyboard.press('Tab')
    expect(await panel.getByLabel(name, { exact: true }).evaluate(isFocused)).toBe(true)
  }
  await exportButton.focus()
  const { name } = await saved(() => page.keyboard.press('Enter'))
  expect(name).toBe('Hero photo.png')
  await expect.poll(() => exportButton.evaluate(isFocused)).toBe(true)
})

const isFocused = (element: Element) => element === element.ownerDocument.activeElement
