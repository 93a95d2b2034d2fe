import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { playgroundForTests } from '../harness/playground.ts'

// The menu, the quick-actions bar and the buttons on layers, with the built plugin.

const playground = playgroundForTests()
beforeAll(playground.start)
afterAll(playground.stop)
afterEach(playground.tidy)

async function open() {
  const opened = await playground.open()
  const { page, panel, layer } = opened
  return {
    ...opened,
    prompt: panel.getByRole('textbox', { name: 'Prompt', exact: true }),
    command: (command: string, parameters?: Record<string, unknown>) =>
      page.evaluate(([command, parameters]) => window.playground.run(command, parameters), [
        command,
        parameters,
      ] as const),
    said: () => page.evaluate(() => window.playground.said()),
    isSeen: () => page.locator('#plugin').isVisible(),
    isClosed: () => page.waitForFunction(() => !document.querySelector('iframe')),
    /** How many results lie on the layer. */
    async results(name: string) {
      const { pluginData } = await layer(name)
      const texts = Object.values(pluginData).flatMap(({ refill }) => refill ?? [])
      return texts.flatMap((text) =>
        Object.values<{ prompt: string }>(JSON.parse(text).results).map((each) => each.prompt),
      )
    },
  }
}
const edits = () =>
  playground.api.requests.filter(
    ({ method, path, query }) => method === 'POST' && path.endsWith('/images/edits') && query.dryRun !== 'true',
  )

test('a prompt that is typed in the bar runs at once, in the panel', async () => {
  const { page, select, prompt, rows, results, complaints } = await open()
  await select('Hero photo')
  await page.getByRole('button', { name: 'Commands' }).click()
  await page.getByRole('button', { name: 'Edit selection… with parameters…' }).click()
  const bar = page.getByRole('dialog')
  await bar.getByRole('combobox').fill('make it night')
  await bar.getByRole('option', { name: 'make it night' }).waitFor()
  await page.keyboard.press('Enter')
  const first = bar.getByRole('option', { name: 'Golden hour' })
  await first.waitFor()
  expect(await first.getAttribute('aria-selected')).toBe('false')
  await page.keyboard.press('Enter')
  await rows.getByText('Done').waitFor()
  expect(await prompt.inputValue()).toBe('make it night')
  expect(await results('Hero photo')).toEqual(['make it night'])
  expect(complaints).toEqual([])
})

test('a preset alone fills the form; with a prompt its settings count, and that runs', async () => {
  const { page, panel, select, command, prompt, rows, results } = await open()
  await select('Hero photo')
  await command('edit', { preset: 'night' })
  await expect.poll(() => prompt.inputValue(), PATIENCE).toMatch(/night/)
  expect(edits()).toEqual([])
  await panel.getByRole('spinbutton', { name: 'Count' }).fill('2')
  await panel.getByRole('button', { name: 'Presets…' }).click()
  await panel.getByRole('button', { name: 'Save as preset…' }).click()
  await panel.getByRole('textbox', { name: 'Name of the preset' }).fill('Two')
  await panel.getByRole('textbox', { name: 'Name of the preset' }).press('Enter')
  await panel.getByText('Saved as “Two”.').waitFor()
  const id = await page.evaluate(() => {
    const kept = window.playground
      .messages()
      .map((each) => JSON.stringify(each))
      .join()
    return /"savePreset","input":\{"id":"([^"]+)"/.exec(kept)?.[1]
  })
  await command('edit', { preset: id, prompt: 'sunset' })
  await expect.poll(() => rows.getByText('Done').count(), PATIENCE).toBe(2)
  expect(await results('Hero photo')).toEqual(['sunset', 'sunset'])
})

/** How many edits come within a moment. */
async function arriving(): Promise<number> {
  const before = edits().length
  await new Promise((resolve) => setTimeout(resolve, 400))
  return edits().length - before
}

test('more pictures than anyone means by a line wait for Run, which says their price', async () => {
  const { page, panel, select, command, said } = await open()
  await select('Hero photo')
  await panel.getByRole('textbox', { name: 'Prompt', exact: true }).fill('fog')
  await select('Photo 01', 'Photo 02', 'Photo 03', 'Photo 04', 'Cut-out', 'Avatar', 'Badge')
  await panel.getByRole('spinbutton', { name: 'Count' }).fill('10')
  await panel.getByRole('button', { name: 'Run', exact: true }).click()
  await panel.getByRole('button', { name: 'Stop', exact: true }).click()
  // What was under way by then still arrives.
  await expect.poll(arriving).toBe(0)
  const before = edits().length
  await command('again')
  await expect
    .poll(said)
    .toContainEqual(expect.stringMatching(/^This makes \d+ results\. Look it over, then press Run\.$/))
  expect(await page.locator('#plugin').isVisible()).toBe(true)
  expect(await panel.getByRole('spinbutton', { name: 'Count' }).inputValue()).toBe('10')
  expect(edits()).toHaveLength(before)
})

test('the last edit runs again without a panel, says what it costs, and closes', async () => {
  const { select, edit, command, said, isSeen, isClosed, results } = await open()
  await edit(['Hero photo'], 'make it night')
  await select('Cut-out')
  playground.api.settings.latency = 700
  await command('again')
  await expect.poll(said, PATIENCE).toContain('Refill: making 1 result for $0.01')
  expect(await isSeen()).toBe(false)
  await isClosed()
  expect(await results('Cut-out')).toEqual(['make it night'])
  expect((await said()).at(-1)).toBe('Refill: 1 done, charged $0.01')
  expect(edits()).toHaveLength(2)
})

