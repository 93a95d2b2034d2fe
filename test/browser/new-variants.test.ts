import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { playgroundForTests } from '../harness/playground.ts'

// Results that become new variants: of a set, of a frame that is made a component first, and what is left out where one fails.

const playground = playgroundForTests()
beforeAll(playground.start)
afterAll(playground.stop)
afterEach(async () => {
  playground.api.script(undefined)
  playground.api.settings.latency = 0
  await playground.tidy()
})

async function open(world: string) {
  const page = await playground.open(world)
  const { panel } = page
  const list = panel.getByRole('list', { name: 'Selected' })
  const document = async () => JSON.parse(await page.json())
  /** The names of all variants of a set, in no order. */
  const variantsOf = async (set: string) => ((await page.layer(set)).children ?? []).map(({ name }) => name).sort()
  async function chooseVariants(prompt: string) {
    await panel.getByText('Options', { exact: true }).click()
    await panel.getByRole('combobox', { name: 'Place' }).selectOption('variant')
    await panel.getByText('Options', { exact: true }).click()
    await panel.getByRole('textbox', { name: 'Prompt', exact: true }).fill(prompt)
  }
  return { ...page, list, document, variantsOf, chooseVariants }
}

test('one prompt over a tone of a set gives a new tone in every size; what was there stays, and each undo takes one back', async () => {
  const { page, panel, list, rows, select, run, json, document, variantsOf, chooseVariants, undo, complaints } =
    await open('components')
  await page.evaluate(() => window.playground.showPage('Components'))
  const before = await json()
  const [shop] = (await document()).pages
  const there = await variantsOf('Card')
  await select('Card')
  await list.getByRole('checkbox', { name: 'Images inside Tone: Dark · Size: Large' }).waitFor()
  await chooseVariants('Starry night, with a moon')
  await panel.getByText('Some chosen variants differ in Tone alone: their new ones get numbers.').waitFor()
  for (const size of ['Small', 'Medium', 'Large']) {
    await list.getByRole('checkbox', { name: `Images inside Tone: Dark · Size: ${size}` }).uncheck()
  }
  await panel.getByText('3 new variants of Card: Starry night, from each of 3 variants').waitFor()
  // It would change no instance, and says none.
  expect(await list.getByText(/Changes \d/).count()).toBe(0)
  await panel.getByRole('textbox', { name: 'Name of the variant' }).fill('Night, dark')
  await panel.getByText('of Card: Night dark').waitFor()
  await run()
  await panel.getByText(/^3 of 3/).waitFor()
  const made = ['Large', 'Medium', 'Small'].map((size) => `Tone=Night dark, Size=${size}`)
  expect(await variantsOf('Card')).toEqual([...there, ...made].sort())
  expect((await document()).pages[0]).toEqual(shop)
  expect(await panel.getByRole('button', { name: 'Original for this run' }).count()).toBe(0)
  await rows.first().getByText('In the new variant “Tone=Night dark, Size=Small”').waitFor()
  await rows.first().getByRole('button', { name: 'Show layer' }).click()
  const shown = () => page.evaluate(() => window.playground.selection().map((id) => window.playground.layer(id).name))
  await expect.poll(shown).toEqual(['Tone=Night dark, Size=Small'])
  for (const left of [2, 1, 0]) {
    await undo()
    expect((await variantsOf('Card')).filter((name) => made.includes(name))).toHaveLength(left)
  }
  expect(await json()).toBe(before)
  expect(complaints).toEqual([])
})

