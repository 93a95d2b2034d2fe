// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import type { LayerRow } from '../../../src/shared/protocol.ts'
import { Answered } from '../../../src/ui/providers/faults.ts'
import type { Edited } from '../../../src/ui/providers/provider.ts'
import { CAN, CAN_LITTLE, editedTo, fakeCode, hold, imageRow, lookRow } from '../jobs/fakes.ts'
import {
  allByRole,
  byRole,
  choose,
  findings,
  isShown,
  openOptions,
  perform,
  press,
  pressKey,
  show,
  type,
  words,
} from './page.ts'
import { openPanel } from './panel.tsx'

afterEach(async () => {
  await show()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const typePrompt = (text: string) => type(byRole<HTMLTextAreaElement>('textbox', 'Prompt'), text)
const runRows = () => [...byRole('list', 'Run').children].map((row) => words(row))

test('the tabs are walked with the arrow keys, and the focus goes along', async () => {
  await openPanel()
  const [edit, upscale, exports, settings] = ['Edit', 'Upscale', 'Export', 'Settings'].map((name) =>
    byRole('tab', name),
  )
  expect(edit!.getAttribute('aria-selected')).toBe('true')
  await pressKey(edit!, 'ArrowRight')
  expect(document.activeElement).toBe(upscale)
  expect(byRole('tabpanel', 'Upscale').contains(byRole('button', 'Audit'))).toBe(true)
  await pressKey(upscale!, 'ArrowRight')
  expect(document.activeElement).toBe(exports)
  expect(byRole('tabpanel', 'Export').contains(byRole('textbox', 'File names'))).toBe(true)
  await pressKey(exports!, 'ArrowRight')
  expect(settings!.getAttribute('aria-selected')).toBe('true')
  expect(document.activeElement).toBe(settings)
  expect(byRole('tabpanel', 'Settings').contains(byRole('button', 'Check'))).toBe(true)
  await pressKey(settings!, 'ArrowRight')
  expect(document.activeElement).toBe(edit)
  await pressKey(edit!, 'ArrowLeft')
  expect(settings!.getAttribute('aria-selected')).toBe('true')
})

test('only the tab that is shown is a stop of the Tab key', async () => {
  await openPanel()
  expect(allByRole('tab').map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1, -1])
})

test('a click shows a tab', async () => {
  await openPanel()
  await press(byRole('tab', 'Settings'))
  expect(isShown('textbox', 'API key')).toBe(true)
  expect(isShown('textbox', 'Prompt')).toBe(false)
})

test('the prompt counts its characters as they are sent, and says when there are too many', async () => {
  await openPanel()
  await typePrompt('a\nb')
  const box = byRole('textbox', 'Prompt')
  const counter = document.getElementById(box.getAttribute('aria-describedby') ?? '')!
  expect(words(counter)).toBe('4 / 20')
  expect(box.getAttribute('aria-invalid')).toBe('false')
  await typePrompt('0123456789\n0123456789')
  expect(words(counter)).toBe('22 / 20')
  expect(box.getAttribute('aria-invalid')).toBe('true')
})

test.each([{ metaKey: true }, { ctrlKey: true }])('in the prompt, Enter runs with %j', async (held) => {
  await openPanel()
  await typePrompt('night')
  await pressKey(byRole('textbox', 'Prompt'), 'Enter', held)
  expect(runRows()).toHaveLength(1)
})

test('in the prompt, Enter alone is a new line', async () => {
  await openPanel()
  await typePrompt('night')
  await pressKey(byRole('textbox', 'Prompt'), 'Enter')
  expect(isShown('list', 'Run')).toBe(false)
})

test('Run becomes Stop while a run goes, and the row says how it stands', async () => {
  const answer = hold<Edited>()
  await openPanel({ provider: { edit: () => answer.promise } })
  await typePrompt('night')
  await press(byRole('button', 'Run'))
  expect(isShown('button', 'Run')).toBe(false)
  expect(runRows()[0]).toContain('Editing…')
  await press(byRole('button', 'Stop'))
  expect(runRows()[0]).toContain('Stopped')
  expect(isShown('button', 'Stop')).toBe(false)
  expect(isShown('button', 'Run')).toBe(true)
})

test('⌘⏎ while a run goes does not pay twice', async () => {
  let asked = 0
  const edit = () => {
    asked++
    return hold<Edited>().promise
  }
  const { run } = await openPanel({ provider: { edit } })
  await typePrompt('night')
  await press(byRole('button', 'Run'))
  await pressKey(byRole('textbox', 'Prompt'), 'Enter', { metaKey: true })
  expect(asked).toBe(1)
  await perform(run.stop)
})

test('a run tells how far it is and what was charged', async () => {
  const edit = async () => editedTo('x', { cost: { amount: 0.012, unit: 'USD' } })
  await openPanel({ provider: { edit }, rows: [imageRow('a'), imageRow('b')] })
  await typePrompt('night')
  await press(byRole('button', 'Run'))
  expect(words()).toContain('2 of 2 · charged $0.024 · added 1 kB')
})

test('the price of the run is shown before it, and the balance after it', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const cent = { amount: 0.01, unit: 'USD' }
  const { form } = await openPanel({
    provider: { price: async () => cent, balance: async () => ({ amount: 4.2, unit: 'USD' }) },
  })
  await perform(() => form.change({ count: 3 }))
  await perform(() => vi.advanceTimersByTimeAsync(1000))
  expect(words()).toContain('$0.03 for 3 results')
  await typePrompt('night')
  await press(byRole('button', 'Run'))
  // Asked once the end is seen.
  await perform(() => vi.advanceTimersByTimeAsync(0))
  expect(words()).toContain('$4.20 left')
})

