import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { playgroundForTests } from '../harness/playground.ts'

// Prompts with words from the layers, and rows with a prompt of their own, in the browser.

const playground = playgroundForTests()
beforeAll(playground.start)
afterAll(playground.stop)
afterEach(playground.tidy)

const sentPrompts = () =>
  playground.api.requests
    .filter(({ method, query }) => method === 'POST' && !query.dryRun)
    .map(({ fields }) => fields.prompt)
    .sort()

test('the variants of a set send their own words, share the same ones, and one has a prompt of its own', async () => {
  const { page, panel, rows, select, complaints } = await playground.open('components')
  await page.evaluate(() => window.playground.showPage('Components'))
  await select('Card')
  const list = panel.getByRole('list', { name: 'Selected' })
  await list.getByText('Tone: Dark · Size: Large').waitFor()
  const prompt = panel.getByRole('textbox', { name: 'Prompt', exact: true })
  await prompt.fill('{Tone} {Season}')
  await panel
    .getByText('{Season} stands for nothing. There is {layer}, {page}, {n}, {text:Name}, {Tone} and {Size}.')
    .waitFor()
  await prompt.fill('{Tone} light on {text:title} {{1}}')
  await list.getByTitle('Dark light on Face oil {1}').nth(2).waitFor()
  expect(await list.getByTitle('Light light on Face oil {1}').count()).toBe(3)

  const open = list.getByRole('button', { name: 'Own prompt of Photo · Tone=Dark, Size=Large' })
  await open.click()
  const box = list.getByRole('textbox', { name: 'Own prompt of Photo · Tone=Dark, Size=Large' })
  await box.fill('{Size} winter')
  await list.getByTitle('Large winter').waitFor()
  await box.press('Escape')
  await list.getByText('Own prompt: Large winter').waitFor()

  await panel.getByRole('button', { name: 'Run', exact: true }).click()
  await rows.getByText('Done', { exact: true }).nth(5).waitFor()
  expect(sentPrompts()).toEqual(['Dark light on Face oil {1}', 'Large winter', 'Light light on Face oil {1}'])
  // The pictures are others now, and the row still has its prompt.
  await list.getByText('Own prompt: Large winter').waitFor()
  expect(complaints).toEqual([])
})

test('an instance without the text says so in its row, and keeps the run back until it is unticked', async () => {
  const { panel, rows, run, select } = await playground.open('components')
  await select('Dark card', 'Team card')
  const list = panel.getByRole('list', { name: 'Selected' })
  await list.getByText('Portrait · Team card').waitFor()
  await run('{text:Title} at night')
  await panel.getByText('“Portrait” has no text “Title”. Change the prompt, or leave it out.').waitFor()
  await list.getByText('Has no text “Title”').waitFor()
  expect(sentPrompts()).toEqual([])
  await list.getByRole('checkbox', { name: 'Portrait · Team card' }).uncheck()
  await run()
  await rows.getByText('Done', { exact: true }).waitFor()
  expect(sentPrompts()).toEqual(['Beach towel at night'])
})