test('Stop in the notification stops it; a picture that was paid for shows the panel, and is placed by hand', async () => {
  const { page, panel, select, edit, command, rows, results } = await open()
  await edit(['Hero photo'], 'make it night')
  await select('Cut-out')
  playground.api.settings.latency = 900
  await command('again')
  await expect.poll(() => edits().length, PATIENCE).toBe(2)
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await rows.getByText('Stopped').waitFor()
  await panel.getByRole('button', { name: 'Place Cut-out' }).click()
  await rows.getByText('Done').waitFor()
  expect(await results('Cut-out')).toEqual(['make it night'])
})

test('what fails, and a note that is dismissed, show the panel', async () => {
  const { page, panel, select, edit, command, isSeen } = await open()
  await edit(['Hero photo'], 'make it night')
  await select('Cut-out')
  playground.api.plan(['policy'])
  await command('again')
  await panel.getByText(/^1 failed/).waitFor()
  expect(await isSeen()).toBe(true)

  playground.api.settings.latency = 900
  await command('again')
  await expect.poll(isSeen, PATIENCE).toBe(false)
  await page.locator('.toast').filter({ hasText: 'making 1 result' }).getByRole('button', { name: 'Dismiss' }).click()
  await panel.getByText(/^1 of 1/).waitFor()
  expect(await isSeen()).toBe(true)
})

test('references are not kept: an edit that had some waits in the panel', async () => {
  const { panel, select, edit, command, said, isSeen, prompt } = await open()
  await select('Badge')
  await panel.getByRole('button', { name: 'Use selected layer' }).click()
  await panel.getByText('image 2').first().waitFor()
  await edit(['Hero photo'], 'make it night')
  await command('again')
  await expect.poll(said, PATIENCE).toContain('The last edit had 1 reference. Add it again, then press Run.')
  expect([await isSeen(), await prompt.inputValue()]).toEqual([true, 'make it night'])
  expect(edits()).toHaveLength(1)
})

test('prompts of single layers are not kept: an edit that had some waits in the panel', async () => {
  const { panel, select, edit, command, said, isSeen, prompt } = await open()
  await select('Hero photo')
  await panel.getByRole('button', { name: 'Own prompt of Hero photo' }).click()
  await panel.getByRole('textbox', { name: 'Own prompt of Hero photo' }).fill('fog')
  await edit(['Hero photo'], '')
  await command('again')
  await expect
    .poll(said, PATIENCE)
    .toContain('The last edit had prompts for single layers or variants. Write them again, then press Run.')
  expect([await isSeen(), await prompt.inputValue()]).toEqual([true, ''])
  expect(edits()).toHaveLength(1)
})

test('without a last edit, or a selection, or an account, it says what to do', async () => {
  const { page, panel, select, edit, command, said, isClosed, isSeen } = await open()
  await select('Hero photo')
  await command('again')
  await isClosed()
  expect((await said()).at(-1)).toBe('No edit to run again yet: choose Edit selection… first.')
  await command('edit')
  await edit(['Hero photo'], 'make it night')
  await page.evaluate(() => window.playground.select([]))
  await command('again')
  await isClosed()
  expect((await said()).at(-1)).toBe('Select layers first.')
  await command('settings')
  await panel.getByRole('textbox', { name: /key/i }).fill('')
  await panel.getByRole('tab', { name: 'Edit' }).click()
  await select('Hero photo')
  await command('again')
  await expect.poll(isSeen, PATIENCE).toBe(true)
  await panel.getByRole('alert').getByText('No key for Lumenfall yet.').waitFor()
})

test('Upscale for export audits what is selected', async () => {
  const { panel, select, command } = await open()
  await select('Hero photo', 'Badge')
  await command('upscale')
  await panel
    .getByText(/^1 image/)
    .first()
    .waitFor()
  expect(await panel.getByRole('tab', { name: 'Upscale' }).getAttribute('aria-selected')).toBe('true')
})

test('edited layers have buttons: Edit again knows the prompt, Original says what it did and leaves no panel', async () => {
  const { page, select, edit, prompt, said, isClosed, png, command } = await open()
  const before = await png('Hero photo')
  await edit(['Hero photo'], 'make it night')
  await select('Cut-out')
  expect(await page.evaluate(() => window.playground.relaunchButtons())).toEqual([])
  await select('Hero photo')
  await page.getByRole('button', { name: 'Edit again' }).click()
  await expect.poll(() => prompt.inputValue(), PATIENCE).toBe('make it night')
  expect(edits()).toHaveLength(1)
  await page.getByRole('button', { name: 'Original', exact: true }).click()
  await isClosed()
  expect((await said()).at(-1)).toBe('Original shown on 1 layer.')
  expect((await png('Hero photo')).equals(before)).toBe(true)
  await command('original')
  await isClosed()
  expect((await said()).at(-1)).toBe('The selected layers show no result of Refill.')
})

/** The machine may be busy. */
const PATIENCE = { timeout: 10_000 }