test('Count is a number, and an empty one is one sentence', async () => {
  const { form } = await openPanel()
  const count = byRole<HTMLInputElement>('spinbutton', 'Count')
  expect([count.value, count.min, count.max]).toEqual(['1', '1', '10'])
  await type(count, '3')
  expect(form.all.value.count).toBe(3)
  await type(count, '')
  await press(byRole('button', 'Run'))
  expect(words(byRole('alert'))).toBe('Not ready yet The count is a whole number from 1 to 10.')
})

test('Model offers what the provider lists, and a name of one’s own', async () => {
  const { form } = await openPanel({ provider: { models: async () => ['p-image-edit', 'painter-2'] } }).then(
    async (panel) => {
      await perform(panel.account.askModels)
      return panel
    },
  )
  const model = byRole<HTMLSelectElement>('combobox', 'Model')
  expect([...model.options].map(({ text }) => text)).toEqual(['p-image-edit', 'painter-2', 'Another model…'])
  await choose(model, 'painter-2')
  expect(form.all.value.model).toBe('painter-2')
  await choose(model, [...model.options].at(-1)!.value)
  await type(byRole<HTMLInputElement>('textbox', 'Model name'), 'painter-3')
  expect(form.all.value.model).toBe('painter-3')
  expect(byRole<HTMLSelectElement>('combobox', 'Model')).toBe(model)
  await choose(model, 'p-image-edit')
  expect(form.all.value.model).toBe('p-image-edit')
  expect(isShown('textbox', 'Model name')).toBe(false)
})

test('a model name that the provider does not know is said when its box is left', async () => {
  await openPanel({ provider: { hasModel: async (model) => model === 'painter-3' } })
  const model = byRole<HTMLSelectElement>('combobox', 'Model')
  await choose(model, [...model.options].at(-1)!.value)
  const name = byRole<HTMLInputElement>('textbox', 'Model name')
  await type(name, 'painter-4')
  await perform(() => name.dispatchEvent(new Event('blur')))
  expect(words(byRole('alert'))).toBe('The provider knows no model of this name.')
  await type(name, 'painter-3')
  expect(isShown('alert')).toBe(false)
})

