import type { Download } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { meanDifference, pixelsOf } from '../harness/pixels.ts'
import { playgroundForTests } from '../harness/playground.ts'
import { type Unzipped, unzipped } from '../harness/unzipped.ts'

// What is in the files that the built plugin exports, against what the layers show.

const playground = playgroundForTests()
beforeAll(playground.start)
afterAll(playground.stop)
afterEach(playground.tidy)

async function openExport(world?: string) {
  const opened = await playground.open(world)
  const { page, panel } = opened
  await panel.getByRole('tab', { name: 'Export', exact: true }).click()
  return {
    ...opened,
    preset: (key: string) => panel.getByRole('combobox', { name: 'Presets' }).selectOption(key),
    showPage: (name: string) => page.evaluate((name) => window.playground.showPage(name), name),
    /** Presses the button when it is for so many files; what is saved, by its paths. */
    async exported(count: number): Promise<Map<string, Buffer>> {
      const button = panel.getByRole('button', { name: new RegExp(`^Export ${count} files?( for .+)?$`) })
      const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), button.click()])
      const bytes = await bytesOf(download)
      const isOne = !download.suggestedFilename().endsWith('.zip')
      const files: Pick<Unzipped, 'path' | 'bytes'>[] = isOne
        ? [{ path: download.suggestedFilename(), bytes }]
        : await unzipped(bytes)
      return new Map(files.map(({ path, bytes }) => [path, bytes]))
    },
  }
}

async function bytesOf(download: Download): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of await download.createReadStream()) pieces.push(piece)
  return Buffer.concat(pieces)
}

test('PNGs are, pixel by pixel, what the layers show at that scale', async () => {
  const { select, preset, exported, png } = await openExport()
  const names = ['Hero photo', 'Avatar', 'Cut-out', 'Photo 01']
  await select(...names)
  await preset('png123')
  const files = await exported(12)
  for (const name of names) {
    for (const [scale, suffix] of [
      [1, ''],
      [2, '@2x'],
      [3, '@3x'],
    ] as const) {
      // biome-ignore format: a table
      const file = files.get(`${name}${suffix}.png`)!
      expect(await meanDifference(file, await png(name, scale)), `${name} at ${scale}×`).toBe(0)
      expect(await meanDifference(file, await png(name, scale), 'alpha')).toBe(0)
    }
  }
})

test('a JPG lies on the ground that was chosen, and a WebP keeps what is clear', async () => {
  const { panel, select, preset, exported, png } = await openExport()
  await select('Cut-out')
  await preset('webp')
  const webp = await exported(2)
  const drawn = await png('Cut-out', 2)
  const file = await sharp(webp.get('Cut-out@2x.webp')!).png().toBuffer()
  expect(await meanDifference(file, drawn, 'alpha')).toBeLessThan(1)
  expect((await pixelsOf(file)).data[3]).toBe(0)

  await preset('jpg')
  await panel.getByRole('textbox', { name: 'Ground of JPGs' }).fill('#20c040')
  const jpg = (await exported(1)).get('Cut-out@2x.jpg')!
  const { data, width, height } = await pixelsOf(jpg)
  expect([width, height]).toEqual([200, 200])
  for (const [index, level] of [0x20, 0xc0, 0x40].entries()) expect(Math.abs(data[index]! - level)).toBeLessThan(6)
  const flat = await sharp(drawn).flatten({ background: '#20c040' }).png().toBuffer()
  expect(await meanDifference(await sharp(jpg).png().toBuffer(), flat)).toBeLessThan(3)
})

test('the variants of a set are named by their values, in folders and letters as they were asked for', async () => {
  const { panel, select, showPage, exported } = await openExport('components')
  await showPage('Components')
  await select('Card')
  await panel.getByRole('textbox', { name: 'File names' }).fill('{set}/{tone}/{size}{suffix}')
  await panel.getByRole('combobox', { name: 'Letters' }).selectOption('kebab')
  const files = [...(await exported(6)).keys()]
  expect(files).toHaveLength(6)
  for (const path of files) expect(path).toMatch(/^card\/[a-z]+\/[a-z]+\.png$/)
})

