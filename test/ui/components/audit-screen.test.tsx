// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import type { Audit, LayerRow } from '../../../src/shared/protocol.ts'
import { auditOf, bitmapOf, denseBitmap, useOn } from '../jobs/audits.ts'
import { CAN, departed, editedTo, fakeCode, hold, imageRow, jobOn } from '../jobs/fakes.ts'
import { allByRole, byRole, choose, findings, isShown, perform, press, show, type, words } from './page.ts'
import { openPanel } from './panel.tsx'

beforeEach(() => {
  document.documentElement.lang = 'en'
  document.title = 'Refill'
})

afterEach(async () => {
  await show()
  vi.unstubAllGlobals()
})

const open = (answers: Parameters<typeof fakeCode>[0] = {}, rows = [imageRow('Hero')]) =>
  openPanel({ tab: 'upscale', rows, code: fakeCode({ weighImage: () => 4_000_000, ...answers }) })

/** The tab after an audit that found these. */
async function openFound(
  bitmaps: Audit['bitmaps'],
  part: Partial<Audit> = {},
  answers: Parameters<typeof fakeCode>[0] = {},
) {
  const panel = await open({ auditImages: () => auditOf(bitmaps, part), ...answers })
  await press(byRole('button', 'Audit'))
  return panel
}

/** Without asking for roles and names: among many rows that takes long. */
const list = () => document.querySelector('ul[aria-label="Images found"]')!
const items = () => [...list().querySelectorAll(':scope > [aria-posinset]')]
const said = () => words(document.querySelector('[role=status]')!)
const shownLayers = ({ code }: Awaited<ReturnType<typeof open>>) => code.inputs('showLayer').map(({ id }) => id)

const small = () =>
  bitmapOf('Hero', {
    uses: [useOn('Hero', { density: 0.5, where: 'Phone' }), useOn('Card', { density: 2, mode: 'CROP' })],
  })
const large = () => denseBitmap('Poster', 8, { width: 4000, height: 3000 })

test('before the first audit it says what that does', async () => {
  await open()
  expect(words()).toContain('Finds every image, how large it is shown and how many pixels it needs for that')
  expect(isShown('list')).toBe(false)
})

test('without a selection it says to select something, or to look at the page', async () => {
  await open({}, [])
  await choose(byRole('combobox', 'Look at'), 'selection')
  expect(words()).toContain('Select the layers whose images should be looked at, or look at the whole page.')
  expect(byRole<HTMLButtonElement>('button', 'Audit').disabled).toBe(true)
})

test('while it looks, Stop is in the place of Audit and has the focus, and the bar says how far it is', async () => {
  const answer = hold<Audit>()
  const { code } = await open({ auditImages: () => answer.promise })
  byRole('button', 'Audit').focus()
  await press(byRole('button', 'Audit'))
  expect(isShown('button', 'Audit')).toBe(false)
  expect(document.activeElement).toBe(byRole('button', 'Stop'))
  await perform(() => code.calls.at(-1)!.options.onProgress!({ done: 30, total: 120 }))
  const bar = byRole('progressbar', 'Progress of the audit')
  expect(bar.getAttribute('aria-valuetext')).toBe('30 of 120 layers')
  await press(byRole('button', 'Stop'))
  expect(document.activeElement).toBe(byRole('button', 'Audit'))
  expect(said()).toBe('The audit was stopped.')
  expect(isShown('alert')).toBe(false)
})

test('where nothing was found it says what to do', async () => {
  await openFound([], { strokes: 2, texts: 1, hidden: 3, lost: 1 })
  expect(words()).toContain('No fill there shows an image. Open another page or select other layers, and audit again.')
  expect(words()).toContain('Not judged: 2 in strokes, 1 in texts, 3 hidden, 1 that Figma has lost.')
})