test('the options of a model that takes everything', async () => {
  await openPanel({ provider: { can: () => CAN } })
  await openOptions()
  for (const name of ['Model', 'Size', 'Seed', 'Format']) expect(isShown('combobox', name), name).toBe(true)
  for (const name of ['Weights', 'More fields']) expect(isShown('textbox', name), name).toBe(true)
  expect(allByRole('checkbox')).toHaveLength(2)
})

test('Size offers the layer’s, the model’s own, its choice, and shapes alone', async () => {
  const { form } = await openPanel()
  await openOptions()
  const size = byRole<HTMLSelectElement>('combobox', 'Size')
  expect([...size.options].map(({ text }) => text)).toEqual([
    'Match the layer',
    '1024 × 1024 px',
    '1365 × 768 px',
    '768 × 1365 px',
    'Let the model choose',
    'Shape only, 1:1',
    'Shape only, 16:9',
    'Shape only, 9:16',
  ])
  await choose(size, '16:9')
  expect(form.all.value.size).toBe('16:9')
  expect(size.value).toBe('16:9')
})

test('while a run goes, and only then, it is said what closing would lose', async () => {
  const answer = hold<Edited>()
  await openPanel({ provider: { edit: () => answer.promise } })
  await typePrompt('night')
  await press(byRole('button', 'Run'))
  expect(words()).toContain('Closing Refill now may lose what is paid for.')
  await press(byRole('button', 'Stop'))
  expect(words()).not.toContain('Closing')
})

test('a control that the model ignores is not there', async () => {
  await openPanel({ provider: { can: () => CAN_LITTLE } })
  await openOptions()
  for (const name of ['Size', 'Seed', 'Format']) expect(isShown('combobox', name), name).toBe(false)
  for (const name of ['Weights', 'More fields']) expect(isShown('textbox', name), name).toBe(false)
  expect(allByRole('checkbox')).toHaveLength(0)
})

test('the seed is drawn by Refill, fixed by its own box, or the provider’s and unknown', async () => {
  const { form } = await openPanel()
  await openOptions()
  const seed = byRole<HTMLSelectElement>('combobox', 'Seed')
  expect([...seed.options].map(({ text }) => text)).toEqual(['Drawn by Refill', 'Fixed', 'The provider’s'])
  expect([seed.value, isShown('textbox', 'Fixed seed')]).toEqual(['drawn', false])
  await choose(seed, 'fixed')
  await type(byRole<HTMLInputElement>('textbox', 'Fixed seed'), '7')
  expect(form.all.value).toMatchObject({ seedFrom: 'fixed', seed: '7' })
  await choose(seed, 'provider')
  expect(form.all.value.seedFrom).toBe('provider')
  expect(isShown('textbox', 'Fixed seed')).toBe(false)
  expect(words(document.getElementById(seed.getAttribute('aria-describedby') ?? '')!)).toBe(
    'The seed stays unknown, and a count is one request.',
  )
})

test('Compression is there for a format that has one', async () => {
  const { form } = await openPanel()
  await openOptions()
  expect(isShown('spinbutton', 'Compression')).toBe(false)
  await choose(byRole<HTMLSelectElement>('combobox', 'Format'), 'jpeg')
  await type(byRole<HTMLInputElement>('spinbutton', 'Compression'), '80')
  expect(form.all.value.options.outputCompression).toBe(80)
  await choose(byRole<HTMLSelectElement>('combobox', 'Format'), 'png')
  expect(isShown('spinbutton', 'Compression')).toBe(false)
})

test('a size that the chosen model lacks is shown as what is done instead', async () => {
  const { form } = await openPanel()
  await openOptions()
  await perform(() => form.change({ size: '555x777' }))
  expect(byRole<HTMLSelectElement>('combobox', 'Size').value).toBe('match')
})

