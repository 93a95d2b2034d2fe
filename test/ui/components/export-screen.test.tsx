// @vitest-environment happy-dom
import { signal } from '@preact/signals'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import type { ExportedFile, Exports } from '../../../src/shared/protocol.ts'
import type { Upscaled } from '../../../src/ui/state/export-upscale.ts'
import type { Models } from '../../../src/ui/state/models.ts'
import { drawnFile, exportLayer, exportsOf, manyExports } from '../jobs/exports.ts'
import { fakeCode, hold } from '../jobs/fakes.ts'
import { allByRole, byRole, choose, findings, isShown, perform, press, pressKey, show, type, words } from './page.ts'
import { openPanel } from './panel.tsx'

const clicked: string[] = []

beforeEach(() => {
  document.documentElement.lang = 'en'
  document.title = 'Refill'
  clicked.length = 0
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    clicked.push(this.download)
  })
})

afterEach(async () => {
  await show()
  vi.restoreAllMocks()
})

type Answers = Parameters<typeof fakeCode>[0]

async function open(
  found: Exports | (() => Exports) = exportsOf('Hero', 'Card'),
  answers: Answers = {},
  instead?: (models: Models) => Partial<Models>,
) {
  const code = fakeCode({
    readExports: () => (typeof found === 'function' ? found() : found),
    exportFile: ({ id }) => drawnFile(`drawn ${id}`),
    ...answers,
  })
  const panel = await openPanel({ tab: 'export', code, ...(instead && { instead }) })
  await vi.waitUntil(() => code.inputs('readExports').length > 0)
  await perform(() => {})
  return { ...panel, code }
}

const files = (name: string) => allByRole('listitem').filter((item) => item.closest(`[aria-label="${name}"]`))
const filesIn = (name: string) => files(name).map((item) => words(item))
const box = (name: string) => byRole<HTMLInputElement>('textbox', name)

test('the files are listed with their px before they are made, and why others are not', async () => {
  await open(exportsOf('Hero', exportLayer('Ghost', { skipped: 'hidden' })))
  expect(filesIn('1 file')).toEqual(['Hero.png 400 × 300 px'])
  expect(filesIn('Not exported (1)')).toEqual(['Ghost It is hidden'])
  expect(byRole('button', 'Export 1 file')).toBeTruthy()
})

test('without a selection it says what to do, and there is nothing to press', async () => {
  await open(exportsOf())
  expect(words()).toContain('Select the layers that should become files.')
  expect(byRole<HTMLButtonElement>('button', 'Export').disabled).toBe(true)
})

test('layers without export settings are exported with a rule after one press', async () => {
  const { exportChoice } = await open()
  await choose(byRole('combobox', 'Export by'), 'layers')
  expect(words()).toContain('None of these layers has export settings.')
  await press(byRole('button', 'Export PNG at 1x instead'))
  expect(exportChoice.all.value.from).toBe('rules')
  expect(filesIn('2 files')).toEqual(['Hero.png 400 × 300 px', 'Card.png 400 × 300 px'])
})

test('rules are added, changed and removed, and the list of files follows', async () => {
  await open(exportsOf('Hero'))
  await press(byRole('button', 'Add rule'))
  expect(filesIn('2 files')).toEqual(['Hero.png 400 × 300 px', 'Hero@2x.png 800 × 600 px'])
  await choose(byRole('combobox', 'Format rule 2'), 'JPG')
  await type(box('Suffix rule 2'), '-big')
  expect(filesIn('2 files')[1]).toBe('Hero-big.jpg 800 × 600 px')
  await press(byRole('button', 'Duplicate rule 2'))
  expect(filesIn('3 files')).toHaveLength(3)
  await press(byRole('button', 'Remove rule 3'))
  await press(byRole('button', 'Remove rule 2'))
  expect(filesIn('1 file')).toEqual(['Hero.png 400 × 300 px'])
})

test('the focus of a rule that is removed goes to what adds one', async () => {
  await open()
  byRole('button', 'Remove rule 1').focus()
  await press(byRole('button', 'Remove rule 1'))
  expect(document.activeElement).toBe(byRole('button', 'Add rule'))
  expect(words()).toContain('Add a rule: each one makes a file of every layer.')
})

test('a size that is none is marked, said in words, and nothing is exported', async () => {
  await open()
  const size = byRole<HTMLInputElement>('combobox', 'Size rule 1')
  await type(size, 'large')
  expect(size.getAttribute('aria-invalid')).toBe('true')
  expect(words(byRole('alert'))).toBe('A size is 2x, or px of one edge: 512w, 512h.')
  expect(allByRole('button').find((button) => words(button).startsWith('Export 2'))).toMatchObject({ disabled: true })
  await type(size, '512w')
  expect(isShown('alert')).toBe(false)
  expect(filesIn('2 files')[0]).toContain('512 × 384')
})

