import sharp, { type Sharp } from 'sharp'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { LayerJson } from '../../dev/figma/editor.ts'
import { playgroundForTests } from '../harness/playground.ts'

// What is soft is made sharp, with the built plugin in the browser, as a designer goes through it.

const playground = playgroundForTests()
beforeAll(playground.start)
afterAll(playground.stop)
afterEach(playground.tidy)

type Fill = LayerJson['fills'][number]
const isImage = (fill: Fill): fill is Extract<Fill, { type: 'IMAGE' }> => fill.type === 'IMAGE'

async function openAudited(world?: string) {
  const opened = await playground.open(world)
  const { panel } = opened
  await panel.getByRole('tab', { name: 'Upscale' }).click()
  await panel.getByRole('button', { name: 'Audit' }).click()
  await panel.getByRole('list', { name: 'Images found' }).waitFor()
  const upscale = (name: RegExp | string) => panel.getByRole('button', { name }).click()
  const audited = () => panel.getByRole('button', { name: 'Audit again' }).click()
  return { ...opened, upscale, audited }
}

test('each soft image is paid once and placed on all its layers; crops, tiles and sizes stay, and all is sharp', {
  timeout: 90_000,
}, async () => {
  const { page, panel, upscale, audited, complaints } = await openAudited('soft')
  const layers = () =>
    page.evaluate(() => {
      const all = (some: ReturnType<typeof window.playground.document>['pages'][0]['children']): typeof some =>
        some.flatMap((layer) => [layer, ...all(layer.children)])
      return window.playground.document().pages.flatMap(({ children }) => all(children))
    })
  const boxes = (some: Awaited<ReturnType<typeof layers>>) =>
    some.map(({ id, x, y, width, height, rotation }) => ({ id, x, y, width, height, rotation }))
  const before = await layers()
  const balance = playground.api.balance ?? 0
  await upscale('Upscale 8 images for $0.016')
  await panel.getByText('13 of 13').waitFor({ timeout: 60_000 })
  expect(balance - (playground.api.balance ?? 0)).toBeCloseTo(0.016)

  const after = await layers()
  expect(boxes(after)).toEqual(boxes(before))
  let tiles = 0
  for (const [index, { name, fills }] of after.entries()) {
    const [source] = before[index]!.fills.filter(isImage)
    const now = fills.filter(isImage).filter(({ visible }) => visible !== false)
    if (JSON.stringify(fills) === JSON.stringify(before[index]!.fills)) continue
    expect(now, name).toHaveLength(1)
    if (source?.scaleMode === 'TILE') tiles++
    // Of a tile the factor follows the pixels, so that it keeps its size.
    const same = (paint = source) => ({ ...paint, imageHash: '', scalingFactor: 0, visible: true })
    expect(same(now[0]), name).toEqual(same())
  }
  expect(tiles).toBe(2)
  await audited()
  await panel.getByRole('heading', { name: 'All are sharp at 2×.' }).waitFor()
  expect(complaints).toEqual([])
})

test('a model brings detail that the source did not have, and it arrives on the layer; resampling brings none', async () => {
  const { panel, upscale, rows, png } = await openAudited()
  await panel.getByRole('combobox', { name: 'Sharp at' }).selectOption('4×')
  await panel.getByRole('checkbox', { name: 'Cut-out' }).uncheck()
  // Drawn at 4×, what shows has the px that it needs.
  const detail = async () => detailOf(await png('Hero photo', 4), { width: 600, height: 400 })
  const before = await detail()
  await panel.getByRole('combobox', { name: 'Upscale with' }).selectOption('Local (resampling, free)')
  await upscale('Upscale 1 image')
  await rows.getByText('Done', { exact: true }).nth(5).waitFor()
  const resampled = await detail()
  expect(resampled).toBeLessThan(before * 1.25)
  await panel.getByRole('button', { name: 'Original for this run' }).click()
  await panel.getByRole('button', { name: 'Bring them back' }).click()
  await panel.getByRole('button', { name: 'Audit again' }).click()
  await panel.getByRole('combobox', { name: 'Upscale with' }).selectOption('real-esrgan')
  await upscale(/^Upscale 1 image for/)
  await rows
    .getByText(/ s · \$0\.002/)
    .first()
    .waitFor()
  await rows.getByText('Done', { exact: true }).nth(5).waitFor()
  expect(await detail()).toBeGreaterThan(resampled * 1.25)
})