test('a layer says what will happen to it, or why nothing will', async () => {
  const skipped: LayerRow = { ...imageRow('Group'), source: { kind: 'skipped', why: 'hidden' } }
  await openPanel({ rows: [imageRow('Hero', { results: 2 }), lookRow('Card'), skipped] })
  const rows = [...byRole('list', 'Selected').children].map((row) => words(row))
  expect(rows[0]).toMatch(/^Hero 800 × 600 → \d+ × \d+ px Original 2 results/)
  expect(rows[1]).toMatch(/^Card Its look · 800 × 600 → \d+ × \d+ px$/)
  expect(rows[2]).toBe('Group Skipped: it is hidden')
  expect(isShown('heading', '2 images selected')).toBe(true)
})

test('with nothing selected the panel says what to do', async () => {
  await openPanel({ rows: [] })
  expect(words()).toContain('Select the layers whose images should change.')
})

test('of a thousand selected layers those in view are there, and all are counted', async () => {
  await openPanel({ rows: Array.from({ length: 1000 }, (_, index) => imageRow(String(index))) })
  const list = byRole('list', 'Selected')
  expect(list.querySelectorAll('[aria-setsize="1000"]')).toHaveLength(20)
  expect(list.querySelectorAll('[aria-hidden=true][style*=height]')).toHaveLength(49)
})

test('a thumbnail comes with its row', async () => {
  await openPanel()
  await perform(() => {})
  expect(byRole('list', 'Selected').querySelector('img')?.src).toMatch(/^blob:/)
})

test('a layer with results from before offers its original', async () => {
  const { code } = await openPanel({ rows: [imageRow('Hero', { results: 1 })] })
  await press(byRole('button', 'Original Hero'))
  expect(code.inputs('showOriginal')).toEqual([{ id: 'id of Hero' }])
})

test('Original is in the panel once, and is there to be pressed again', async () => {
  const { code, selection } = await openPanel()
  await typePrompt('night')
  await press(byRole('button', 'Run'))
  await perform(() => selection.follow({ rows: [imageRow('Hero', { results: 1 })] }))
  await press(byRole('button', 'Original Hero'))
  expect(code.inputs('showOriginal')).toEqual([{ id: 'id of Hero' }])
  expect(runRows()[0]).toContain('Original is showing')
  expect(isShown('button', 'Original Hero')).toBe(true)
})

test('a done row compares before and after with a slider', async () => {
  await openPanel()
  await typePrompt('night')
  await press(byRole('button', 'Run'))
  // The looks are made one after the other.
  for (let step = 0; step < 4; step++) await perform(() => {})
  const slider = byRole<HTMLInputElement>('slider', 'Before and after of Hero')
  await type(slider, '20')
  expect(slider.getAttribute('aria-valuetext')).toBe('20% before, 80% after')
})

test('without a key, Run says where to put one, and leads there', async () => {
  await openPanel({ key: '' })
  await typePrompt('night')
  await press(byRole('button', 'Run'))
  expect(words(byRole('alert'))).toContain('There is no key for Fake yet. Paste one first.')
  await press(byRole('button', 'Open Settings'))
  expect(isShown('textbox', 'API key')).toBe(true)
})

test('where another provider has a key, both ways are offered, and Run says what is missing', async () => {
  const { settings } = await openPanel({ key: '' })
  await perform(() => settings.giveAccount('other', { key: 'k' }))
  await perform(() => settings.chooseProvider('fake'))
  expect(words()).toContain('No key for Fake yet. Set a key Use Other')
  await typePrompt('night')
  await press(byRole('button', 'Run'))
  expect(words(byRole('alert'))).toBe('No key for Fake yet. Set a key Use Other')
  await press(byRole('button', 'Use Other'))
  expect(settings.provider.value).toBe('other')
  expect(words()).not.toContain('No key for')
  expect(document.activeElement).toBe(byRole('textbox', 'Prompt'))
})

test('with a key, what else is missing leads nowhere else', async () => {
  await openPanel()
  await press(byRole('button', 'Run'))
  expect(words(byRole('alert'))).toBe('Not ready yet Write what should change.')
  expect(isShown('button', 'Open Settings')).toBe(false)
})