test('that all are sharp is said first', async () => {
  await openFound([denseBitmap('a', 2)])
  expect(byRole('heading', 'All are sharp at 2×.')).toBeTruthy()
  await choose(byRole('combobox', 'Sharp at'), '3')
  expect(isShown('heading', 'All are sharp at 2×.')).toBe(false)
  expect(words(items()[0]!)).toContain('Soft')
  await choose(byRole('combobox', 'Sharp at'), 'exports')
  expect(byRole('heading', 'All are sharp at the scales they are exported at.')).toBeTruthy()
})

test('a row says what the image is, what it needs, and in how many layers it shows', async () => {
  await openFound([
    denseBitmap('sharp', 2),
    small(),
    denseBitmap('re', 2, { resampledFrom: { width: 600, height: 400 } }),
  ])
  expect(items().map((item) => words(item))).toEqual([
    'Hero · Phone and 1 other 4× too small 1200 × 800 px 2 layers Shown at 2400 × 1600 px, needs 4800 × 3200 px at 2× becomes 4092 × 2728 px, as far as it goes',
    're 2× too small 1200 × 800 px, resampled from 600 × 400 px Shown at 600 × 400 px, needs 1200 × 800 px at 2× Only resampled before: show its original, and audit again',
    'sharp Sharp 1200 × 800 px Shown at 600 × 400 px, needs 1200 × 800 px at 2×',
  ])
  expect(items().map((item) => ['aria-posinset', 'aria-setsize'].map((name) => item.getAttribute(name)))).toEqual([
    ['1', '3'],
    ['2', '3'],
    ['3', '3'],
  ])
  expect(words()).toContain('3 images on 4 layers: 2 too small, 1 sharp.')
  expect(said()).toBe('3 images on 4 layers: 2 too small, 1 sharp.')
})

test('what is unused of a file is said, as far as it is weighed', async () => {
  await openFound([large()])
  expect(words(items()[0]!)).toContain('4000 × 3000 px, about 3.8 MB unused')
  expect(words()).toContain('About 3.8 MB of files that no export uses.')
})

test('the name shows the layer where the image is largest; opened, each of its layers can be shown', async () => {
  const panel = await openFound([small()])
  await press(byRole('button', 'Hero · Phone and 1 other'))
  const more = byRole('button', '2 layers Hero · Phone')
  expect(more.getAttribute('aria-expanded')).toBe('false')
  await press(more)
  expect(more.getAttribute('aria-expanded')).toBe('true')
  const uses = byRole('list', 'Layers with the image of Hero · Phone')
  expect(words(uses)).toBe('Hero · Phone Fill · 4800 × 3200 px · 4× Card Crop · 1200 × 800 px')
  await press(byRole('button', 'CardCrop · 1200 × 800 px'))
  expect(shownLayers(panel)).toEqual(['id of Hero', 'id of Card'])
  await press(more)
  expect(isShown('list', 'Layers with the image of Hero · Phone')).toBe(false)
})

test('of very many layers the first fifty are listed', async () => {
  await openFound([bitmapOf('Icon', { uses: Array.from({ length: 60 }, (_, index) => useOn(`Icon ${index}`)) })])
  await press(byRole('button', '60 layers Icon 0'))
  expect(list().querySelectorAll(':scope ul button')).toHaveLength(50)
  expect(words(list())).toContain('and 10 more: the CSV lists them all')
})

test('a layer that is gone is said', async () => {
  await open({
    auditImages: () => auditOf([small()]),
    showLayer: () => Promise.reject(new AppError('layer', 'The layer is gone.')),
  })
  await press(byRole('button', 'Audit'))
  await press(byRole('button', 'Hero · Phone and 1 other'))
  expect(words(byRole('alert'))).toContain('The layer is gone.')
})

