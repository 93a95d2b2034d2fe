import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { findingsInNarrow, findingsInThemes } from '../harness/axe.ts'
import { playgroundForTests } from '../harness/playground.ts'
import { openAuditRow } from './audit-row.ts'

// axe-core with all of its rules, in every screen as it appears, in both themes, and as narrow as the panel can be.

const playground = playgroundForTests()
beforeAll(playground.start)
afterAll(playground.stop)
afterEach(async () => {
  playground.api.settings.latency = 0
  await playground.tidy()
})

type Page = Awaited<ReturnType<typeof playground.open>>

const SCREENS: [string, (page: Page) => Promise<unknown>][] = [
  ['nothing selected', ({ panel, select }) => select().then(() => panel.getByText('0 images selected').waitFor())],
  [
    'references, and one that was left out',
    async ({ panel, select }) => {
      await select('Hero photo', 'Hidden photo')
      await panel.getByText('Hidden photo').waitFor()
      await panel.getByRole('button', { name: 'Use selected layer', exact: true }).click()
      await panel.getByText('“Hidden photo” was left out').waitFor()
      await panel.getByRole('textbox', { name: 'Prompt', exact: true }).fill('The light of image 5')
    },
  ],
  [
    'the places of a preset, one of which the prompt names',
    async ({ panel, select }) => {
      await select('Hero photo')
      const preset = { name: 'Shoe', prompt: 'The shoe of image 3', roles: ['Style', 'Product'] }
      const buffer = Buffer.from(JSON.stringify({ refill: 'presets', version: 1, presets: [preset] }))
      await panel.getByRole('button', { name: 'Presets…' }).click()
      await panel
        .getByLabel('File with presets')
        .setInputFiles({ name: 'presets.json', mimeType: 'application/json', buffer })
      await panel.getByText('1 preset imported').waitFor()
      await panel.getByRole('combobox', { name: 'Search presets' }).fill('shoe')
      await panel.getByText('2 references: Style, Product').waitFor()
      await panel.getByRole('button', { name: 'Use Shoe' }).click()
      await panel.getByRole('button', { name: 'Use selected layer for image 2' }).click()
      await panel.getByRole('button', { name: 'Move down Hero photo' }).waitFor()
      await panel.getByRole('button', { name: 'Run', exact: true }).click()
      await panel.getByText('its place is empty').waitFor()
    },
  ],
  [
    'layers selected, options open',
    async ({ panel, select }) => {
      await select('Hero photo', 'Badge', 'Hidden photo')
      await panel.getByText('Options', { exact: true }).click()
    },
  ],
  [
    'a frame with its images',
    async ({ page, panel, select }) => {
      await page.evaluate(() => window.playground.open('layouts'))
      await select('Feed – Day')
      await panel.getByRole('combobox', { name: 'What to edit in Feed – Day' }).waitFor()
    },
  ],
  [
    'parts of a picture, with a number that is wrong',
    async ({ page, panel, select }) => {
      await page.evaluate(() => window.playground.open('layouts'))
      await select('Feed – Day')
      await panel
        .getByRole('button', { name: /^Change only a part of/ })
        .first()
        .click()
      await panel.getByRole('button', { name: 'Add a part' }).click()
      await panel.getByRole('button', { name: 'Add a part' }).click()
      await panel.getByRole('spinbutton', { name: 'Around it, %' }).fill('-1')
      await panel.getByText('Enter a number from 5 to 200.').waitFor()
      await panel.locator('[data-parts] img').waitFor()
    },
  ],
  [
    'words of layers, and prompts of their own',
    async ({ panel, select }) => {
      await select('Hero photo', 'Avatar', 'Photo 01')
      await panel.getByRole('textbox', { name: 'Prompt', exact: true }).fill('{text:Title} {')
      await panel.getByRole('button', { name: 'Own prompt of Hero photo' }).click()
      await panel.getByRole('textbox', { name: 'Own prompt of Hero photo' }).fill('{layer} by night')
      await panel.getByTitle('Hero photo by night').waitFor()
      await panel.getByRole('button', { name: 'Own prompt of Avatar' }).click()
      await panel.getByRole('textbox', { name: 'Own prompt of Avatar' }).fill('{text:Title}')
      await panel.getByText('Has no text “Title”').waitFor()
      await panel.getByRole('button', { name: 'Own prompt of Avatar' }).click()
    },
  ],
  [
    'a component set, filtered, with a prompt for each value',
    async ({ page, panel, select }) => {
      await page.evaluate(() => window.playground.open('components'))
      await page.evaluate(() => window.playground.showPage('Components'))
      await select('Card')
      await panel.getByRole('group', { name: 'Tone' }).getByRole('button', { name: 'Dark' }).click()
      await panel.getByRole('combobox', { name: 'Prompts for variants' }).selectOption('Size')
      await panel.getByRole('textbox', { name: /^Size: Small/ }).fill('{Season}')
      await panel.getByText('{Season} stands for nothing.').waitFor()
    },
  ],
  [
    'presets, and the way back from the one that was taken',
    async ({ panel, select }) => {
      await select('Hero photo')
      await panel.getByRole('button', { name: 'Presets…' }).click()
      await panel.getByRole('combobox', { name: 'Search presets' }).press('Enter')
      await panel.getByRole('button', { name: 'Back to what was there' }).waitFor()
      await panel.getByRole('button', { name: 'Presets…' }).click()
      await panel.getByRole('button', { name: 'Save as preset…' }).click()
      await panel.getByRole('button', { name: 'Save', exact: true }).click()
      await panel.getByRole('button', { name: /^Remove/ }).click()
      await panel.getByText('will be removed from this computer').waitFor()
    },
  ],
  [
    'the prompts that were run',
    async ({ edit, panel }) => {
      await edit(['Hero photo'], 'night')
      await panel.getByRole('button', { name: 'Prompts', exact: true }).click()
      await panel.getByRole('combobox', { name: 'Search prompts' }).waitFor()
    },
  ],
  ['a finished run', ({ edit }) => edit(['Hero photo'], 'night')],
  [
    'the results of a layer, and the question before they go',
    async ({ edit, rows, panel }) => {
      await edit(['Hero photo'], 'night')
      await edit(['Hero photo'], 'winter')
      await rows.getByRole('button', { name: 'Results Hero photo' }).click()
      await panel.getByRole('button', { name: 'Keep only this one' }).click()
      await panel.getByText('1 other result will be removed.').waitFor()
    },
  ],
  [
    'the gallery of a layer, zoomed in, and the choice of what to edit from',
    async ({ edit, rows, panel }) => {
      await edit(['Hero photo'], 'night')
      await panel.getByRole('combobox', { name: 'Edit from of Hero photo' }).selectOption('Original')
      await rows.getByRole('button', { name: 'Results Hero photo' }).click()
      await rows.getByRole('button', { name: 'Look closer' }).click()
      await panel.getByRole('button', { name: 'Favourite' }).click()
      await panel.getByRole('button', { name: 'Favourite', pressed: true }).waitFor()
      await panel.getByRole('button', { name: '100%', exact: true }).click()
    },
  ],
  [
    'a run under way',
    async ({ select, chooseModel, run, rows }) => {
      await select('Hero photo')
      await chooseModel('trouble-slow')
      await run('night')
      await rows.getByText('Editing…').waitFor()
    },
  ],
  [
    'a run that is held',
    async ({ select, chooseModel, run, rows, panel }) => {
      await select('Hero photo', 'Badge')
      await chooseModel('trouble-slow')
      await run('night')
      await rows.getByText('Editing…').first().waitFor()
      await panel.getByRole('button', { name: 'Pause', exact: true }).click()
      await panel.getByRole('button', { name: 'Resume', exact: true }).waitFor()
    },
  ],
  [
    'what arrived after Stop',
    async ({ select, run, rows, panel }) => {
      playground.api.settings.latency = 800
      await select('Hero photo')
      await run('night')
      await rows.getByText('Editing…').waitFor()
      await panel.getByRole('button', { name: 'Stop', exact: true }).click()
      await panel.getByRole('heading', { name: 'Arrived after Stop' }).waitFor()
    },
  ],
  [
    'a failed run',
    async ({ chooseModel, edit }) => {
      await chooseModel('trouble-policy')
      await edit(['Hero photo'], 'night')
    },
  ],
  [
    'a sentence in place of a run',
    ({ select, run, panel }) =>
      select('Avatar')
        .then(() => run(''))
        .then(() => panel.getByRole('alert').first().waitFor()),
  ],
  [
    'several prompts, and how each stands on each layer',
    async ({ panel, select, run }) => {
      await select('Hero photo', 'Cut-out')
      await panel.getByRole('textbox', { name: 'Prompt', exact: true }).fill('night')
      await panel.getByRole('button', { name: '+ Prompt' }).click()
      await panel.getByRole('textbox', { name: 'Prompt “Prompt 2”' }).fill('snow')
      playground.api.plan(['policy'])
      await run()
      await panel.getByText(/^4 of 4/).waitFor()
      await panel.getByRole('gridcell', { name: /failed/ }).click()
      await panel.getByRole('button', { name: /^Own prompt of/ }).click()
      await panel.getByRole('textbox', { name: /^Own prompt of/ }).fill('{')
    },
  ],
  [
    'a sheet before it is taken',
    async ({ panel, select }) => {
      await select('Hero photo')
      await panel.getByRole('button', { name: 'Paste a sheet…' }).click()
      await panel.getByRole('textbox', { name: 'Cells of a sheet' }).fill('layer\tNight\nHero photo\tdark\nNobody\tx')
      await panel.getByRole('textbox', { name: 'Cells of a sheet' }).blur()
      await panel.getByText('Row 3: no selected layer').waitFor()
    },
  ],
  [
    'Upscale, before an audit',
    async ({ panel }) => {
      await panel.getByRole('tab', { name: 'Upscale' }).click()
      await panel.getByRole('button', { name: 'Audit' }).waitFor()
    },
  ],
  ['an audit, a row opened', ({ panel }) => openAuditRow(panel)],
  [
    'Export, nothing selected',
    async ({ panel, select }) => {
      await select()
      await panel.getByRole('tab', { name: 'Export' }).click()
      await panel.getByText('Select the layers that should become files.').waitFor()
    },
  ],
  [
    'Export, rules and files, with boxes that are wrong',
    async ({ panel, select }) => {
      await panel.getByRole('tab', { name: 'Export' }).click()
      await select('Hero photo', 'Hidden photo')
      await panel.getByRole('combobox', { name: 'Presets' }).selectOption('jpg')
      await panel.getByRole('combobox', { name: 'Size rule 1' }).fill('large')
      await panel.getByRole('textbox', { name: 'Ground of JPGs' }).fill('blue')
      await panel.getByRole('textbox', { name: 'File names' }).fill('{colour}')
      await panel.getByText('Insert', { exact: true }).click()
      await panel.getByRole('heading', { name: 'Not exported (1)' }).waitFor()
    },
  ],
  [
    'Export, Upscale first, and the question after a run that was stopped',
    async ({ panel, select }) => {
      playground.api.settings.latency = 5000
      await panel.getByRole('tab', { name: 'Export' }).click()
      await select('Hero photo')
      await panel.getByRole('combobox', { name: 'Size rule 1' }).fill('4x')
      await panel.getByRole('checkbox', { name: 'Upscale first' }).click()
      await panel.getByRole('button', { name: /^Export 1 file for/ }).click()
      await panel.getByText('Upscaling…').waitFor()
      await panel.getByRole('button', { name: 'Stop', exact: true }).last().click()
      await panel.getByText('1 image has not become larger. Export anyway?').waitFor()
    },
  ],
  [
    'an export, one of its files failed',
    async ({ page, panel, select }) => {
      await panel.getByRole('tab', { name: 'Export' }).click()
      await select('Hero photo', 'Badge')
      await panel.getByRole('heading', { name: '2 files' }).waitFor()
      await panel.getByRole('combobox', { name: 'Presets' }).selectOption('png123')
      // With the first file, or all may be done before.
      await page.evaluate(() => {
        const remove = ({ data }: MessageEvent) => {
          if (data?.pluginMessage?.name !== 'exportFile') return
          removeEventListener('message', remove, true)
          window.playground.remove('Badge')
        }
        addEventListener('message', remove, true)
      })
      await panel.getByRole('button', { name: 'Export 6 files' }).click()
      await panel.getByRole('heading', { name: /^Failed files/ }).waitFor()
    },
  ],
  [
    'Settings, checked',
    async ({ panel }) => {
      await panel.getByRole('tab', { name: 'Settings' }).click()
      await panel.getByRole('button', { name: 'Check', exact: true }).click()
      await panel.getByText('It works.').waitFor()
    },
  ],
  [
    'Settings, with a relay and a ceiling',
    async ({ panel }) => {
      await panel.getByRole('tab', { name: 'Settings' }).click()
      await panel.getByRole('combobox', { name: 'Provider' }).selectOption('pixazo')
      await panel.getByRole('textbox', { name: 'Relay address' }).fill('http://localhost:8787')
      await panel.getByRole('textbox', { name: 'Relay token' }).waitFor()
      await panel.getByRole('spinbutton', { name: /^Ceiling/ }).fill('-1')
    },
  ],
  [
    'Settings, with an address that is refused',
    async ({ panel }) => {
      await panel.getByRole('tab', { name: 'Settings' }).click()
      await panel.getByRole('textbox', { name: 'Address', exact: true }).fill('https://elsewhere.example')
      await panel.getByRole('alert').waitFor()
    },
  ],
]

test.each(SCREENS)('%s: light, dark and narrow', async (_, show) => {
  const opened = await playground.open()
  await show(opened)
  expect(await findingsInThemes(opened.page)).toEqual([])
  expect(await findingsInNarrow(opened.page)).toEqual([])
})