test('a failed placement offers to place the picture or to save it, and nothing that pays again', async () => {
  let refuses = true
  const code = fakeCode({
    placeImage: ({ id }) => {
      if (refuses) throw new AppError('layer', 'That layer is no longer in the file.')
      return { id, hash: 'new' }
    },
  })
  await openPanel({ code })
  await typePrompt('night')
  await press(byRole('button', 'Run'))
  expect(words(byRole('alert'))).toContain(
    'Not possible with this layer That layer is no longer in the file. The result is here and paid for: place it again, or save it.',
  )
  expect(isShown('button', 'Retry Hero')).toBe(false)
  const save = byRole<HTMLAnchorElement>('link', 'Save file Hero')
  expect([save.download, save.href.slice(0, 5)]).toEqual(['Hero.png', 'blob:'])
  refuses = false
  await press(byRole('button', 'Place again Hero'))
  expect(runRows()[0]).toContain('Done')
})

test('Choose another model leads to the models', async () => {
  const answer = new Answered(new Response(null, { status: 404 }), 'MODEL_NOT_FOUND')
  const edit = () => Promise.reject(new AppError('refused', 'The provider says: “No such model”.', answer))
  await openPanel({ provider: { edit } })
  await typePrompt('night')
  await press(byRole('button', 'Run'))
  await press(byRole('button', 'Choose another model Hero'))
  expect(document.activeElement).toBe(byRole('combobox', 'Model'))
})

test('Change the prompt leads to the prompt', async () => {
  const edit = () => Promise.reject(new AppError('refused', 'The provider says: “No.”.'))
  await openPanel({ provider: { edit } })
  await typePrompt('night')
  await press(byRole('button', 'Run'))
  await press(byRole('button', 'Change the prompt Hero'))
  expect(document.activeElement).toBe(byRole('textbox', 'Prompt'))
})

test('what a provider or a layer is called is shown as words, never as markup', async () => {
  const markup = '<img src=x onerror="document.title=1">'
  const edit = () => Promise.reject(new AppError('refused', `The provider says: “${markup}”.`))
  await openPanel({ rows: [imageRow(markup)], provider: { edit, label: markup } })
  await typePrompt('night')
  await press(byRole('button', 'Run'))
  expect(words(byRole('alert'))).toContain(markup)
  expect(document.querySelector('[onerror]')).toBeNull()
})

test('axe finds nothing in the Edit tab, empty, running, done, failed or unplaced', async () => {
  document.documentElement.lang = 'en'
  document.title = 'Refill'
  await openPanel({ rows: [] })
  expect(await findings()).toEqual([])

  const answer = hold<Edited>()
  const code = fakeCode({
    placeImage: ({ id }) => {
      if (id === 'id of lost') throw new AppError('layer', 'Gone.')
      return { id, hash: 'new' }
    },
  })
  const edit = ({ prompt }: { prompt: string }) => (prompt === 'wait' ? answer.promise : Promise.resolve(editedTo('x')))
  const skipped: LayerRow = { ...imageRow('Group'), source: { kind: 'skipped', why: 'kind' } }
  const { run } = await openPanel({
    code,
    provider: { edit },
    rows: [imageRow('Hero', { results: 1 }), lookRow('lost'), skipped],
  })
  await press(byRole('button', 'Run'))
  expect(await findings()).toEqual([])
  await typePrompt('wait')
  await press(byRole('button', 'Run'))
  expect(await findings()).toEqual([])
  await perform(run.stop)
  await typePrompt('night')
  await press(byRole('button', 'Run'))
  await openOptions()
  expect(isShown('button', 'Place again lost')).toBe(true)
  expect(await findings()).toEqual([])
})