test('every result of a layer and its original are exported without a change of the document', async () => {
  const { panel, edit, json, png, exported, select, undo } = await openExport()
  await panel.getByRole('tab', { name: 'Edit', exact: true }).click()
  const original = await png('Photo 01')
  await edit(['Photo 01'], 'starry night')
  const first = await png('Photo 01')
  await edit(['Photo 01'], 'deep snow')
  const second = await png('Photo 01')
  const before = await json()
  await panel.getByRole('tab', { name: 'Export', exact: true }).click()
  await select('Photo 01')
  await panel.getByRole('combobox', { name: 'Images' }).selectOption('all')
  const files = await exported(3)
  expect(await meanDifference(files.get('Photo 01-1.png')!, first)).toBe(0)
  expect(await meanDifference(files.get('Photo 01-2.png')!, second)).toBe(0)
  expect(await meanDifference(files.get('Photo 01-original.png')!, original)).toBe(0)
  expect(await json()).toBe(before)
  await undo()
  expect(await meanDifference(await png('Photo 01'), second)).toBeGreaterThan(0)
})

test('for an export only, files show what they would if the larger images were in the document', {
  timeout: 90_000,
}, async () => {
  const { page, panel, select, exported, json, complaints } = await openExport('soft')
  const layers = ['Travel journal', 'Poster of the lake', 'Turned daisies', 'Trip as it is', 'Trip with its own photo']
  await select(...layers)
  await panel.getByRole('combobox', { name: 'Presets' }).selectOption('png2')
  const plain = await exported(5)
  await panel.getByRole('checkbox', { name: 'Upscale first' }).click()
  await panel.getByRole('combobox', { name: 'Upscale with' }).selectOption('Local (resampling, free)')
  await panel.getByRole('radio', { name: 'For this export only' }).click()
  const before = await json()
  const lent = await exported(5)
  expect(await json()).toBe(before)
  expect(await page.evaluate(() => window.playground.errors())).toEqual([])

  await panel.getByRole('radio', { name: 'In the file' }).click()
  const placed = await exported(5)
  expect(await json()).not.toBe(before)
  await panel.getByRole('checkbox', { name: 'Upscale first' }).click()
  for (const name of layers) {
    const path = `${name}@2x.png`
    expect(await meanDifference(lent.get(path)!, placed.get(path)!), name).toBeLessThan(0.01)
    expect(await meanDifference(lent.get(path)!, plain.get(path)!), name).toBeGreaterThan(0.1)
  }
  expect(complaints).toEqual([])
})

test('stopped in the middle, what is done can be saved, and the rest is drawn when that is wanted', async () => {
  const { page, panel, select, preset } = await openExport('thousand')
  const names = await page.evaluate(() =>
    window.playground
      .document()
      .pages[0]!.children.flatMap(({ children, id }) => (children.length > 0 ? children.map(({ id }) => id) : [id])),
  )
  await select(...names.slice(0, 60))
  await preset('png2')
  await panel.getByRole('button', { name: /^Export \d+ files$/ }).click()
  const progress = panel.getByRole('progressbar', { name: 'Progress of the export' })
  await expect.poll(() => progress.getAttribute('aria-valuenow').then(Number)).toBeGreaterThan(3)
  await panel.getByRole('button', { name: 'Stop export' }).click()
  const save = panel.getByRole('link', { name: /^Save the \d+ finished$/ })
  await save.waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()])
  const done = Number(/\d+/.exec((await save.textContent())!)![0])
  expect(await unzipped(await bytesOf(download))).toHaveLength(done)
  const [whole] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    panel.getByRole('button', { name: /^Export the other \d+, save all \d+$/ }).click(),
  ])
  expect((await unzipped(await bytesOf(whole))).length).toBeGreaterThan(done)
})