test('what gains has a box, and one for all; what cannot be changed says why', async () => {
  const locked = bitmapOf('Locked', { uses: [useOn('Locked', { density: 1, skipped: 'library' })] })
  const { audit } = await openFound([small(), denseBitmap('Soft', 1.5), denseBitmap('Sharp', 2), locked])
  const ticked = () => audit.ticked.value.map(({ use }) => use.name)
  expect(allByRole('checkbox').map((box) => box.getAttribute('aria-label'))).toEqual([
    'All that gain',
    'Hero · Phone',
    'Soft',
  ])
  expect(words()).toContain('2 of 2 that gain')
  expect(words(items()[1]!)).toContain('Skipped: it belongs to a library and cannot be changed here')
  await press(byRole('checkbox', 'Soft'))
  const all = byRole<HTMLInputElement>('checkbox', 'All that gain')
  expect([all.checked, all.indeterminate]).toEqual([false, true])
  expect(ticked()).toEqual(['Hero'])
  await press(all)
  expect(ticked()).toEqual(['Hero', 'Soft'])
  await press(all)
  expect(ticked()).toEqual([])
  expect(byRole<HTMLInputElement>('checkbox', 'Soft').checked).toBe(false)
})

test('where nothing is ticked the foot stays, and says so', async () => {
  await openFound([small()])
  const box = () => byRole<HTMLInputElement>('checkbox', 'Hero · Phone')
  await press(box())
  expect(box().checked).toBe(false)
  expect(words()).toContain('Tick what to upscale.')
  expect(byRole<HTMLButtonElement>('button', 'Upscale').disabled).toBe(true)
  await press(box())
  expect(words()).not.toContain('Tick what to upscale.')
})

test('a box follows the scale: what gains only at that has one, and it is ticked', async () => {
  await openFound([denseBitmap('Sharp', 2)])
  expect(isShown('checkbox', 'Sharp')).toBe(false)
  await choose(byRole('combobox', 'Sharp at'), '4')
  expect(byRole<HTMLInputElement>('checkbox', 'Sharp').checked).toBe(true)
})

test('a short list needs no filter; a long one is filtered and sorted', async () => {
  const many = Array.from({ length: 13 }, (_, index) => denseBitmap(`Photo ${index + 1}`, index < 2 ? 1 : 2))
  const panel = await openFound(many.slice(0, 12))
  expect(isShown('button', 'Filter Images found')).toBe(false)
  panel.audit.found.value = { ...panel.audit.found.value!, bitmaps: many }
  await perform(() => {})
  expect(isShown('combobox', 'Show')).toBe(false)
  await press(byRole('button', 'Filter Images found'))
  await choose(byRole('combobox', 'Show'), 'small')
  expect(items()).toHaveLength(2)
  await choose(byRole('combobox', 'Show'), 'all')
  await choose(byRole('combobox', 'Sort by'), 'name')
  expect(words(items()[9]!)).toMatch(/^Photo 10 /)
  await type(byRole('textbox', 'Name contains'), '13')
  expect(items().map((item) => words(item).slice(0, 8))).toEqual(['Photo 13'])
  await type(byRole('textbox', 'Name contains'), 'none')
  expect(words()).toContain('The filter lets none of them through.')
  // It stays there as long as it leaves something out.
  panel.audit.found.value = { ...panel.audit.found.value!, bitmaps: many.slice(0, 3) }
  await perform(() => {})
  expect(isShown('textbox', 'Name contains')).toBe(true)
  await press(byRole('button', 'Filter Images found'))
  expect(isShown('textbox', 'Name contains')).toBe(false)
  expect(items()).toHaveLength(3)
})

test('the list is there as a file', async () => {
  await openFound([small()])
  const link = byRole<HTMLAnchorElement>('link', 'CSV')
  expect(link.download).toBe('refill-audit-2x.csv')
  expect(link.href).toMatch(/^blob:/)
})

test('what has changed since is said, and offers to look again', async () => {
  const { audit, code } = await openFound([small()])
  expect(words()).not.toContain('Layers have changed')
  await perform(() => audit.hear(['id of Hero']))
  expect(words()).toContain('Layers have changed since: audit again.')
  await press(byRole('button', 'Audit again'))
  expect(code.inputs('auditImages')).toHaveLength(2)
  expect(words()).not.toContain('Layers have changed')
})