test('a ground is asked for where a JPG is made here', async () => {
  await open()
  expect(isShown('textbox', 'Ground of JPGs')).toBe(false)
  await choose(byRole('combobox', 'Format rule 1'), 'JPG')
  await type(box('Ground of JPGs'), 'blue')
  expect(words(byRole('alert'))).toContain('A colour is # and six digits')
  await type(box('Ground of JPGs'), '#112233')
  expect(isShown('alert')).toBe(false)
})

test('a preset is chosen from a list', async () => {
  await open(exportsOf('Hero'))
  await choose(byRole('combobox', 'Presets'), 'png123')
  expect(filesIn('3 files').map((text) => text.split(' ')[0])).toEqual(['Hero.png', 'Hero@2x.png', 'Hero@3x.png'])
})

test('names are made of what differs, and what cannot be read is said', async () => {
  await open(exportsOf(exportLayer('Primary', { set: 'Button', properties: { Kind: 'Primary' } })))
  await type(box('File names'), '{page}/')
  await perform(() => {
    document.querySelector('details')!.open = true
  })
  await press(byRole('button', '{kind}'))
  expect(box('File names').value).toBe('{page}/{kind}')
  expect(words()).toContain('First file: Home/Primary.png')
  expect(filesIn('1 file')).toEqual(['Home/ Primary.png 400 × 300 px'])
  await type(box('File names'), '{colour}')
  expect(words()).toContain('{colour} stands for nothing. See “Insert” for what does.')
  await type(box('File names'), '{layer')
  expect(words()).toContain('A { is without its other half. Write {{ for the brace itself.')
})

test('every result is exported only where there are any', async () => {
  const results = [{ hash: 'a', shown: true }]
  await open(exportsOf(exportLayer('Hero', { results })))
  expect(filesIn('1 file')).toHaveLength(1)
  await choose(byRole('combobox', 'Images'), 'all')
  expect(filesIn('2 files')).toHaveLength(2)
  await open()
  expect(isShown('combobox', 'Images')).toBe(false)
})

test('all files are saved as one, and again by a link', async () => {
  await open()
  await press(byRole('button', 'Export 2 files'))
  expect(clicked).toEqual(['Shop – Home.zip'])
  expect(byRole<HTMLAnchorElement>('link', 'Save again').download).toBe('Shop – Home.zip')
  expect(byRole('progressbar', 'Progress of the export').getAttribute('aria-valuetext')).toContain('2 of 2 files')
})

test('while files are drawn each says how it stands, the form is locked, and Stop has the focus', async () => {
  const held = hold<ExportedFile>()
  await open(exportsOf('Hero', 'Card', 'Badge'), {
    exportFile: ({ id }) => (id === 'id of Card' ? held.promise : drawnFile('12345')),
  })
  byRole('button', 'Export 3 files').focus()
  await press(byRole('button', 'Export 3 files'))
  expect(filesIn('3 files')).toEqual(['Hero.png 400 × 300 px · 1 kB', 'Card.png Drawing…', 'Badge.png 400 × 300 px'])
  expect(document.activeElement).toBe(byRole('button', 'Stop export'))
  expect(document.querySelector('fieldset')!.disabled).toBe(true)
  await press(byRole('button', 'Stop export'))
  expect(document.querySelector('fieldset')!.disabled).toBe(false)
  expect(byRole('link', 'Save the 1 finished')).toBeTruthy()
  expect(clicked).toEqual([])
  held.resolve(drawnFile('late'))
  await press(byRole('button', 'Export the other 2, save all 3'))
  expect(clicked).toEqual(['Shop – Home.zip'])
})

test('what failed is listed with its reason, and tried again with all of them saved', async () => {
  let isGood = false
  await open(manyExports(3), {
    exportFile: ({ id }) =>
      id === 'id of Layer 2' && !isGood
        ? Promise.reject(new AppError('image', 'There is nothing to draw.'))
        : drawnFile(id),
  })
  await press(byRole('button', 'Export 3 files'))
  expect(filesIn('Failed files (1)')).toEqual(['Layer 2.png Failed There is nothing to draw.'])
  isGood = true
  await press(byRole('button', 'Retry failed (1), save all 3'))
  expect(isShown('list', 'Failed files (1)')).toBe(false)
  expect(clicked).toHaveLength(2)
})

