import type { Hands } from './hands.ts'

/** One state of the panel that is worth a picture. */
export interface Screen {
  /** Of its files: `edit-light.webp`. */
  name: string
  /** Id of the playground's world that it is seen in. */
  world: string
  /** Whether the panel is opened as if for the first time, without an account. */
  isFirstStart?: boolean
  /** Brings it about, in a panel that was just opened. */
  show(hands: Hands): Promise<unknown>
}

/** In the order of the guide, and all in one list: what one leaves in the storage, such as the balance, the next one shows. */
export const SCREENS: readonly Screen[] = [
  {
    name: 'edit',
    world: 'hero',
    async show({ panel, select, write }) {
      await select('Hero photo', 'Card – coffee', 'Card – beach')
      await panel.getByText('3 images selected').waitFor()
      await write('Starry night sky, soft moonlight')
      await panel.getByText('$0.03 for 3 results').waitFor()
    },
  },
  {
    name: 'result',
    world: 'hero',
    async show({ panel, select, write, run, scrollTo }) {
      await select('Hero photo', 'Card – beach')
      await panel.getByText('2 images selected').waitFor()
      await write('Starry night sky')
      await run(9)
      const slider = panel.getByRole('slider').first()
      await slider.waitFor()
      await scrollTo(panel.getByRole('list', { name: 'Run', exact: true }), 36)
    },
  },
  {
    name: 'gallery',
    world: 'hero',
    async show({ page, panel, select, write, run }) {
      await select('Hero photo')
      // One after the other, as those of one run come in any order.
      for (const prompt of ['Winter, fresh snow', 'Sunset', 'Starry night sky']) {
        await write(prompt)
        await run(4)
        // Chosen before the layer is read again, it would be of what the layer showed before.
        await page.waitForTimeout(REREAD)
        await panel.getByRole('combobox', { name: 'Edit from of Hero photo' }).selectOption('Original')
      }
      const row = panel.getByRole('list', { name: 'Run', exact: true }).getByRole('listitem').first()
      await row.getByRole('button', { name: 'Results Hero photo' }).click()
      await row.getByRole('button', { name: 'Look closer' }).click()
      const gallery = panel.getByRole('dialog')
      await gallery.getByText(/^Result 3 of 3/).waitFor()
      await gallery.getByRole('button', { name: 'Favourite' }).click()
      await gallery.getByRole('slider').fill('35')
    },
  },
  {
    name: 'prompts',
    world: 'hero',
    async show({ panel, select, writeAll, run, scrollTo }) {
      await select('Hero photo', 'Card – coffee', 'Card – beach')
      await panel.getByText('3 images selected').waitFor()
      await writeAll('Starry night sky', 'Winter, fresh snow', 'Warm sunset')
      await run(24)
      await scrollTo(panel.getByRole('grid'), 190)
    },
  },
  {
    name: 'variants',
    world: 'components',
    async show({ panel, select, showPage }) {
      await showPage('Components')
      await select('Card')
      await panel.getByText('Tone: Dark · Size: Large').waitFor()
      await panel.getByRole('group', { name: 'Tone' }).getByRole('button', { name: 'Dark' }).click()
      await panel.getByRole('heading', { name: '3 of 6 images selected' }).waitFor()
    },
  },
  {
    name: 'new-variant',
    world: 'components',
    async show({ panel, select, showPage, write, scrollTo }) {
      await showPage('Components')
      await select('Card')
      await panel.getByText('Tone: Dark · Size: Large').waitFor()
      await panel.getByRole('group', { name: 'Tone' }).getByRole('button', { name: 'Light' }).click()
      await panel.getByText('Options', { exact: true }).click()
      await panel.getByRole('combobox', { name: 'Place' }).selectOption('variant')
      await panel.getByText('Options', { exact: true }).click()
      await write('Night')
      await panel.getByText(/new variants of Card/).waitFor()
      await scrollTo(panel.getByRole('heading', { name: 'New variants' }), 300)
    },
  },
  {
    name: 'part',
    world: 'hero',
    async show({ page, panel, select, scrollTo }) {
      await select('Hero photo')
      await panel.getByRole('button', { name: 'Change only a part of Hero photo' }).click()
      const preview = panel.getByRole('group', { name: 'Change only a part of Hero photo' })
      await preview.locator('img').waitFor()
      await scrollTo(preview, 60)
      const { x, y, width, height } = (await preview.boundingBox())!
      await page.mouse.move(x + width * 0.08, y + height * 0.1)
      await page.mouse.down()
      await page.mouse.move(x + width * 0.62, y + height * 0.5, { steps: 3 })
      await page.mouse.up()
      await panel.getByText('Changes one part; all else stays.').waitFor()
    },
  },
  {
    name: 'upscale',
    world: 'soft',
    async show({ panel, tab }) {
      await tab('Upscale')
      await panel.getByRole('button', { name: 'Audit', exact: true }).click()
      await panel
        .getByRole('status')
        .getByText(/images on \d+ layers/)
        .waitFor()
    },
  },
  {
    name: 'export',
    world: 'hero',
    async show({ panel, select, tab }) {
      await tab('Export')
      await select('Hero photo', 'Card – coffee', 'Avatar')
      await panel.getByRole('combobox', { name: 'Presets' }).selectOption('jpg')
      await panel.getByRole('heading', { name: /^\d+ files$/ }).waitFor()
    },
  },
  {
    name: 'settings',
    world: 'hero',
    async show({ panel, tab }) {
      await tab('Settings')
      await panel.getByRole('button', { name: 'Check', exact: true }).click()
      await panel.getByText('It works.').waitFor()
      // The stand-in's port is another each time.
      const address = panel.getByRole('textbox', { name: 'Address', exact: true })
      await address.evaluate((box: HTMLInputElement) => {
        box.value = 'https://api.lumenfall.ai'
      })
    },
  },
  {
    name: 'first-start',
    world: 'hero',
    isFirstStart: true,
    show: ({ panel, select }) => select('Hero photo').then(() => panel.getByText('1 image selected').waitFor()),
  },
]

/** ms in which a layer that changed is read again */
const REREAD = 500