test('a layer that shows its original again has changed, though it is not selected', async () => {
  const { edit } = await openFound([small()])
  await perform(() => edit.showOriginal('id of Card'))
  expect(words()).toContain('Layers have changed since: audit again.')
})

test('a run that is taken back has changed its layers once more', async () => {
  const { audit, run, takeBack } = await openFound([small()])
  await perform(() => run.start([jobOn(imageRow('Hero'))]))
  await press(byRole('button', 'Audit again'))
  expect(audit.stale.value).toBe(undefined)
  await perform(() => takeBack.start())
  expect(audit.stale.value).toBe('document')
})

/** A run that has made the image of one of its two layers larger; `end` places the other, `select` tells what layers show. */
async function openUnderWay(again: () => unknown = () => auditOf([small()])) {
  const last = hold<{ id: string; hash: string }>()
  const placed: string[] = []
  function placeImage({ id }: { id: string }) {
    placed.push(id)
    return placed.length > 1 ? last.promise : { id, hash: 'larger' }
  }
  const audits = [() => auditOf([small()]), again]
  const panel = await openFound([], {}, { placeImage, auditImages: () => audits.shift()!() })
  await perform(() => void panel.sharpen.start())
  await expect.poll(() => placed).toHaveLength(2)
  const [first, second] = placed.map((id) => id.slice('id of '.length))
  const showing = (name: string, hash: string, part: Partial<LayerRow> = {}): LayerRow => ({
    ...{ ...imageRow(name), source: { kind: 'image', hash }, at: useOn(name).at, ...part },
  })
  return {
    ...{ ...panel, first: first!, second: second!, showing },
    select: (...rows: LayerRow[]) => perform(() => panel.selection.follow({ rows })),
    end: () => perform(() => last.resolve({ id: placed[1]!, hash: 'larger' })),
    looks: () => panel.code.inputs('auditImages').length,
  }
}

test('what its own run makes larger is no change of the list, which is made anew when all is there', async () => {
  const { audit, first, second, showing, select, end, looks } = await openUnderWay()
  await select(showing(first, 'larger'), showing(second, 'hash of Hero'))
  expect(audit.stale.value).toBeUndefined()
  await end()
  await expect.poll(looks).toBe(2)
  await expect.poll(() => audit.progress.value).toBeUndefined()
  expect(audit.stale.value).toBeUndefined()
  expect(words()).not.toContain('audit again')
})

test.each<[string, string, Partial<LayerRow>]>([
  ['another image', 'other', {}],
  ['another size', 'larger', { at: { ...useOn('Hero').at, width: 500 } }],
])('%s on a layer of the run is a change, and the list waits to be made anew', async (_, hash, part) => {
  const { audit, first, showing, select, end, looks } = await openUnderWay()
  await select(showing(first, hash, part))
  expect(audit.stale.value).toBe('document')
  await end()
  await perform(departed)
  expect([looks(), audit.stale.value]).toEqual([1, 'document'])
})

test('while the list is made anew nothing of it is offered', async () => {
  const answer = hold<Audit>()
  const { sharpen, end } = await openUnderWay(() => answer.promise)
  await end()
  await expect.poll(() => sharpen.isOffered.value).toBe(false)
  expect(words()).not.toContain('audit again')
  expect(byRole<HTMLButtonElement>('button', 'Upscale').disabled).toBe(true)
  await perform(() => answer.resolve(auditOf([denseBitmap('Hero', 2)])))
  expect(words()).toContain('1 image on 1 layer: 1 sharp.')
})

