import type { FrameLocator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { DocumentJson, LayerJson } from '../../dev/figma/document/to-json.ts'
import type { LayerSpec, WorldData } from '../../dev/figma/world.ts'
import { plainPicture } from '../harness/pictures.ts'
import { playgroundForTests } from '../harness/playground.ts'

// The images of component sets, under their properties, in the browser.

const playground = playgroundForTests()
beforeAll(playground.start)
afterAll(playground.stop)
afterEach(playground.tidy)

const selected = (panel: FrameLocator) => panel.getByRole('list', { name: 'Selected' })

const sentPrompts = () =>
  playground.api.requests
    .filter(({ method, query }) => method === 'POST' && !query.dryRun)
    .map(({ fields }) => fields.prompt)
    .sort()

/** By the name of each variant, the prompts of the results on its photo. */
async function promptsByVariant(page: Page): Promise<Record<string, string[]>> {
  const { pages }: DocumentJson = JSON.parse(await page.evaluate(() => JSON.stringify(window.playground.document())))
  const prompts: Record<string, string[]> = {}
  const visit = (layer: LayerJson & { children?: LayerJson[] }, variant: string) => {
    if (layer.name === 'Photo' && variant) {
      const found = [...JSON.stringify(layer.pluginData).matchAll(/\\"prompt\\":\\"(.*?)\\"/g)].map(([, text]) => text!)
      if (found.length > 0) prompts[variant] = found
    }
    for (const child of layer.children ?? []) visit(child, layer.type === 'COMPONENT' ? layer.name : variant)
  }
  for (const page of pages) for (const layer of page.children) visit(layer, '')
  return prompts
}

test('variants are filtered by a value and sent a prompt for each value of another property', async () => {
  const { page, panel, rows, select, complaints } = await playground.open('components')
  await page.evaluate(() => window.playground.showPage('Components'))
  await select('Card')
  const list = selected(panel)
  await list.getByText('Tone: Dark · Size: Large').waitFor()
  await panel.getByText('5 instances will change too.').waitFor()

  const tones = panel.getByRole('group', { name: 'Tone' })
  await tones.getByRole('button', { name: 'All' }).focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await panel.getByRole('heading', { name: '3 of 6 images selected' }).waitFor()
  await panel.getByText('3 images left out by the filter').waitFor()
  await panel.getByText('2 instances will change too.').waitFor()

  await panel.getByRole('textbox', { name: 'Prompt', exact: true }).fill('spring meadow')
  await panel.getByRole('combobox', { name: 'Prompts for variants' }).selectOption('Size')
  await panel.getByRole('textbox', { name: 'Size: Small · 1 image' }).fill('{Tone} snow, {Size}')
  const large = panel.getByRole('textbox', { name: 'Size: Large · 1 image' })
  await large.fill('{Season}')
  await panel.getByText('{Season} stands for nothing.').waitFor()
  await large.fill('autumn leaves on image 3')
  await panel.getByText('The prompt speaks of image 3').waitFor()
  await large.fill('autumn leaves')
  await list.getByTitle('Dark snow, Small').waitFor()
  await panel.getByRole('button', { name: 'Run', exact: true }).click()
  await rows.getByText('Done', { exact: true }).nth(2).waitFor()

  expect(await promptsByVariant(page)).toEqual({
    'Tone=Dark, Size=Small': ['Dark snow, Small'],
    'Tone=Dark, Size=Medium': ['spring meadow'],
    'Tone=Dark, Size=Large': ['autumn leaves'],
  })
  expect(sentPrompts()).toEqual(['Dark snow, Small', 'autumn leaves', 'spring meadow'])
  expect(complaints).toEqual([])
})

test('instances keep their prompts by value from one selection to the next, and are not detached', async () => {
  const { page, panel, rows, select, run } = await playground.open('components')
  await select('Shop window')
  await selected(panel).getByText('Dark card · Tone: Dark · Size: Medium').waitFor()
  await panel.getByRole('combobox', { name: 'Prompts for variants' }).selectOption('Tone')
  await panel.getByRole('textbox', { name: /^Tone: Dark/ }).fill('deep night')
  await panel.getByText(/for 2 images without “Tone”/).waitFor()
  await select('Dark card', 'Team card')
  await panel.getByRole('heading', { name: '2 images selected' }).waitFor()
  expect(await panel.getByRole('textbox', { name: /^Tone: Dark/ }).inputValue()).toBe('deep night')
  await selected(panel).getByText('An override in this instance').first().waitFor()
  await run('bright day')
  await rows.getByText('Done', { exact: true }).nth(1).waitFor()
  expect((await page.evaluate(() => window.playground.layer('Dark card'))).type).toBe('INSTANCE')
  expect(sentPrompts()).toEqual(['bright day', 'deep night'])
})

/** 60 variants with three images each. */
async function largeSet(): Promise<WorldData> {
  const image = { type: 'IMAGE', scaleMode: 'FILL', picture: 'photo' } as const
  const variants = Array.from(
    { length: 60 },
    (_, index): LayerSpec => ({
      ...{ type: 'COMPONENT', name: `Theme=${index % 2 ? 'Dark' : 'Light'}, Number=${index}` },
      ...{ x: (index % 10) * 220, y: Math.floor(index / 10) * 220, width: 200, height: 200 },
      children: [0, 1, 2].map((place) => ({
        ...{ type: 'RECTANGLE', name: `Image ${place}`, x: 0, y: place * 60, width: 100, height: 50, fills: [image] },
      })),
    }),
  )
  const set: LayerSpec = {
    ...{ type: 'COMPONENT_SET', name: 'Wall', x: 0, y: 0, width: 2200, height: 1320, children: variants },
  }
  const { bytes } = await plainPicture(400, 300)
  return { id: 'wall', title: 'Wall', pages: [{ name: 'Page', layers: [set] }], pictures: { photo: bytes } }
}

test('of 60 variants with three images each, every one can be seen and unticked', async () => {
  const { page, panel, select } = await playground.open('empty')
  const world = await largeSet()
  await page.evaluate((world) => window.playground.open(world), world)
  await select('Wall')
  await panel.getByRole('heading', { name: '180 images selected' }).waitFor()
  const list = selected(panel)
  await list.focus()
  const last = list.getByRole('checkbox', { name: 'Images inside Theme: Dark · Number: 59' })
  await expect
    .poll(async () => {
      await page.keyboard.press('End')
      return last.count()
    })
    .toBe(1)
  await last.uncheck()
  await panel.getByRole('heading', { name: '177 of 180 images selected' }).waitFor()
  await list.getByRole('checkbox', { name: 'Image 2 · Theme=Dark, Number=59' }).check()
  await panel.getByRole('heading', { name: '178 of 180 images selected' }).waitFor()

  const numbers = panel.getByRole('group', { name: 'Number' })
  await numbers.getByRole('button', { name: '7', exact: true }).click()
  await numbers.getByRole('button', { name: '59', exact: true }).click()
  await panel.getByRole('heading', { name: '4 of 180 images selected' }).waitFor()
  expect(await list.getByRole('listitem').count()).toBe(9)
})
