import { transform } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PaintRequest } from '../../dev/figma/editor.ts'
import type { LayerSpec } from '../../dev/figma/world.ts'
import type { Picture } from '../../src/shared/picture.ts'
import { plainPicture, slowPainter } from '../harness/pictures.ts'
import { pluginBuilder } from '../harness/plugin.ts'
import { fillsOf, frame, idOf, json, layer, orderFor, photo, place, rowsFor, solid } from './session.ts'

// Traps of the platform itself, by their number in the list of 25: the sandbox, messages, images, export, network.

const painted: PaintRequest[] = []
const plugins = pluginBuilder({
  paint(request) {
    painted.push(request)
    return slowPainter.paint(request)
  },
})
afterAll(plugins.close)

let red: Picture
let blue: Picture
beforeAll(async () => {
  red = await plainPicture(40, 20)
  blue = await plainPicture(40, 20, '#2040c0')
})

const open = (...layers: LayerSpec[]) => plugins.open(layers, { red: red.bytes })
const bytesOf = (...values: number[]) => new Uint8Array(values) as Picture['bytes']

test('trap 1: code.js needs no browser: each of its commands runs in a sandbox that has none', async () => {
  const plugin = await plugins.openWorld({
    pages: [
      { name: 'Page', layers: [layer('Photo', [], { fillStyle: 'Brand' }), layer('Badge', [solid], { y: 300 })] },
    ],
    styles: { paint: { Brand: [photo()] } },
    pictures: { red: red.bytes },
  })
  const { call } = plugin.ui
  const [row] = await rowsFor(plugin, 'Photo')
  const { id, source } = row!
  if (source.kind !== 'image') throw new Error('Photo shows no image')
  await call('readImage', { id, hash: source.hash })
  await call('exportLayer', { id: idOf(plugin, 'Badge'), scale: 1 })
  const { hash } = await call('placeImage', orderFor(row, blue))
  await call('placeImage', orderFor(row, await plainPicture(40, 20, '#20c040')))
  expect((await call('readResults', { id })).results).toHaveLength(2)
  await call('showOriginal', { id })
  await call('showResult', { id, hash })
  await call('showOriginals', { ids: [id] })
  await call('showResult', { id, hash })
  await call('keepOnly', { id, hash })
  await call('tidy', { ids: [id] })
  await call('backToStyle', { id })
  await call('showLayer', { id })
  await call('saveSettings', { settings: {} })
  await call('saveJournal', { window: 'a', journal: [] })
  await call('readJournals', {})
  await call('saveJob', { id: 'a', job: { owner: 'one' } })
  await call('claimJob', { id: 'a', window: 'two', from: 'one' })
  await call('markWindow', { window: 'two', at: 1 })
  await call('readJobs', {})
  await call('checkLayer', { id, name: 'Photo', source, width: 40, height: 20 })
  await call('notify', { message: 'Done.' })
  expect(plugin.editor.errors()).toEqual([])
})

test('trap 1: code.js names no global that Figma’s sandbox does not have', async () => {
  const { code } = await plugins.files()
  const { code: marked } = await transform(code, {
    define: Object.fromEntries(BROWSER.map((name) => [name, `BROWSER_ONLY_${name}`])),
  })
  expect([...new Set(marked.match(/BROWSER_ONLY_\w+/g))]).toEqual([])
})