test('an instance that follows its component says so, and goes back with that', async () => {
  const placeImage = ({ id }: { id: string }) => ({ id, hash: 'new', ...(id.endsWith('Use') && { follows: true }) })
  const { run, takeBack } = await openFound([small()], {}, { placeImage })
  await perform(() => run.start([jobOn(imageRow('Card')), jobOn(imageRow('Use'))]))
  expect(words()).toContain('It shows the result of its component.')
  expect(isShown('button', 'Original Card')).toBe(true)
  expect(isShown('button', 'Original Use')).toBe(false)
  expect(takeBack.layers.value).toEqual(['id of Card'])
})

test('of a thousand only those near the view are there, and only their thumbnails are asked for', async () => {
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe() {}
      disconnect() {}
    },
  )
  const { code } = await openFound(Array.from({ length: 1000 }, (_, index) => denseBitmap(`Photo ${index}`, 1)))
  expect(items()).toHaveLength(20)
  await expect.poll(() => code.inputs('readImage').length).toBe(20)
  await expect.poll(() => list().querySelectorAll('img').length).toBe(20)
  expect(code.inputs('readImage')[0]).toEqual({ id: 'id of Photo 0', hash: 'hash of Photo 0' })
})

test.each([
  ['before', () => open()],
  [
    'with a list, opened',
    () => openFound([small(), large()]).then(() => press(byRole('button', '2 layers Hero · Phone'))),
  ],
  ['under way', () => open({ auditImages: () => hold<Audit>().promise }).then(() => press(byRole('button', 'Audit')))],
  ['with nothing found', () => openFound([])],
])('axe has nothing to say: %s', async (_, stand) => {
  await stand()
  expect(await findings()).toEqual([])
})

const upscaler = {
  upscalers: ['esrgan'],
  upscale: async () => editedTo('larger'),
  can: () => ({ ...CAN, upscale: { factor: { usual: 2, least: 2, most: 4 }, outputFormats: ['png'] } }),
} as const

/** An audit with something to make larger, no key for the chosen provider, and one for the other. */
async function openKeyless(other: Parameters<typeof openPanel>[0] = {}) {
  const panel = await openPanel({
    ...{ tab: 'upscale', key: '', provider: upscaler },
    code: fakeCode({ weighImage: () => 4_000_000, auditImages: () => auditOf([small()]) }),
    ...other,
  })
  await perform(() => panel.settings.giveAccount('other', { key: 'k' }))
  await perform(() => panel.settings.chooseProvider('fake'))
  await press(byRole('button', 'Audit'))
  return panel
}

test('where the chosen upscaler needs a key and another provider has one, both ways are offered', async () => {
  const { settings } = await openKeyless({ other: upscaler })
  expect(words()).not.toContain('No key for')
  await choose(byRole('combobox', 'Upscale with'), 'esrgan')
  expect(words()).toContain('No key for Fake yet. Set a key Use Other')
  expect(isShown('alert')).toBe(false)
  await press(byRole('button', 'Upscale 1 image'))
  expect(words(byRole('alert'))).toBe('No key for Fake yet. Set a key Use Other')
  expect(await findings()).toEqual([])
  await press(byRole('button', 'Use Other'))
  expect(settings.provider.value).toBe('other')
  expect(words()).not.toContain('No key for')
  expect(isShown('alert')).toBe(false)
})

test('what was said of a missing key goes where the panel itself makes the images larger', async () => {
  await openKeyless()
  await choose(byRole('combobox', 'Upscale with'), 'esrgan')
  await press(byRole('button', 'Upscale 1 image'))
  expect(isShown('alert')).toBe(true)
  await choose(byRole('combobox', 'Upscale with'), 'local')
  expect(isShown('alert')).toBe(false)
})

test('a provider that makes nothing larger is not offered for that', async () => {
  await openKeyless()
  await choose(byRole('combobox', 'Upscale with'), 'esrgan')
  expect(words()).not.toContain('No key for')
  await press(byRole('button', 'Upscale 1 image'))
  expect(words(byRole('alert'))).toContain('There is no key for Fake yet. Paste one first.')
})