/** What of a picture is lost at the size of its source: the deviation that is left, in levels. */
async function detailOf(file: Buffer, source: { width: number; height: number }): Promise<number> {
  const { width, height } = await sharp(file).metadata()
  const pixels = (picture: Sharp) => picture.removeAlpha().greyscale().raw().toBuffer()
  const small = await sharp(file).resize(source.width, source.height, { fit: 'fill' }).png().toBuffer()
  const [whole, coarse] = await Promise.all([
    pixels(sharp(file)),
    pixels(sharp(small).resize(width, height, { fit: 'fill' })),
  ])
  const squares = whole.reduce((sum, level, index) => sum + (level - coarse[index]!) ** 2, 0)
  return Math.sqrt(squares / whole.length)
}

test.each(['mirrored', 'shifted', 'hue-swapped'] as const)('a %s answer is asked about, and kept', async (trouble) => {
  const { panel, upscale, layer, rows } = await openAudited()
  await panel.getByRole('combobox', { name: 'Sharp at' }).selectOption('4×')
  await panel.getByRole('checkbox', { name: 'Cut-out' }).uncheck()
  const before = await layer('Hero photo')
  playground.api.plan([trouble])
  await upscale(/^Upscale 1 image for/)
  await rows.first().getByText('Is this the same image?').waitFor()
  expect(await layer('Hero photo')).toEqual(before)
  await rows.first().getByRole('link', { name: 'Save file' }).waitFor()
  await rows
    .first()
    .getByRole('button', { name: /^Place / })
    .click()
  await rows.first().getByText('Done', { exact: true }).waitFor()
  expect((await layer('Hero photo')).fills).toHaveLength(before.fills.length + 1)
})

test('without a key the panel resamples by itself: nothing is asked, and the verdict stays that of the original', async () => {
  const { panel, upscale, audited, rows } = await openAudited()
  await panel.getByRole('combobox', { name: 'Sharp at' }).selectOption('4×')
  await panel.getByRole('combobox', { name: 'Upscale with' }).selectOption('Local (resampling, free)')
  playground.api.forget()
  await upscale('Upscale 2 images')
  await rows.getByText('Done', { exact: true }).nth(6).waitFor()
  expect(playground.api.requests.filter(({ method, query }) => method === 'POST' && !query.dryRun)).toEqual([])
  await panel.getByRole('button', { name: 'Audit again' }).scrollIntoViewIfNeeded()
  await audited()
  await panel.getByText('2 images on 7 layers: 1 too small, 1 soft.').first().waitFor()
  await panel.getByText('resampled from 600 × 400').waitFor()
  await panel.getByText('Resampled already: only a model adds detail').first().waitFor()
})

test('an edit keeps the resolution of its source, for a price that is said before', async () => {
  const { panel, select, run, rows } = await playground.open('hero')
  await select('Hero photo')
  await panel
    .getByText(/^\d+ × \d+ → \d+ × \d+ px$/)
    .first()
    .waitFor()
  await panel.getByText('Options', { exact: true }).click()
  await panel.getByRole('combobox', { name: 'Keep resolution' }).selectOption('real-esrgan')
  await panel.getByText(/\$0\.012 for 1 result/).waitFor()
  const [width, height, wide, high] = (await panel
    .getByText(/^\d+ × \d+ → \d+ × \d+ px$/)
    .first()
    .textContent())!
    .match(/\d+/g)!
    .map(Number)
  expect(wide! * high!).toBeGreaterThanOrEqual(width! * height!)
  await run('starry night sky')
  await rows.getByText('Done', { exact: true }).waitFor()
  const posts = playground.api.requests.filter(({ method, query }) => method === 'POST' && !query.dryRun)
  expect(posts.map(({ fields }) => fields.model)).toEqual(['p-image-edit', 'real-esrgan'])
  // What is selected now is the result. An answer may be a little off, and with it what was said of the size.
  const shown = panel.getByText(/^\d+ × \d+ → \d+ × \d+ px$/).first()
  const sizeOf = async () => (await shown.textContent())!.match(/\d+/g)!.map(Number)
  await expect.poll(async () => (await sizeOf())[0]).toBeGreaterThan(width! * 1.05)
  const [across, down] = await sizeOf()
  expect(across! * down!).toBeGreaterThanOrEqual(width! * height!)
  expect(Math.abs(across! / wide! - 1)).toBeLessThan(0.03)
})
