import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { findingsInThemes } from '../harness/axe.ts'
import { playgroundForTests } from '../harness/playground.ts'

// axe-core with all of its rules, in the states that come one after the other: one story for each page that is opened.

const playground = playgroundForTests()
beforeAll(playground.start)
afterAll(playground.stop)
afterEach(async () => {
  playground.api.settings.latency = 0
  playground.api.settings.exposeHeaders = false
  playground.api.script(undefined)
  await playground.tidy()
})

type Page = Awaited<ReturnType<typeof playground.open>>
/** Looks at the panel as it is now. */
type Look = (at: string) => Promise<void>

const STORIES: [string, (page: Page, look: Look) => Promise<unknown>][] = [
  [
    'a run that waits for the provider, is paused, goes on, and may have been charged for nothing',
    async ({ panel, select, run, rows }, look) => {
      playground.api.settings.exposeHeaders = true
      playground.api.plan([{ name: 'busy', retryAfter: 60 }])
      await select('Hero photo')
      await run('night')
      await rows.getByText(/again in \d+ s/).waitFor()
      await look('waiting')
      await panel.getByRole('button', { name: 'Pause', exact: true }).click()
      await panel.getByRole('button', { name: 'Resume', exact: true }).waitFor()
      await look('paused')
      await panel.getByRole('button', { name: 'Stop', exact: true }).last().click()
      await rows.getByText('Stopped').waitFor()
      await look('stopped')
      playground.api.plan(['drop-after', 'not-a-picture'])
      await select('Cut-out', 'Badge')
      await run('night')
      await panel.getByText(/^2 of 2/).waitFor()
      await look('failed in two ways')
    },
  ],
  [
    'a run at its ceiling',
    async ({ panel, select, run }, look) => {
      await panel.getByRole('tab', { name: 'Settings' }).click()
      await panel.getByRole('spinbutton', { name: /^At once/ }).fill('1')
      await panel.getByRole('spinbutton', { name: /^Ceiling/ }).fill('0.015')
      await panel.getByRole('tab', { name: 'Edit' }).click()
      await select('Hero photo', 'Cut-out', 'Badge')
      await run('night')
      await panel.getByRole('button', { name: 'Go on without the ceiling' }).waitFor()
      await look('held')
    },
  ],
  [
    'what was paid for and never arrived',
    async ({ page, panel, select, run, rows }, look) => {
      playground.api.settings.latency = 1500
      await select('Hero photo')
      await run('night')
      await rows.getByText('Editing…').waitFor()
      await page.evaluate(() => window.playground.close())
      await page.evaluate(() => window.playground.run('edit'))
      await panel.getByText(/never arrived: Refill was closed\.$/).waitFor({ timeout: 25_000 })
      await look('charged')
    },
  ],
  [
    'an upscale in a row',
    async ({ panel, select, rows }, look) => {
      await select('Hero photo')
      await panel.getByRole('button', { name: 'Upscale Hero photo' }).click()
      const question = panel.getByRole('group', { name: 'Upscale Hero photo' })
      await question.getByText(/px · \$0\.002$/).waitFor()
      await look('asked')
      playground.api.plan(['wrong-size'])
      await question.getByRole('button', { name: 'Upscale for $0.002' }).click()
      await rows.getByRole('link', { name: 'Save file' }).waitFor()
      await look('not larger, and can be saved')
    },
  ],
  [
    'a new variant of a frame',
    async ({ page, panel, select, run }, look) => {
      await page.evaluate(() => window.playground.open('hero'))
      await select('Landing page')
      await panel.getByText('Options', { exact: true }).click()
      await panel.getByRole('combobox', { name: 'Place' }).selectOption('variant')
      await panel.getByRole('textbox', { name: 'Prompt', exact: true }).fill('night')
      await panel.getByText('1 new variant of Landing page: Night').waitFor()
      await run()
      await panel.getByText(/A new variant needs a component\./).waitFor()
      await look('not agreed')
      playground.api.script((job, attempt) => (job === 1 && attempt === 1 ? { trouble: 'policy' } : {}))
      await panel.getByRole('checkbox', { name: 'Make Landing page a component first' }).check()
      await run()
      await panel.getByText(/1 failed · 3 not placed yet/).waitFor()
      await look('waits for what failed')
    },
  ],
  [
    'Upscale: going, nothing found, a run',
    async ({ page, panel }, look) => {
      await page.evaluate(() => window.playground.open('soft'))
      await panel.getByRole('tab', { name: 'Upscale' }).click()
      await panel.getByRole('combobox', { name: 'Look at' }).selectOption('selection')
      await look('nothing to look at')
      await panel.getByRole('combobox', { name: 'Look at' }).selectOption('page')
      await panel.getByRole('button', { name: 'Audit' }).click()
      await panel.getByRole('list', { name: 'Images found' }).waitFor()
      await look('found')
      playground.api.settings.latency = 20_000
      await panel.getByRole('button', { name: /^Upscale \d+ images/ }).click()
      await panel.getByRole('button', { name: 'Pause', exact: true }).waitFor()
      await look('under way')
    },
  ],
  [
    'Export: done, and made larger first',
    async ({ panel, select }, look) => {
      await panel.getByRole('tab', { name: 'Export' }).click()
      await select('Hero photo', 'Cut-out')
      await panel.getByRole('combobox', { name: 'Presets' }).selectOption('jpg')
      await panel.getByRole('button', { name: /^Export 2 files/ }).click()
      await panel.getByRole('link', { name: /^Save/ }).waitFor()
      await look('done')
      await panel.getByRole('combobox', { name: 'Size rule 1' }).fill('4x')
      await panel.getByRole('checkbox', { name: 'Upscale first' }).click()
      await panel.getByRole('radio', { name: 'For this export only' }).click()
      await panel.getByRole('button', { name: /^Export 2 files for/ }).waitFor()
      await look('Upscale first')
    },
  ],
  [
    'Settings of each provider, and a key that does not work',
    async ({ panel }, look) => {
      await panel.getByRole('tab', { name: 'Settings' }).click()
      for (const provider of await panel.getByRole('combobox', { name: 'Provider' }).locator('option').all()) {
        const id = (await provider.getAttribute('value'))!
        await panel.getByRole('combobox', { name: 'Provider' }).selectOption(id)
        await look(id)
      }
      await panel.getByRole('combobox', { name: 'Provider' }).selectOption('lumenfall')
      await panel.getByRole('textbox', { name: 'API key', exact: true }).fill('lmnfl_wrong.key')
      await panel.getByRole('button', { name: 'Check', exact: true }).click()
      await panel.getByRole('alert').getByText('The key was not accepted').waitFor()
      await look('refused')
    },
  ],
  [
    'presets, prompts and a sheet with nothing in them',
    async ({ panel, select }, look) => {
      await select('Hero photo')
      await panel.getByRole('button', { name: 'Prompts', exact: true }).click()
      await look('no prompts')
      await panel.getByRole('button', { name: 'Presets…' }).click()
      await panel.getByRole('combobox', { name: 'Search presets' }).fill('nothing like it')
      await look('no presets found')
      await panel.getByRole('button', { name: 'Save as preset…' }).click()
      await panel.getByRole('button', { name: 'Paste a sheet…' }).click()
      await panel.getByRole('textbox', { name: 'Prompt', exact: true }).fill('word '.repeat(201))
      await look('a name, an empty sheet, a prompt that is too long')
    },
  ],
]

test.each(STORIES)('%s', { timeout: 60_000 }, async (_, tell) => {
  const opened = await playground.open()
  await tell(opened, async (at) =>
    expect({ at, found: await findingsInThemes(opened.page) }).toEqual({ at, found: [] }),
  )
})
