// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import type { LayerRow } from '../../../src/shared/protocol.ts'
import type { CanUpscale, Edited, Provider } from '../../../src/ui/providers/provider.ts'
import {
  CAN,
  editedTo,
  fakeCode,
  fakeCodec,
  hold,
  imageRow,
  lookRow,
  pictureOf,
  resultOn,
  textOf,
} from '../jobs/fakes.ts'
import { allByRole, byRole, choose, findings, isShown, perform, press, pressKey, show, words } from './page.ts'
import { openPanel } from './panel.tsx'

afterEach(async () => {
  await show()
  vi.useRealTimers()
})

const STEPS: Record<string, CanUpscale> = {
  esrgan: { factor: { usual: 2, least: 2, most: 4 }, outputFormats: ['png'] },
  crisp: { factor: { usual: 4, only: [4] }, outputFormats: ['png'] },
}
const CENTS = { amount: 0.02, unit: 'USD' }

const upscales = (part: Partial<Provider> = {}): Partial<Provider> => ({
  upscalers: ['esrgan', 'crisp'],
  can: (model) => ({ ...CAN, ...(STEPS[model] && { upscale: STEPS[model] }) }),
  upscale: async () => editedTo('larger', { cost: CENTS }),
  upscalePrice: async () => CENTS,
  ...part,
})

const hero = imageRow('Hero', { width: 1000, height: 750 })
const open = (part: Partial<Provider> = {}, rows: LayerRow[] = [hero], code = fakeCode()) =>
  openPanel({ rows, code, provider: upscales(part) })

/** Opens the question, and waits until the price is there. */
async function ask(name = 'Hero') {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  await press(byRole('button', `Upscale ${name}`))
  await vi.advanceTimersByTimeAsync(1000)
  vi.useRealTimers()
  await perform(() => {})
}
const question = (name = 'Hero') => byRole('group', `Upscale ${name}`)
const runRows = () => [...byRole('list', 'Run').children].map((row) => words(row))

test('the button is there for images; where the provider makes none larger, for the panel itself', async () => {
  await open({}, [hero, lookRow('Banner')])
  expect(isShown('button', 'Upscale Hero')).toBe(true)
  expect(isShown('button', 'Upscale Banner')).toBe(false)
  await show()
  await openPanel({ rows: [hero] })
  await ask()
  expect(words(question())).toContain('Local (resampling, free)')
  expect(words(question())).toContain('1000 × 750 → 2000 × 1500 px · free')
})

test.each<[number, string]>([
  [4096, 'As large as Figma takes, 4096 px'],
  [4000, 'Nearly as large as Figma takes, 4096 px'],
])('an image of %d px says why there is none', async (width, why) => {
  await open({}, [imageRow('Hero', { width })])
  expect(isShown('button', 'Upscale Hero')).toBe(false)
  expect(words()).toContain(why)
})

test('the new size and the price are said before anything is paid, and the button names the price', async () => {
  let asked = 0
  const upscale = async () => {
    asked++
    return editedTo('larger')
  }
  const { code } = await open({ upscale })
  await ask()
  expect(words(question())).toContain('1000 × 750 → 2000 × 1500 px · $0.02')
  expect(isShown('button', 'Upscale for $0.02')).toBe(true)
  expect(asked).toBe(0)
  expect(code.names()).not.toContain('placeImage')
})

test('while the price is asked for the button waits; one that is unknown is said, and is no obstacle', async () => {
  const price = hold<undefined>()
  await open({ upscalePrice: () => price.promise })
  await ask()
  expect(words(question())).toContain('asking for the price…')
  expect(byRole<HTMLButtonElement>('button', 'Upscale').disabled).toBe(true)
  await perform(() => price.resolve(undefined))
  expect(words(question())).toContain('price unknown')
  expect(byRole<HTMLButtonElement>('button', 'Upscale').disabled).toBe(false)
})

test('model and factor are chosen, and what comes of them follows', async () => {
  await open()
  await ask()
  const factor = () => byRole<HTMLSelectElement>('combobox', 'Factor')
  expect([...factor().options].map(({ text }) => text)).toEqual(['2×', '3×', '4×'])
  await choose(factor(), '1')
  expect(words(question())).toContain('→ 3000 × 2250 px')
  await choose(question().querySelector('select')!, 'crisp')
  expect([...factor().options].map(({ text }) => text)).toEqual(['4×'])
  expect(words(question())).toContain('→ 4000 × 3000 px')
})

test('beside the models of the provider there is the panel itself', async () => {
  await open({ upscalers: ['esrgan'] })
  await ask()
  expect([...question().querySelectorAll('option')].map(words).slice(0, 2)).toEqual([
    'esrgan',
    'Local (resampling, free)',
  ])
})

test('the focus goes into the question and back, and Escape and Cancel are no', async () => {
  await open()
  for (const close of [
    () => pressKey(question().querySelector('select')!, 'Escape'),
    () => press(byRole('button', 'Cancel')),
  ]) {
    byRole('button', 'Upscale Hero').focus()
    await ask()
    expect(document.activeElement).toBe(question().querySelector('select'))
    await close()
    expect(document.activeElement).toBe(byRole('button', 'Upscale Hero'))
  }
  expect(isShown('list', 'Run')).toBe(false)
})

test('only one question is open', async () => {
  await open({}, [hero, imageRow('Other')])
  await ask()
  await ask('Other')
  expect(allByRole('group').flatMap((group) => group.getAttribute('aria-label') ?? [])).toEqual(['Upscale Other'])
})

