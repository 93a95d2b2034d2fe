import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { T } from '../../src/ui/texts.ts'
import { findingsInNarrow, findingsInThemes } from '../harness/axe.ts'
import { playgroundForTests } from '../harness/playground.ts'

// axe-core with all of its rules, in the states that pass by themselves: held for as long as it takes to look at them.

const playground = playgroundForTests({ latency: 0 })
beforeAll(playground.start)
afterAll(playground.stop)
afterEach(async () => {
  playground.api.settings.latency = 0
  playground.standIns.pixeldojo.settings.working = 0
  await playground.tidy()
})

type Page = Awaited<ReturnType<typeof playground.open>>
/** Looks at the panel as it is now. */
type Look = (at: string) => Promise<void>

/** The sandbox never hears of this command, so that it goes on without an end. Opens the panel once more. */
async function hold({ page }: Page, command: string) {
  await page.evaluate((command) => {
    // Of several listeners the first that was added is asked first: the plugin's own comes with the panel.
    window.playground.close()
    addEventListener('message', (event) => {
      if (JSON.stringify(event.data ?? null).includes(command)) event.stopImmediatePropagation()
    })
  }, command)
  await page.evaluate(() => window.playground.run('edit'))
}

/** The provider never answers. */
const holdRequests = ({ page }: Page) => page.route(`${playground.api.url}/**`, () => {})

/** As for a new designer: nothing is stored. */
async function reopenNew({ page }: Page) {
  await page.goto(`${page.url()}?new`)
  await page.evaluate(() => window.playground.ready)
  await page.evaluate(() => window.playground.open('hero'))
}

const STORIES: [string, (page: Page, look: Look) => Promise<unknown>][] = [
  [
    'the first run: nothing typed, no key, another provider, a layer selected, the stand-in chosen',
    async (opened, look) => {
      const { panel, select } = opened
      await reopenNew(opened)
      await panel.getByRole('heading', { name: 'How Refill works' }).waitFor()
      await look('opened')
      await panel.getByRole('button', { name: T.check, exact: true }).click()
      await panel.getByRole('alert').first().waitFor()
      await look('no key')
      await panel.getByRole('textbox', { name: 'API key', exact: true }).fill('lmnfl_wrong.key')
      await panel.getByRole('combobox', { name: T.provider }).selectOption('openai')
      await look('another provider')
      await panel.getByRole('combobox', { name: T.provider }).selectOption('lumenfall')
      await select('Hero photo')
      await panel.getByRole('heading', { name: '1 image selected' }).waitFor()
      await holdRequests(opened)
      await panel.getByRole('button', { name: 'Try with the stand-in' }).click()
      await panel.getByRole('button', { name: 'Checking…' }).waitFor()
      await look('the stand-in is checked')
    },
  ],
  [
    'the first run, with a key that is wrong',
    async (opened, look) => {
      const { panel } = opened
      await reopenNew(opened)
      await panel.getByRole('tab', { name: 'Settings' }).click()
      await panel.getByRole('textbox', { name: 'Address', exact: true }).fill(playground.api.url)
      await panel.getByRole('tab', { name: 'Edit' }).click()
      await panel.getByRole('textbox', { name: 'API key', exact: true }).fill('lmnfl_wrong.key')
      await panel.getByRole('button', { name: T.check, exact: true }).click()
      await panel.getByRole('alert').getByText('The key was not accepted').waitFor()
      await look('refused')
    },
  ],
  [
    'a key that is being checked in Settings',
    async (opened, look) => {
      const { panel } = opened
      await holdRequests(opened)
      await panel.getByRole('tab', { name: 'Settings' }).click()
      await panel.getByRole('button', { name: T.check, exact: true }).click()
      await panel.getByRole('button', { name: 'Checking…' }).waitFor()
      await look('checking')
    },
  ],
  [
    'an audit under way',
    async (opened, look) => {
      const { panel } = opened
      await hold(opened, 'auditImages')
      await panel.getByRole('tab', { name: 'Upscale' }).click()
      await panel.getByRole('button', { name: 'Audit' }).click()
      await panel.getByRole('button', { name: 'Stop', exact: true }).waitFor()
      await look('auditing')
    },
  ],
  [
    'files being drawn',
    async (opened, look) => {
      const { panel, select } = opened
      await hold(opened, 'exportFile')
      await panel.getByRole('tab', { name: 'Export' }).click()
      await select('Hero photo', 'Cut-out')
      await panel.getByRole('combobox', { name: 'Presets' }).selectOption('jpg')
      await panel.getByRole('button', { name: /^Export 2 files/ }).click()
      await panel.getByRole('button', { name: T.stopExport }).waitFor()
      await look('drawing')
    },
  ],
  [
    'a grid of prompts while they run, and after one of them was stopped',
    async ({ panel, select, run }, look) => {
      playground.api.settings.latency = 20_000
      await select('Hero photo', 'Cut-out')
      await panel.getByRole('textbox', { name: 'Prompt', exact: true }).fill('night')
      await panel.getByRole('button', { name: '+ Prompt' }).click()
      await panel.getByRole('textbox', { name: 'Prompt “Prompt 2”' }).fill('snow')
      await run()
      await panel
        .getByRole('gridcell', { name: /editing/ })
        .first()
        .click()
      await look('under way')
      await panel.getByRole('button', { name: 'Stop Hero photo, Prompt 1' }).click()
      await panel
        .getByRole('gridcell', { name: /stopped/ })
        .first()
        .waitFor()
      await look('one stopped')
    },
  ],
  [
    'everything open during a run',
    async ({ panel, select, run, rows }, look) => {
      playground.api.settings.latency = 20_000
      await select('Hero photo', 'Cut-out')
      await run('night')
      await rows.getByText('Editing…').first().waitFor()
      await panel.getByText('Options', { exact: true }).click()
      await panel.getByRole('button', { name: 'Presets…' }).click()
      await panel.getByRole('button', { name: 'Save as preset…' }).click()
      await panel.getByRole('button', { name: 'Own prompt of Hero photo' }).click()
      await panel.getByRole('button', { name: 'Change only a part of Cut-out' }).click()
      await panel.getByRole('button', { name: 'Add a part' }).click()
      await look('open')
    },
  ],
  [
    'what came for an earlier panel',
    async ({ page, panel, select, run, rows }, look) => {
      const { settings } = playground.standIns.pixeldojo
      await panel.getByRole('tab', { name: 'Settings' }).click()
      await panel.getByRole('combobox', { name: T.provider }).selectOption('pixeldojo')
      await panel.getByRole('tab', { name: 'Edit' }).click()
      await select('Hero photo', 'Cut-out')
      settings.working = 12_000
      await run('night')
      await rows.getByText('Editing…').nth(1).waitFor()
      await expect.poll(() => playground.standIns.pixeldojo.requests.length, { timeout: 20_000 }).toBeGreaterThan(2)
      await page.evaluate(() => window.playground.close())
      await page.evaluate(() => window.playground.run('edit'))
      await panel.getByRole('heading', { name: T.resumed }).waitFor()
      await look('waiting')
      await panel
        .getByRole('button', { name: /^Dismiss/ })
        .first()
        .waitFor({ timeout: 40_000 })
      await look('come')
    },
  ],
]

test.each(STORIES)('%s', { timeout: 90_000 }, async (_, tell) => {
  const opened = await playground.open()
  await tell(opened, async (at) =>
    expect({ at, found: await findingsInThemes(opened.page) }).toEqual({ at, found: [] }),
  )
  expect(await findingsInNarrow(opened.page)).toEqual([])
})