test('several prompts give a set a row each; the grid says how they stand, and tries again what failed', async () => {
  const { page, panel, list, select, run, json, layer, chooseVariants, undo, complaints } = await open('components')
  await page.evaluate(() => window.playground.showPage('Components'))
  const before = await json()
  await select('Card')
  await list.getByText('Tone: Dark · Size: Large').waitFor()
  await panel.getByRole('group', { name: 'Tone' }).getByRole('button', { name: 'Dark' }).click()
  await chooseVariants('night, {Size}')
  await panel.getByRole('button', { name: '+ Prompt' }).click()
  await panel.getByRole('textbox', { name: 'Prompt “Prompt 2”' }).fill('snow, {Size}')
  await panel.getByRole('textbox', { name: 'Name of prompt 1' }).fill('Night, 100 % = dark / 🌙')
  await panel.getByRole('textbox', { name: 'Name of prompt 2' }).fill('Snow')
  await panel.getByText('6 new variants of Card: Night 100 % dark / 🌙, Snow, from each of 3 variants').waitFor()
  await panel.getByRole('rowheader', { name: 'Photo · Tone=Dark, Size=Medium' }).getByText('Medium').waitFor()
  playground.api.plan(['none', 'none', 'none', 'policy'])
  await run()
  await panel.getByText(/^6 of 6/).waitFor()
  const made = async () =>
    (await layer('Card')).children!.slice(6).map(({ name, x, y }) => `${name.replace('Tone=', '')} at ${x}, ${y}`)
  await expect.poll(made).toHaveLength(5)
  const failed = panel.getByRole('gridcell', { name: /: failed/ })
  await failed.focus()
  await page.keyboard.press('Enter')
  await panel.locator('button:focus', { hasText: /^Retry/ }).waitFor()
  await page.keyboard.press('Enter')
  await panel
    .getByRole('gridcell', { name: /: done/ })
    .nth(5)
    .waitFor()
  await expect.poll(made).toHaveLength(6)
  expect((await made()).sort()).toEqual([
    ...['Night 100 % dark / 🌙, Size=Large at 1000, 1040', 'Night 100 % dark / 🌙, Size=Medium at 520, 1040'],
    ...['Night 100 % dark / 🌙, Size=Small at 40, 1040', 'Snow, Size=Large at 1000, 1540'],
    ...['Snow, Size=Medium at 520, 1540', 'Snow, Size=Small at 40, 1540'],
  ])
  // Else each run would make twice as many.
  await panel.getByRole('group', { name: 'Tone' }).getByRole('button', { name: 'All' }).click()
  await panel.getByRole('heading', { name: '6 of 12 images selected' }).waitFor()
  for (let count = 0; count < 6; count++) await undo()
  expect(await json()).toBe(before)
  expect(complaints).toEqual([])
})

test('a set that is deleted while its variants are made loses no picture', async () => {
  const { page, panel, rows, select, run, chooseVariants } = await open('components')
  await page.evaluate(() => window.playground.showPage('Components'))
  await select('Tone=Dark, Size=Large')
  await chooseVariants('night')
  await panel.getByText('1 new variant of Card: Night').waitFor()
  playground.api.settings.latency = 1000
  await run()
  await rows.first().getByText('Editing…').waitFor()
  await page.evaluate(() => window.playground.remove('Card'))
  await rows.first().getByText('“Tone=Dark, Size=Large” is no longer in the file.').waitFor()
  await rows.first().getByRole('button', { name: 'Place beside' }).click()
  await rows.first().getByText('Laid beside: its layer is no longer there.').waitFor()
})

test('a frame becomes a component once that is agreed; a failed picture leaves its variant out, and a retry brings it', async () => {
  playground.api.script((job, attempt) => (job === 1 && attempt === 1 ? { trouble: 'policy' } : {}))
  const { panel, list, rows, select, run, json, layer, variantsOf, chooseVariants, undo, complaints } =
    await open('hero')
  const before = await json()
  await select('Landing page')
  await list.getByText('Hero photo').waitFor()
  await chooseVariants('night')
  await panel.getByText('1 new variant of Landing page: Night').waitFor()
  await run()
  await panel.getByText(/A new variant needs a component\. Tick “Make Landing page a component first”/).waitFor()
  expect([await json(), await rows.count()]).toEqual([before, 0])
  await panel.getByRole('checkbox', { name: 'Make Landing page a component first' }).check()
  await panel.getByRole('textbox', { name: 'Name of the property' }).fill('Time')
  await run()
  await panel.getByText(/1 failed · 3 not placed yet/).waitFor()
  expect((await layer('Landing page')).type).toBe('COMPONENT')
  await rows.getByText('The variant “Night” waits for 1 other result, which failed.').first().waitFor()
  await panel.getByRole('button', { name: 'Retry failed (1)' }).click()
  await expect.poll(async () => (await layer('Landing page')).type, { timeout: 10_000 }).toBe('COMPONENT_SET')
  expect(await variantsOf('Landing page')).toEqual(['Time=Default', 'Time=Night'])
  // Nothing was asked for twice but what had failed.
  const edits = playground.api.requests.filter(({ method, query }) => method === 'POST' && !query.dryRun)
  expect(edits).toHaveLength(5)
  await undo()
  expect((await layer('Landing page')).type).toBe('COMPONENT')
  await undo()
  expect(await json()).toBe(before)
  expect(complaints).toEqual([])
})

test('what lies in an instance says that it can be in none, and is left out', async () => {
  const { panel, list, rows, select, run, chooseVariants } = await open('components')
  await select('Small card', 'Team card')
  await list.getByText('Portrait · Team card').waitFor()
  await chooseVariants('night')
  await list.getByText('No new variant: it belongs to an instance. Select its component.').nth(1).waitFor()
  await run()
  await panel
    .getByRole('alert')
    .getByText(/None of the chosen images can be in a new variant/)
    .waitFor()
  expect(await rows.count()).toBe(0)
})
