import type { Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { playgroundForTests } from '../harness/playground.ts'

// Several prompts at once, in the browser and by keyboard alone, but for what is selected in Figma.

const playground = playgroundForTests()
beforeAll(playground.start)
afterAll(playground.stop)
afterEach(async () => {
  playground.api.settings.latency = 0
  await playground.tidy()
})

async function open(...names: string[]) {
  const opened = await playground.open()
  const { page, panel, select } = opened
  await select(...names)
  await panel.getByText(names.at(-1)!, { exact: true }).first().waitFor()
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const button = (name: string | RegExp) => panel.getByRole('button', { name, exact: typeof name === 'string' })
  const sent = () =>
    playground.api.requests
      .filter(({ method, query }) => method === 'POST' && !query.dryRun)
      .map(({ fields }) => fields.prompt)
  const cell = (name: string) => panel.getByRole('gridcell', { name: new RegExp(`^${name}: `) })
  const says = (name: string, text: string) => panel.getByRole('gridcell', { name: `${name}: ${text}` }).waitFor()
  async function list(...prompts: string[]) {
    await panel.getByRole('textbox', { name: 'Prompt', exact: true }).focus()
    await page.keyboard.type(prompts[0]!)
    for (const [index, prompt] of prompts.slice(1).entries()) {
      await button('+ Prompt').press('Enter')
      await panel
        .locator('textarea:focus')
        .and(panel.getByLabel(`Prompt “Prompt ${index + 2}”`))
        .waitFor()
      await page.keyboard.type(prompt)
    }
  }
  return { ...opened, press, button, sent, cell, says, list }
}

/** As a sheet's cells come from the clipboard. */
const paste = (box: Locator, text: string) =>
  box.evaluate((box, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)

test('three prompts make six results of two layers; one that failed is tried again from the grid', async () => {
  const { page, panel, rows, press, sent, says, list, layer, complaints } = await open('Hero photo', 'Cut-out')
  await list('night', 'snow on {layer}', 'storm')
  await panel.getByText('$0.06 for 6 results').waitFor()
  const settings = panel.getByRole('tab', { name: 'Settings' })
  await settings.click()
  await panel.getByRole('spinbutton', { name: /^At once/ }).fill('1')
  await panel.getByRole('tab', { name: 'Edit' }).click()
  await panel.getByRole('textbox', { name: 'Prompt “Prompt 3”' }).focus()
  playground.api.plan(['none', 'policy'])
  await press('Control+Enter')
  await panel.getByText(/^6 of 6/).waitFor()
  expect(sent()).toEqual(['night', 'snow on Hero photo', 'storm', 'night', 'snow on Cut-out', 'storm'])
  await rows.getByText('Hero photo · Prompt 2').waitFor()

  await says('Hero photo, Prompt 2', 'failed. The provider')
  await panel.getByRole('gridcell', { name: /^Hero photo, Prompt 1/ }).focus()
  await press('ArrowRight', 'Enter')
  await panel.locator('button:focus', { hasText: /^Retry · \$0\.01$/ }).waitFor()
  await press('Enter')
  await says('Hero photo, Prompt 2', 'done.')
  expect(sent()).toHaveLength(7)
  // All of them lie on the layer, and one shows.
  await expect.poll(async () => (await layer('Hero photo')).fills.filter(({ type }) => type === 'IMAGE').length).toBe(4)
  const { fills } = await layer('Hero photo')
  expect(fills.filter(({ type, visible }) => type === 'IMAGE' && visible !== false)).toHaveLength(1)
  await page.keyboard.press('Escape')
  await panel.locator('[role=gridcell]:focus').waitFor()
  expect(complaints).toEqual([])
})

test('a column runs alone for a price that is said before; prompts are moved, named, removed and brought back', async () => {
  const { panel, press, button, sent, says, list, page } = await open('Hero photo', 'Cut-out')
  await list('night', 'snow')
  await press('Alt+ArrowUp')
  expect(
    await panel
      .getByRole('listitem')
      .getByRole('textbox', { name: /^Prompt “/ })
      .first()
      .inputValue(),
  ).toBe('snow')
  await panel.getByRole('textbox', { name: 'Name of prompt 1' }).fill('Winter')
  await panel.getByRole('columnheader', { name: 'All' }).focus()
  await press('ArrowRight')
  await panel.locator('[role=columnheader]:focus', { hasText: 'Winter' }).waitFor()
  await panel.getByRole('group', { name: 'Winter' }).getByRole('button', { name: 'Run 2 · $0.02' }).waitFor()
  await press('Enter', 'Enter')
  await says('Cut-out, Winter', 'done.')
  await says('Hero photo, Winter', 'done.')
  await says('Hero photo, Prompt 1', 'not run.')
  expect(sent()).toEqual(['snow', 'snow'])

  await button('Remove Winter').press('Enter')
  await panel.getByText('“Winter” was removed.').waitFor()
  await panel.getByRole('textbox', { name: 'Prompt', exact: true }).waitFor()
  await button('Undo').press('Enter')
  await says('Hero photo, Winter', 'done.')
  expect(await page.frames()[1]!.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
})

test('two hundred rows of a sheet are looked at, and all but the wrong ones taken', async () => {
  const { panel, page, press, button } = await open('Hero photo', 'Cut-out')
  const prompts = Array.from({ length: 200 }, (_, index) => `Look ${index + 1}\tlight of ${index + 1} o’clock`)
  prompts[11] = 'Look 12\t'
  prompts[19] = 'Look 20\tfor {nobody}'
  prompts[29] = 'Look 1\tonce more'
  prompts[39] = 'Look 40\t"two\nlines and a ""quote"""'
  const box = panel.getByRole('textbox', { name: 'Prompt', exact: true })
  await box.focus()
  const before = Date.now()
  await paste(box, `Name\tPrompt\r\n${prompts.join('\r\n')}\r\n`)
  await panel.getByText('Row 13: no prompt.').waitFor()
  await panel.getByText('Row 21: {nobody} stands for nothing.').waitFor()
  await panel.getByText('Row 31: another one is called “Look 1”, so this one is “Look 1 2”.').waitFor()
  await button('Paste as plain text').waitFor()
  await button('Take 198 prompts').press('Enter')
  await panel.getByRole('heading', { name: '198 prompts for each layer' }).waitFor()
  await panel.getByRole('columnheader', { name: 'Look 1', exact: true }).focus()
  await press('End')
  await panel.locator('[role=columnheader]:focus', { hasText: 'Look 200' }).waitFor()
  expect(Date.now() - before).toBeLessThan(10_000)
  // Only what is in view is there.
  expect(await panel.getByRole('gridcell').count()).toBeLessThan(40)
  expect(await panel.getByRole('textbox', { name: /^Prompt “/ }).count()).toBeLessThan(60)
  await button('Undo').press('Enter')
  expect(await panel.getByRole('textbox', { name: 'Prompt', exact: true }).inputValue()).toBe('')
  await paste(panel.getByRole('textbox', { name: 'Prompt', exact: true }), 'a\tb')
  await button('Paste as plain text').press('Enter')
  expect(await panel.getByRole('textbox', { name: 'Prompt', exact: true }).inputValue()).toBe('a\tb')
  expect(await page.frames()[1]!.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
})

test('a file of layers gives each the words of its own, and what is not in it nothing', async () => {
  const { panel, button, sent, says, run, cell } = await open('Hero photo', 'Cut-out', 'Badge')
  await button('Paste a sheet…').press('Enter')
  const csv = '\uFEFFlayer;Night;Day\r\nhero photo;dark;"bright; warm"\r\nNowhere;a;b\r\nCut-out;moon;\r\n'
  await panel
    .getByLabel('CSV or TSV file…')
    .and(panel.locator('input'))
    .setInputFiles({ name: 'sheet.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await panel.getByText('Row 3: no selected layer is called “Nowhere”.').waitFor()
  await button('Take 3 cells').press('Enter')
  await says('Cut-out, Day', 'no prompt.')
  await cell('Hero photo, Night').focus()
  await panel.getByRole('group', { name: 'Hero photo, Night' }).getByText('“dark”').waitFor()
  await run()
  await panel.getByText(/^3 of 3/).waitFor()
  expect(sent().sort()).toEqual(['bright; warm', 'dark', 'moon'])
})

test('a prompt is dragged by its grip, and Escape leaves it where it was', async () => {
  const { panel, page, press, list, complaints } = await open('Hero photo')
  await list('night', 'snow', 'storm')
  const grips = panel.getByTitle('Drag to another place')
  await grips.first().scrollIntoViewIfNeeded()
  const drag = async (from: number, to: number) => {
    const [one, other] = [(await grips.nth(from).boundingBox())!, (await grips.nth(to).boundingBox())!]
    await page.mouse.move(one.x + 4, one.y + 8)
    await page.mouse.down()
    await page.mouse.move(other.x + 4, other.y + 20, { steps: 3 })
  }
  const names = () =>
    panel
      .getByRole('textbox', { name: /^Name of prompt/ })
      .evaluateAll((boxes: HTMLInputElement[]) => boxes.map(({ value }) => value))
  await drag(0, 1)
  await press('Escape')
  await page.mouse.up()
  expect(await names()).toEqual(['Prompt 1', 'Prompt 2', 'Prompt 3'])
  await drag(1, 0)
  await page.mouse.up()
  expect(await names()).toEqual(['Prompt 2', 'Prompt 1', 'Prompt 3'])
  await panel.locator('textarea:focus').and(panel.getByLabel('Prompt “Prompt 2”')).waitFor()
  await panel.getByRole('columnheader').nth(1).getByText('Prompt 2').waitFor()
  expect(complaints).toEqual([])
})

test('from a cell its result is looked at; when its words change it says so, and the grid when nothing is selected', async () => {
  const { panel, page, press, says, list, cell, select } = await open('Hero photo', 'Cut-out')
  await list('night', 'snow on {layer}')
  await press('Control+Enter')
  await panel.getByText(/^4 of 4/).waitFor()
  await cell('Cut-out, Prompt 2').focus()
  await press('Enter', 'Enter')
  const gallery = panel.getByRole('dialog', { name: 'Results on Cut-out' })
  await gallery.getByText('“snow on Cut-out”').waitFor()
  await press('Escape')
  await gallery.waitFor({ state: 'hidden' })
  await panel.locator('button:focus', { hasText: 'Look closer' }).waitFor()
  await panel.getByRole('textbox', { name: 'Prompt “Prompt 2”' }).fill('rain on {layer}')
  await says('Cut-out, Prompt 2', 'done, its words have changed since.')
  await says('Cut-out, Prompt 1', 'done.')
  await panel.getByRole('columnheader', { name: 'All' }).focus()
  await panel.getByRole('group', { name: 'All' }).getByRole('button', { name: 'Run 2 · $0.02' }).waitFor()
  await press('Enter', 'Enter')
  await says('Hero photo, Prompt 2', 'done.')
  await says('Cut-out, Prompt 2', 'done.')
  await cell('Cut-out, Prompt 2').focus()
  await select()
  await panel.getByText('Select layers: what each of them makes').waitFor()
  expect(await page.frames()[1]!.evaluate(() => document.activeElement?.tagName)).toBe('SECTION')
})
