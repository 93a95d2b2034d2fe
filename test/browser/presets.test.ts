import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { playgroundForTests } from '../harness/playground.ts'

// Presets and the prompts that were run, in the built panel: kept from one panel to the next.

const playground = playgroundForTests()
beforeAll(playground.start)
afterAll(playground.stop)
afterEach(playground.tidy)

test('a preset is saved, there when the panel opens again, taken and run, and its prompt is among those that were run', async () => {
  const { page, panel, select, rows, complaints } = await playground.open()
  await select('Hero photo')
  const prompt = panel.getByRole('textbox', { name: 'Prompt', exact: true })
  await prompt.fill('starry night sky over the hills')
  await panel.getByRole('spinbutton', { name: 'Count' }).fill('2')
  await panel.getByRole('button', { name: 'Presets…' }).click()
  await panel.getByRole('button', { name: 'Save as preset…' }).click()
  await panel.getByRole('textbox', { name: 'Name of the preset' }).fill('Hills at night')
  await page.keyboard.press('Enter')
  await panel.getByText('Saved as “Hills at night”.').waitFor()

  const download = page.waitForEvent('download')
  await panel.getByRole('link', { name: 'Export' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('refill-presets.json')
  const json = await text(await file.createReadStream())
  expect(JSON.parse(json)).toMatchObject({
    refill: 'presets',
    version: 1,
    presets: [{ name: 'Hills at night', count: 2 }],
  })
  expect(json).not.toMatch(/https?:|key/)

  await page.evaluate(() => window.playground.run())
  await select('Hero photo')
  await panel.getByText('1 image selected').waitFor()
  expect(await prompt.inputValue()).toBe('')
  await panel.getByRole('button', { name: 'Presets…' }).click()
  await panel.getByRole('combobox', { name: 'Search presets' }).fill('hills')
  await panel.getByRole('option', { name: 'Hills at night', exact: true }).waitFor()
  await page.keyboard.press('Enter')
  expect(await prompt.inputValue()).toBe('starry night sky over the hills')
  expect(await panel.getByRole('spinbutton', { name: 'Count' }).inputValue()).toBe('2')
  await page.keyboard.press('Control+Enter')
  await panel.getByText(/^2 of 2\b/).waitFor()
  expect(await rows.count()).toBe(2)

  await page.evaluate(() => window.playground.run())
  await panel.getByRole('button', { name: 'Prompts', exact: true }).click()
  await panel.getByRole('option', { name: 'starry night sky over the hills', exact: true }).waitFor()
  await page.keyboard.press('Escape')
  await prompt.focus()
  await page.keyboard.press('ArrowUp')
  expect(await prompt.inputValue()).toBe('starry night sky over the hills')
  expect(complaints).toEqual([])
})

test('↑ goes up by the lines that one sees, also where a long line is broken', async () => {
  const { page, panel, edit } = await playground.open()
  await edit(['Hero photo'], 'fog')
  const prompt = panel.getByRole('textbox', { name: 'Prompt', exact: true })
  const long = 'keep every word of it as it is '.repeat(6).trim()
  await prompt.fill(long)
  await page.keyboard.press('ArrowUp')
  expect(await prompt.inputValue()).toBe(long)
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowUp')
  expect(await prompt.inputValue()).toBe('fog')
  await page.keyboard.press('ArrowDown')
  expect(await prompt.inputValue()).toBe(long)
})