test('of five hundred files only those in view are there', async () => {
  await open(manyExports(500))
  expect(byRole('button', 'Export 500 files')).toBeTruthy()
  const items = document.querySelectorAll('[aria-label="500 files"] > [aria-posinset]')
  expect([items[0]!.getAttribute('aria-setsize'), items.length]).toEqual(['500', 20])
})

test('what cannot be read is told', async () => {
  await open(exportsOf(), { readExports: () => Promise.reject(new AppError('bug', 'It broke.')) })
  expect(words(byRole('alert'))).toContain('It broke.')
})

/** The tab with *Upscale first* on, over an upscaler that answers as it is told to. */
async function openUpscaling(upscaled: Upscaled | undefined, started: string[] = [], needsAccount = false) {
  const panel = await open(exportsOf('Hero'), {}, ({ exportUpscale }) => {
    // The export itself was given this very object.
    Object.assign(exportUpscale, {
      at: signal('ready'),
      counts: signal({ pictures: 3, capped: 1, refused: 0 }),
      layers: signal(4),
      needsAccount: signal(needsAccount),
      price: signal({ at: 'known', sums: [{ amount: 0.12, unit: 'USD' }] }),
      models: signal(['clarity', 'local']),
      model: signal('clarity'),
      start: async (where: string) => {
        started.push(where)
        return upscaled
      },
    } satisfies Partial<Models['exportUpscale']>)
    return {}
  })
  await press(byRole('checkbox', 'Upscale first'))
  return panel
}

test('Upscale first says in words what each way does, how many, by what and for how much', async () => {
  await openUpscaling(undefined)
  expect(allByRole('radio').map((radio) => (radio as HTMLInputElement).checked)).toEqual([true, false])
  expect(words()).toContain('The larger images stay on their layers')
  expect(words()).toContain('3 images in 4 layers · 1 as far as it goes · $0.12')
  expect(byRole('button', 'Export 1 file for $0.12')).toBeTruthy()
  await press(byRole('radio', 'For this export only'))
  expect(byRole<HTMLInputElement>('radio', 'For this export only').checked).toBe(true)
})

test('where making them larger needs a key and another provider has one, both ways are offered', async () => {
  const { settings, providers } = await openUpscaling(undefined, [], true)
  Object.assign(providers.all[1]!, { upscalers: ['crisp'] })
  await perform(() => settings.changeKey(''))
  await perform(() => settings.giveAccount('other', { key: 'k' }))
  await perform(() => settings.chooseProvider('fake'))
  expect(words()).toContain('No key for Fake yet. Set a key Use Other')
  await press(byRole('checkbox', 'Upscale first'))
  expect(words()).not.toContain('No key for')
  await press(byRole('checkbox', 'Upscale first'))
  await press(byRole('button', 'Set a key'))
  expect(isShown('textbox', 'API key')).toBe(true)
})

const LARGER = { larger: [], left: 2, lend: async () => {} }

test('where some images did not become larger it asks, and Escape is no', async () => {
  const started: string[] = []
  const { exporting } = await openUpscaling(LARGER, started)
  byRole('button', 'Export 1 file for $0.12').focus()
  await press(byRole('button', 'Export 1 file for $0.12'))
  expect(started).toEqual(['file'])
  expect(words(byRole('alert'))).toBe('2 images have not become larger. Export anyway?')
  expect(document.activeElement).toBe(byRole('button', 'Export anyway'))
  await pressKey(byRole('button', 'Export anyway'), 'Escape')
  expect(exporting.at.value).toBe('idle')
  expect(clicked).toEqual([])
  await press(byRole('button', 'Export 1 file for $0.12'))
  await press(byRole('button', 'Export anyway'))
  expect(clicked).toEqual(['Hero.png'])
})

test('images that became larger after all, as their rows were tried again, are in the files without being asked about', async () => {
  const left = signal(1)
  await openUpscaling({
    ...LARGER,
    get left() {
      return left.value
    },
  })
  await press(byRole('button', 'Export 1 file for $0.12'))
  expect(words(byRole('alert'))).toBe('1 image has not become larger. Export anyway?')
  await perform(() => {
    left.value = 0
  })
  await expect.poll(() => clicked.length).toBe(1)
  expect(clicked).toEqual(['Hero.png'])
})

test('nothing on the whole tab is wrong to axe', async () => {
  await openUpscaling(undefined)
  await choose(byRole('combobox', 'Format rule 1'), 'JPG')
  expect(await findings()).toEqual([])
})