test('an upscale is a row of a run, with what it cost; the focus stays in the list', async () => {
  const answer = hold<Edited>()
  const { code, run } = await open({ upscale: () => answer.promise })
  await ask()
  await press(byRole('button', 'Upscale for $0.02'))
  expect(runRows()[0]).toContain('Upscaling…')
  expect(byRole<HTMLButtonElement>('button', 'Upscale Hero').disabled).toBe(true)
  expect(document.activeElement).toBe(byRole('list', 'Selected'))
  expect(run.estimated.value).toEqual([CENTS])
  await perform(() => answer.resolve(editedTo('larger', { cost: CENTS })))
  expect(runRows()[0]).toContain('Done')
  expect(words()).toContain('1 of 1 · charged $0.02')
  expect(code.inputs('placeImage')).toMatchObject([{ name: 'Hero', made: { prompt: '', model: 'esrgan', cost: 0.02 } }])
})

test('while a run goes an upscale is added to it', async () => {
  const answer = hold<Edited>()
  await open({ upscale: () => answer.promise }, [hero, imageRow('Other')])
  await ask()
  await press(byRole('button', 'Upscale for $0.02'))
  await ask('Other')
  await press(byRole('button', 'Upscale for $0.02'))
  expect(runRows()).toHaveLength(2)
  await perform(() => answer.resolve(editedTo('larger')))
  expect(words()).toContain('2 of 2')
})

test('a refusal does not speak of a prompt', async () => {
  await open({
    upscale: async () => {
      throw new AppError('refused', 'Not this one.')
    },
  })
  await ask()
  await press(byRole('button', 'Upscale for $0.02'))
  expect(runRows()[0]).toContain('Not this one. Try again, or upscale the image with another model.')
  expect(isShown('button', 'Change the prompt Hero')).toBe(false)
  expect(isShown('button', 'Retry Hero')).toBe(true)
})

test('an answer that is not larger is not placed, and can be saved', async () => {
  const codec = fakeCodec({
    enlarge: async () => {
      throw new AppError('provider', 'What came is not larger.')
    },
  })
  const { code } = await openPanel({ rows: [hero], codec, provider: upscales() })
  await ask()
  await press(byRole('button', 'Upscale for $0.02'))
  expect(runRows()[0]).toContain('What came is not larger.')
  expect(isShown('link', 'Save file Hero')).toBe(true)
  expect(words()).toContain('charged $0.02')
  expect(code.names()).not.toContain('placeImage')
})

test('an answer that does not look like the image is asked about, and placed when the designer says so', async () => {
  const codec = fakeCodec({ enlarge: async () => ({ ...pictureOf('another picture'), likeness: 0.2 }) })
  const { code } = await openPanel({ rows: [hero], codec, provider: upscales() })
  await ask()
  await press(byRole('button', 'Upscale for $0.02'))
  expect(runRows()[0]).toContain(
    'Is this the same image? What came back does not look like the same image. Look at it before you place it.',
  )
  expect(isShown('link', 'Save file Hero')).toBe(true)
  expect(isShown('button', 'Retry Hero')).toBe(false)
  expect(code.names()).not.toContain('placeImage')
  await press(byRole('button', 'Place Hero'))
  expect(code.inputs('placeImage').map(({ picture }) => textOf(picture))).toEqual(['another picture'])
  expect(runRows()[0]).toContain('Done')
})

test('without a key the reason is said, and the question stays', async () => {
  await openPanel({ rows: [hero], provider: upscales(), key: '' })
  await press(byRole('button', 'Upscale Hero'))
  await choose(question().querySelector('select')!, 'esrgan')
  await press(byRole('button', 'Upscale'))
  expect(words()).toContain('There is no key for Fake yet. Paste one first.')
  expect(isShown('group', 'Upscale Hero')).toBe(true)
})

test('an upscaled result says what it is, and has no settings to use again', async () => {
  const made = { ...resultOn('Hero', '').made, prompt: '', model: 'esrgan' }
  const results = [{ ...resultOn('Hero', 'larger', { shown: true }), made }]
  await open({}, [{ ...hero, results: 1 }], fakeCode({ readResults: () => ({ results, original: false }) }))
  await perform(() => {})
  expect(isShown('option', 'Result 1 of 1, upscaled, showing')).toBe(true)
  expect(words()).toContain('Upscaled · esrgan')
  expect(isShown('button', 'Use these settings Hero')).toBe(false)
})

test('the open question has no faults that axe finds', async () => {
  document.documentElement.lang = 'en'
  document.title = 'Refill'
  await open({}, [hero, imageRow('Other', { width: 4096 })])
  await ask()
  expect(await findings()).toEqual([])
})

test('a provider that makes nothing larger is not offered while that is asked', async () => {
  const { settings } = await openPanel({ rows: [hero], key: '', provider: upscales() })
  await perform(() => settings.giveAccount('other', { key: 'k' }))
  await perform(() => settings.chooseProvider('fake'))
  expect(isShown('button', 'Use Other')).toBe(true)
  await press(byRole('button', 'Upscale Hero'))
  await choose(question().querySelector('select')!, 'esrgan')
  expect(isShown('button', 'Use Other')).toBe(false)
  await choose(question().querySelector('select')!, 'local')
  expect(isShown('button', 'Use Other')).toBe(true)
})