test('trap 2: code.js has nothing that Figma takes for an import, and not the page of the UI', async () => {
  const { code, html, manifest } = await plugins.files()
  expect(code).not.toMatch(/import\s*\(|<!--|-->|\beval\s*\(/)
  expect(code.length).toBeLessThan(html.length)
  expect(code).not.toContain('<html')
  expect(manifest.ui).toBe('dist/ui.html')
})

test('trap 3: nothing is looked up in a way that dynamic pages refuse', async () => {
  const plugin = await plugins.openWorld({
    pages: [
      { name: 'One', layers: [layer('Photo', [photo()])] },
      { name: 'Two', layers: [layer('Far', [photo()], { x: 900 })] },
    ],
    pictures: { red: red.bytes },
  })
  const [row] = await rowsFor(plugin, 'Photo')
  plugin.editor.showPage('Two')
  await plugin.ui.call('placeImage', orderFor(row, blue))
  await plugin.ui.call('showLayer', { id: row!.id })
  expect(fillsOf(plugin, 'Photo')).toHaveLength(2)
  const { code, manifest } = await plugins.files()
  expect(manifest.documentAccess).toBe('dynamic-page')
  expect(code).not.toMatch(/getNodeById\(|getStyleById\(|\.\w+StyleId\s*=[^=]|\.currentPage\s*=[^=]/)
  expect(code).not.toMatch(/\.mainComponent\b|\.instances\b|\.consumers\b|\.(?:reactions|vectorNetwork)\s*=[^=]/)
  expect(code).not.toMatch(/getLocal(?:Paint|Text|Effect|Grid)Styles\(|getLocalVariable(?:s|Collections)\(/)
})

test('trap 4: text that is filled differently in parts reads as a symbol, which never gets into a message', async () => {
  const text: LayerSpec = {
    ...layer('Headline', [solid], { type: 'TEXT' }),
    text: { characters: 'Half and half', runs: [{ start: 0, end: 4, fills: [photo()] }] },
  }
  const plugin = await open(text, layer('Photo', [photo()], { x: 300 }))
  const rows = await rowsFor(plugin, 'Headline', 'Photo')
  expect(rows.map(({ source }) => source)).toEqual([
    { kind: 'skipped', why: 'mixed' },
    { kind: 'image', hash: expect.any(String) },
  ])
  expect(plugin.editor.errors()).toEqual([])
})

test('trap 5: no message carries more than one picture', async () => {
  const plugin = await open(layer('Photo', [photo()]), layer('Other', [photo()], { x: 300 }))
  const rows = await rowsFor(plugin, 'Photo', 'Other')
  await Promise.all(rows.map((row) => plugin.ui.call('placeImage', orderFor(row, blue))))
  await plugin.ui.call('exportLayer', { id: rows[0]!.id, scale: 1 })
  const { hash } = await plugin.ui.call('placeImage', orderFor(rows[0], red))
  await plugin.ui.call('readImage', { id: rows[0]!.id, hash })
  const carried = plugin.editor.messages().map(({ message }) => JSON.stringify(message))
  const pictures = carried.map((text) => text.match(/\{"bytes":\d+\}/g)?.length ?? 0)
  expect(Math.max(...pictures)).toBe(1)
  expect(pictures.filter((count) => count === 1)).toHaveLength(5)
})

test.each([
  ['more than 4096 px a side', async () => plainPicture(4097, 8)],
  ['WebP', async () => ({ ...blue, bytes: bytesOf(0x52, 0x49, 0x46, 0x46, 4, 0, 0, 0, 0x57, 0x45, 0x42, 0x50) })],
  ['no bytes', async () => ({ ...blue, bytes: bytesOf() })],
])('trap 6: a picture of %s is refused in a sentence, and nothing changes', async (_, make) => {
  const plugin = await open(layer('Photo', [photo()]))
  const before = json(plugin)
  const call = place(plugin, 'Photo', await make())
  await expect(call).rejects.toMatchObject({
    fault: 'image',
    message: 'Figma did not accept the result.',
  })
  expect(json(plugin)).toBe(before)
})

test('trap 7: an image is made in the step that uses it, so Figma has no time to discard it', async () => {
  const plugin = await open(layer('Photo', [photo()]))
  const { hash } = await place(plugin, 'Photo', blue)
  await plugin.ui.call('showOriginal', { id: idOf(plugin, 'Photo') })
  plugin.run.close()
  expect([...plugin.editor.scene().images.keys()]).toContain(hash)
})

test('trap 7: a picture that is placed again later is the same image, and stays', async () => {
  const plugin = await open(layer('Photo', [photo()]))
  const results = []
  for (const picture of [blue, red, blue]) {
    results.push((await place(plugin, 'Photo', picture)).hash)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  expect(results[2]).toBe(results[0])
  expect([...plugin.editor.scene().images.keys()]).toContain(results[2])
})

test('trap 8: a picture comes as bytes: code.js loads none from an address', async () => {
  const { code } = await plugins.files()
  expect(code).not.toMatch(/createImageAsync|\bfetch\s*\(/)
})

test('trap 9: what overhangs a frame does not change the picture’s size, which is read from its header', async () => {
  const overhanging = layer('Overhang', [solid], { x: 350, y: -40 })
  const card = layer('Card', [solid], { type: 'FRAME', clipsContent: false, width: 400, children: [overhanging] })
  const plugin = await open(card)
  const picture = await plugin.ui.call('exportLayer', { id: idOf(plugin, 'Card'), scale: 2 })
  expect([picture.width, picture.height]).toEqual([800, 200])
  expect(painted.at(-1)).toMatchObject({ width: 800, height: 200 })
})

test('trap 9: a picture that came out a pixel larger has the size that its header says', async () => {
  const wide = pluginBuilder({
    paint: ({ width, height, ...request }) => slowPainter.paint({ ...request, width: width + 1, height: height + 1 }),
  })
  const plugin = await wide.open([layer('Badge', [solid])])
  const { width, height } = await plugin.ui.call('exportLayer', { id: idOf(plugin, 'Badge'), scale: 2 })
  await wide.close()
  expect([width, height]).toEqual([401, 201])
})

test('trap 11: a layer is drawn in sRGB, also in a document of another profile', async () => {
  const plugin = await plugins.openWorld({
    colorProfile: 'DISPLAY_P3',
    pages: [{ name: 'Page', layers: [layer('Badge', [solid])] }],
    pictures: {},
  })
  await plugin.ui.call('exportLayer', { id: idOf(plugin, 'Badge'), scale: 1 })
  expect(painted.at(-1)!.profiles).toEqual({ document: 'display-p3', file: 'srgb' })
})

test('trap 12: one layer with nothing to draw stops no other', async () => {
  const plugin = await open(
    layer('Badge', [solid]),
    layer('Ghost', [solid], { y: 200, visible: false }),
    layer('Bare', [], { y: 400 }),
    layer('Dot', [solid], { y: 600, width: 0.001 }),
    layer('Photo', [photo()], { y: 800 }),
    frame('Card', [layer('Outside', [solid], { x: 900 })], { y: 1000 }),
    layer('Group', [], { type: 'GROUP', y: 1400, children: [layer('Unseen', [solid], { y: 1400, visible: false })] }),
  )
  const rows = await rowsFor(plugin, 'Badge', 'Ghost', 'Bare', 'Dot', 'Photo', 'Outside', 'Group')
  expect(rows.map(({ source }) => (source.kind === 'skipped' ? source.why : source.kind))).toEqual([
    ...['appearance', 'hidden', 'empty', 'empty', 'image', 'empty', 'empty'],
  ])
  const drawn = await Promise.allSettled(
    rows.slice(0, 3).map(({ id }) => plugin.ui.call('exportLayer', { id, scale: 1 })),
  )
  expect(drawn.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
  expect(drawn[2]).toMatchObject({ reason: { fault: 'image', message: '“Bare” has nothing to draw.' } })
})

test('trap 24: what is placed when the plugin closes stays, and nothing is left half done', async () => {
  const plugin = await open(layer('Photo', [photo()]), layer('Other', [photo()], { x: 300 }))
  const rows = await rowsFor(plugin, 'Photo', 'Other')
  await plugin.ui.call('placeImage', orderFor(rows[0], blue))
  const placed = json(plugin)
  void plugin.ui.call('placeImage', orderFor(rows[1], blue))
  plugin.run.close()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(json(plugin)).toBe(placed)
  expect(plugin.editor.errors()).toEqual([])
})

test('trap 25: keys stay in client storage, and hosts are exact, with a slash, and reached by the UI alone', async () => {
  const plugin = await open(layer('Photo', [photo()]))
  await plugin.ui.call('saveSettings', { settings: { accounts: { lumenfall: { key: 'lmnfl_secret' } } } })
  await place(plugin, 'Photo', blue)
  expect(JSON.stringify(plugin.run.storage)).toContain('lmnfl_secret')
  expect(json(plugin)).not.toContain('lmnfl_secret')
  expect(JSON.stringify(plugin.editor.messages())).not.toContain('lmnfl_secret')
  expect(plugin.editor.json().pluginData).toEqual({})

  const { networkAccess } = (await plugins.files()).manifest
  const { allowedDomains, devAllowedDomains = [] } = networkAccess!
  for (const domain of allowedDomains) expect(domain).toMatch(/^https:\/\/[\w.-]+\/$/)
  expect(devAllowedDomains.join()).not.toContain('127.0.0.1')
})

/** esbuild replaces only names that the code does not declare itself. */
const BROWSER = [
  ...['window', 'document', 'self', 'navigator', 'location', 'parent', 'localStorage', 'indexedDB', 'performance'],
  ...['TextEncoder', 'TextDecoder', 'atob', 'btoa', 'URL', 'URLSearchParams', 'Blob', 'File', 'FileReader', 'FormData'],
  ...['Headers', 'Request', 'Response', 'AbortController', 'AbortSignal', 'XMLHttpRequest', 'WebSocket', 'Worker'],
  ...[
    'structuredClone',
    'queueMicrotask',
    'requestAnimationFrame',
    'crypto',
    'Intl',
    'WebAssembly',
    'process',
    'Buffer',
  ],
  ...['Image', 'ImageData', 'OffscreenCanvas', 'createImageBitmap', 'Event', 'EventTarget', 'MessageChannel'],
  ...['DOMException', 'require'],
]