test('after a run, Tidy run asks first and then says how many results went', async () => {
  const code = fakeCode({ tidy: () => ({ removed: 2 }) })
  await openPanel({ code })
  expect(isShown('button', 'Tidy run')).toBe(false)
  await typePrompt('night')
  await press(byRole('button', 'Run'))
  await press(byRole('button', 'Tidy run'))
  expect(code.inputs('tidy')).toEqual([])
  await press(byRole('button', 'Remove'))
  expect(code.inputs('tidy')).toEqual([{ ids: ['id of Hero'] }])
  expect(words()).toContain('2 results removed.')
  expect(document.activeElement).toBe(byRole('button', 'Tidy run'))
})

/** The panel, which elements it has brought into view since it opened, and what selects other layers. */
async function openScrolled(rows: LayerRow[] = [imageRow('Hero')]) {
  const { selection } = await openPanel({ rows })
  const spy = vi.spyOn(Element.prototype, 'scrollIntoView')
  const spot = { page: 'page', x: 900, y: 0, width: 400, height: 300 }
  return {
    spot,
    headings: () => spy.mock.contexts.map((element) => (element as Element).querySelector('h2')?.textContent),
    select: (...selected: LayerRow[]) => perform(() => selection.follow({ rows: selected })),
  }
}

test('what is selected next comes into view, and nothing selected does not', async () => {
  const { select, headings, spot } = await openScrolled()
  await select()
  expect(headings()).toEqual([])
  await select(imageRow('Other', { at: spot }), imageRow('Third', { at: spot }))
  expect(headings()).toEqual(['2 images selected'])
})

test('a layer that changes, or is covered by its result, is no other selection', async () => {
  const { select, headings, spot } = await openScrolled()
  await select(imageRow('Hero', { at: spot, results: 1 }))
  await select(imageRow('Hero – edited', { at: spot, results: 1 }))
  expect(headings()).toEqual([])
})

test('nothing moves under whoever types or goes through the rows of a run, unless the focus is in Figma', async () => {
  const { select, headings, spot } = await openScrolled()
  const prompt = byRole('textbox', 'Prompt')
  prompt.focus()
  await select(imageRow('Other', { at: spot }))
  expect(headings()).toEqual([])
  vi.spyOn(document, 'hasFocus').mockReturnValue(false)
  await select(imageRow('Hero'))
  expect(headings()).toEqual(['1 image selected'])
  expect(document.activeElement).toBe(prompt)
})

test('what is selected meanwhile, here or on another page, leaves the rows of a run as they are', async () => {
  const answer = hold<Edited>()
  const { selection } = await openPanel({ provider: { edit: () => answer.promise } })
  await typePrompt('night')
  await press(byRole('button', 'Run'))
  await perform(() => selection.follow({ rows: [] }))
  expect(runRows()[0]).toContain('Hero Editing…')
  await perform(() => selection.follow({ rows: [imageRow('Other')] }))
  await perform(() => answer.resolve(editedTo('x')))
  expect(runRows()).toHaveLength(1)
  expect(runRows()[0]).toContain('Hero Done')
})

test('until the selection is read its place is kept, and nobody is told that nothing is selected', async () => {
  const { selection } = await openPanel({ rows: [] })
  expect(words()).toContain('0 images selected')
  await perform(() => {
    selection.isRead.value = false
  })
  expect(isShown('heading', 'Looking at what is selected…')).toBe(true)
  expect(words()).not.toContain('Select the layers')
  expect(await findings()).toEqual([])
  await perform(() => selection.follow({ rows: [imageRow('Hero')] }))
  expect(isShown('heading', '1 image selected')).toBe(true)
})

test('how many results there will be is said of a form that is complete, and where nothing is chosen', async () => {
  const { selection, form } = await openPanel()
  await typePrompt('Make it night')
  expect(words()).toContain('1 result')
  await perform(() => form.change({ seedFrom: 'fixed', seed: '' }))
  expect(words()).not.toMatch(/\d results?\b/)
  await perform(() => selection.follow({ rows: [] }))
  expect(words()).toContain('0 results')
})
