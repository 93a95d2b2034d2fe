import { afterAll, describe, expect, test } from 'vitest'
import { boardsWorld } from '../../../dev/bench/page/boards.ts'
import { photo as picture } from '../../../dev/bench/picture.ts'
import type { LayerSpec } from '../../../dev/figma/world.ts'
import type { Progress } from '../../../src/shared/channel.ts'
import type { Audit } from '../../../src/shared/protocol.ts'
import { slowPainter } from '../../harness/pictures.ts'
import { type OpenPlugin, pluginBuilder } from '../../harness/plugin.ts'
import {
  fillsOf,
  frame,
  idOf,
  json,
  layer,
  made,
  orderFor,
  photo,
  picturesOf,
  place,
  rowsFor,
  solid,
} from '../session.ts'

// What an audit tells of the images on a page. The built code.js in QuickJS, in the simulated Figma.

const plugins = pluginBuilder(slowPainter)
afterAll(plugins.close)

/** 400 × 200 px: on a layer of 200 × 100 px there are two for each. */
const { red, blue, green } = await picturesOf(400, 200)
const pictures = { red: red.bytes, blue: blue.bytes, green: green.bytes }

const open = (...layers: LayerSpec[]) => plugins.open(layers, pictures)
const audit = ({ ui }: OpenPlugin, of: 'page' | 'selection' = 'page') => ui.call('auditImages', { of })
const auditOf = async (...layers: LayerSpec[]) => audit(await open(...layers))

const NOTHING = { bitmaps: [], strokes: 0, texts: 0, hidden: 0, lost: 0 }
/** Names and densities of all uses, in the order in which they are told. */
const usesIn = ({ bitmaps }: Audit) => bitmaps.map(({ uses }) => uses.map(({ name, density }) => `${name} ${density}`))
const counts = ({ bitmaps, ...others }: Audit) => ({ uses: bitmaps.flatMap(({ uses }) => uses).length, ...others })

/** In front of the plugin's own code: the simulated Figma loses no image that a layer shows. */
const ANSWERS_NO_IMAGE = `{
  const real = figma
  const get = (_, name) => (name === 'getImageByHash' ? () => null : real[name])
  Object.defineProperty(globalThis, 'figma', { value: new Proxy({}, { get }) })
}`

/** Says in Figma's window how many images were asked for until then. */
const COUNTS_IMAGES = `{
  const real = figma
  let asked = 0
  const getImageByHash = (hash) => {
    real.notify('asked ' + ++asked)
    return real.getImageByHash(hash)
  }
  const get = (_, name) => (name === 'getImageByHash' ? getImageByHash : real[name])
  Object.defineProperty(globalThis, 'figma', { value: new Proxy({}, { get }) })
}`

const text = (characters: string, fills: LayerSpec['fills'], runs: NonNullable<LayerSpec['text']>['runs'] = []) =>
  layer('Text', fills ?? [], { type: 'TEXT', text: { characters, runs } })
const boolean = (fills: LayerSpec['fills'], children: LayerSpec[]) =>
  layer('Cut', fills ?? [], { type: 'BOOLEAN_OPERATION', operation: 'UNION', children })

describe('what is told', () => {
  test('a bitmap comes once with its size and all layers that show it', async () => {
    const plugin = await open(
      layer('Small', [photo()], { width: 100, height: 50 }),
      layer('Other', [photo({ picture: 'blue' })], { y: 200 }),
      layer('Large', [photo()], { width: 800, height: 400, y: 400 }),
      layer('Middle', [photo({ scaleMode: 'FIT' })], { width: 400, height: 400, y: 900 }),
    )
    const told = await audit(plugin)
    expect(usesIn(told)).toEqual([['Small 4', 'Large 0.5', 'Middle 1'], ['Other 2']])
    expect(told.bitmaps[0]).toMatchObject({ width: 400, height: 200 })
    expect(fillsOf(plugin, 'Small')).toMatchObject([{ imageHash: told.bitmaps[0]!.hash }])
    expect(told.bitmaps[0]!.uses[2]).toEqual({
      ...{ id: idOf(plugin, 'Middle'), name: 'Middle', density: 1, mode: 'FIT', notes: [] },
      at: { page: expect.any(String), x: 0, y: 900, width: 400, height: 400 },
    })
    expect({ ...told, bitmaps: [] }).toEqual({ ...NOTHING, layers: 4 })
  })

  test('layers at any depth are seen, their turns and crops counted', async () => {
    const crop = [
      [0.5, 0, 0],
      [0, 0.5, 0],
    ]
    const inner = frame('Inner', [layer('Deep', [photo()], { rotation: 90, y: 200 })], { rotation: 30, x: 50, y: 250 })
    const group = layer('Group', [], {
      type: 'GROUP',
      children: [layer('Cropped', [photo({ scaleMode: 'CROP', imageTransform: crop })], { flipped: true, x: 200 })],
    })
    const { bitmaps } = await auditOf(frame('Outer', [inner, group], { width: 900, height: 900 }))
    const found = bitmaps.flatMap(({ uses }) => uses.map(({ name, density, mode }) => ({ name, density, mode })))
    expect(found).toEqual([
      { name: 'Deep', density: expect.closeTo(2, 10), mode: 'FILL' },
      { name: 'Cropped', density: 1, mode: 'CROP' },
    ])
  })

  test('a layer that shows a bitmap twice is one use, the larger', async () => {
    const twice = [photo({ scaleMode: 'TILE', scalingFactor: 2 }), photo(), photo({ picture: 'blue' })]
    const { bitmaps } = await auditOf(layer('Twice', twice))
    expect(bitmaps.map(({ uses }) => uses.map(({ density, mode }) => [density, mode]))).toEqual([
      [[0.5, 'TILE']],
      [[2, 'FILL']],
    ])
  })

  test('an instance says where it is and that it overrides; its component, how many follow; a shared style, its name', async () => {
    const card = layer('Card', [solid], { type: 'COMPONENT', children: [layer('Photo', [photo()])] })
    const use = layer('Use', [], { type: 'INSTANCE', component: 'Card', y: 400 })
    const plugin = await plugins.openWorld({
      pages: [{ name: 'Page', layers: [card, use, layer('Styled', [], { fillStyle: 'Brand', y: 800 })] }],
      styles: { paint: { Brand: [photo()] } },
      pictures,
    })
    const { bitmaps } = await audit(plugin)
    expect(bitmaps[0]!.uses.map(({ name, where, notes }) => ({ name, where, notes }))).toEqual([
      { name: 'Photo', notes: [{ kind: 'instances', component: idOf(plugin, 'Card'), count: 1 }] },
      { name: 'Photo', where: 'Use', notes: [{ kind: 'override' }] },
      { name: 'Styled', notes: [{ kind: 'style', name: 'Brand' }] },
    ])
  })

  test('nothing is written', async () => {
    const plugin = await open(layer('Photo', [photo()]), frame('Frame', [layer('Inner', [photo()])]))
    const before = json(plugin)
    await audit(plugin)
    expect(json(plugin)).toBe(before)
    expect(plugin.editor.errors()).toEqual([])
  })
})

describe('where is looked', () => {
  const layers = () => [
    frame('Banner', [layer('Photo', [photo()]), layer('Logo', [photo({ picture: 'blue' })])]),
    layer('Apart', [photo()], { y: 600 }),
  ]

  test('only at what is selected, and all that lies in it', async () => {
    const plugin = await open(...layers())
    plugin.editor.select(['Banner'])
    expect(usesIn(await audit(plugin, 'selection'))).toEqual([['Photo 2'], ['Logo 2']])
    plugin.editor.select(['Apart', 'Logo'])
    expect((await audit(plugin, 'selection')).layers).toBe(2)
    plugin.editor.select([])
    expect(await audit(plugin, 'selection')).toEqual({ ...NOTHING, layers: 0 })
  })

  test('a layer that is selected with what it lies in counts once', async () => {
    const plugin = await open(...layers())
    plugin.editor.select(['Banner', 'Photo'])
    expect(usesIn(await audit(plugin, 'selection'))).toEqual([['Photo 2'], ['Logo 2']])
  })

  test('a selected layer is exported with the frame around it too', async () => {
    const exportSettings: LayerSpec['exportSettings'] = [{ format: 'PNG', constraint: { type: 'SCALE', value: 3 } }]
    const plugin = await open(frame('Banner', [layer('Photo', [photo()])], { exportSettings }))
    plugin.editor.select(['Photo'])
    expect((await audit(plugin, 'selection')).bitmaps[0]!.uses[0]!.exported).toBe(3)
  })

  test('at the page that is open', async () => {
    const plugin = await plugins.openWorld({
      pages: [
        { name: 'One', layers: [layer('First', [photo()])] },
        { name: 'Two', layers: [layer('Second', [photo()], { width: 400, height: 200 })] },
      ],
      pictures,
    })
    plugin.editor.showPage('Two')
    expect(usesIn(await audit(plugin))).toEqual([['Second 1']])
  })
})

describe('what is to be exported', () => {
  const of = ({ ui }: OpenPlugin, ...roots: [id: string, scale: number][]) =>
    ui.call('auditImages', { of: roots.map(([id, scale]) => ({ id, scale })) })
  /** Names and scales of all uses. */
  const scalesIn = ({ bitmaps }: Audit) =>
    bitmaps.flatMap(({ uses }) => uses.map(({ name, exported }) => `${name} ${exported}`))

  test('only at that, whatever is selected, at the scale it is exported at and not at its own settings', async () => {
    const exportSettings: LayerSpec['exportSettings'] = [{ format: 'PNG', constraint: { type: 'SCALE', value: 4 } }]
    const banner = frame('Banner', [layer('Photo', [photo()], { exportSettings })])
    const plugin = await open(banner, layer('Apart', [photo()], { y: 600, exportSettings }))
    plugin.editor.select(['Apart'])
    expect(scalesIn(await of(plugin, [idOf(plugin, 'Banner'), 2]))).toEqual(['Photo 2'])
  })

  test('of layers that lie in each other and are told twice, each is one use at its largest scale', async () => {
    const inner = frame('Inner', [layer('Deep', [photo()])], { width: 300, height: 200 })
    const plugin = await open(frame('Outer', [inner, layer('Beside', [photo()])]))
    const [outer, deep] = [idOf(plugin, 'Outer'), idOf(plugin, 'Inner')]
    const told = await of(plugin, [deep, 3], [outer, 1], [outer, 2])
    expect(scalesIn(told)).toEqual(['Deep 3', 'Beside 2'])
    expect(told.layers).toBe(4)
    expect(scalesIn(await of(plugin, [deep, 1], [outer, 2]))).toEqual(['Deep 2', 'Beside 2'])
  })

  test('a set with its variants, and a layer inside an instance', async () => {
    const variant = (name: string, x: number) =>
      frame(name, [layer('Photo', [photo()])], { type: 'COMPONENT', x, width: 200, height: 100 })
    const set = layer('Card', [], {
      ...{ type: 'COMPONENT_SET', width: 600, height: 300 },
      children: [variant('Size=S', 0), variant('Size=L', 300)],
    })
    const use = layer('Use', [], { type: 'INSTANCE', component: 'Size=L', y: 500 })
    const plugin = await open(set, use)
    expect((await of(plugin, [idOf(plugin, 'Card'), 2])).bitmaps).toMatchObject([
      {
        uses: [
          { where: 'Size=S', exported: 2 },
          { where: 'Size=L', exported: 2 },
        ],
      },
    ])
    const inside = (await audit(plugin)).bitmaps[0]!.uses.find(({ where }) => where === 'Use')!
    expect(inside.id).toMatch(/^I/)
    expect((await of(plugin, [inside.id, 3])).bitmaps).toMatchObject([{ uses: [{ id: inside.id, exported: 3 }] }])
  })

  test('also on pages that are not open; what is gone is passed over', async () => {
    const plugin = await plugins.openWorld({
      pages: [
        { name: 'One', layers: [layer('First', [photo()])] },
        { name: 'Two', layers: [layer('Second', [photo()])] },
      ],
      pictures,
    })
    const [first, second] = [idOf(plugin, 'First'), idOf(plugin, 'Second')]
    const { bitmaps } = await of(plugin, [second, 2], ['404:1', 2], [first, 1])
    expect(bitmaps[0]!.uses.map(({ id, exported }) => [id, exported])).toEqual([
      [second, 2],
      [first, 1],
    ])
    expect(new Set(bitmaps[0]!.uses.map(({ at }) => at.page)).size).toBe(2)
    plugin.editor.remove('First')
    expect(await of(plugin, [first, 1])).toEqual({ ...NOTHING, layers: 0 })
    expect(plugin.editor.errors()).toEqual([])
  })

  test('a layer alone shows what the look of its frame hides', async () => {
    const plugin = await open(frame('Card', [layer('Photo', [photo()])], { width: 200, height: 100 }))
    const [whole] = await rowsFor(plugin, 'Card')
    await plugin.ui.call('placeImage', orderFor(whole, blue))
    expect(scalesIn(await of(plugin, [idOf(plugin, 'Card'), 2]))).toEqual(['Card – edited 2'])
    expect(scalesIn(await of(plugin, [idOf(plugin, 'Photo'), 2]))).toEqual(['Photo 2'])
  })

  test('nothing is written', async () => {
    const plugin = await open(frame('Frame', [layer('Inner', [photo()])]))
    const before = json(plugin)
    await of(plugin, [idOf(plugin, 'Frame'), 2])
    expect(json(plugin)).toBe(before)
  })
})

describe('what is counted only', () => {
  test('images in strokes, of lines too', async () => {
    const line = layer('Line', [photo()], {
      type: 'LINE',
      height: 0,
      strokes: [photo(), { ...photo(), visible: false }],
    })
    const told = await auditOf(layer('Framed', [photo()], { strokes: [photo(), solid] }), line)
    expect(counts(told)).toEqual({ uses: 1, layers: 2, strokes: 2, texts: 0, hidden: 1, lost: 0 })
  })

  test('images in stretches of a text; a text that is one image all over is judged', async () => {
    const stretches = text(
      'One and two',
      [solid],
      [
        { start: 0, end: 3, fills: [photo()] },
        { start: 8, end: 11, fills: [photo({ picture: 'blue' }), { ...photo(), visible: false }] },
      ],
    )
    expect(counts(await auditOf(stretches))).toMatchObject({ uses: 0, texts: 2, hidden: 1 })
    expect(counts(await auditOf(text('One', [photo()])))).toMatchObject({ uses: 1, texts: 0, hidden: 0 })
  })

  test('hidden paints, and all of a hidden layer and of what lies in one', async () => {
    const hidden = frame('Hidden', [layer('Inside', [photo()], { strokes: [photo()] })], { visible: false })
    const stack = layer('Stack', [{ ...photo(), visible: false }, photo({ picture: 'blue' })])
    const told = await auditOf(hidden, layer('Gone', [photo(), photo()], { visible: false }), stack)
    expect(usesIn(told)).toEqual([['Stack 2']])
    expect(counts(told)).toEqual({ uses: 1, layers: 4, strokes: 0, texts: 0, hidden: 5, lost: 0 })
  })

  test('a fill that a designer hid, and none that Refill hides: the original below a result, and results that do not show', async () => {
    const plugin = await open(layer('Photo', [{ ...photo({ picture: 'green' }), visible: false }, photo()]))
    expect((await audit(plugin)).hidden).toBe(1)
    await place(plugin, 'Photo', blue)
    const another = await picturesOf(300, 150)
    const { hash } = await place(plugin, 'Photo', another.red)
    const told = await audit(plugin)
    expect(told.bitmaps.map((bitmap) => bitmap.hash)).toEqual([hash])
    expect(fillsOf(plugin, 'Photo')).toHaveLength(4)
    expect(told.hidden).toBe(1)
  })

  test('the parts of a boolean operation, which shows fills of its own', async () => {
    const told = await auditOf(
      boolean([photo()], [layer('Part', [photo({ picture: 'blue' })]), layer('Other', [solid])]),
    )
    expect(usesIn(told)).toEqual([['Cut 2']])
    expect(told.hidden).toBe(1)
  })

  test('what is cut away, or has no area', async () => {
    const beyond = layer('Beyond', [photo()], { x: 4000 })
    const path = [{ windingRule: 'NONZERO' as const, data: 'M 0 0 L 200 0' }]
    const flat = layer('Flat', [photo()], { type: 'VECTOR', height: 0, vectorPaths: path, strokes: [solid] })
    const told = await auditOf(frame('Frame', [beyond], { clipsContent: true }), flat)
    expect(counts(told)).toMatchObject({ uses: 0, hidden: 2 })
    expect(told.bitmaps).toEqual([])
  })

  test('bitmaps that Figma has lost, each once', async () => {
    const layers = [
      layer('One', [photo()]),
      layer('Two', [photo()], { y: 300 }),
      layer('Three', [photo({ picture: 'blue' })]),
    ]
    const plugin = await plugins.openWorld({ pages: [{ name: 'Page', layers }], pictures }, 'edit', ANSWERS_NO_IMAGE)
    expect(counts(await audit(plugin))).toEqual({ uses: 0, layers: 3, strokes: 0, texts: 0, hidden: 0, lost: 2 })
  })

  test('what lies under the look of its frame, which is judged', async () => {
    const plugin = await open(frame('Card', [layer('Photo', [photo()])], { width: 200, height: 100 }))
    const [whole] = await rowsFor(plugin, 'Card')
    await plugin.ui.call('placeImage', orderFor(whole, blue))
    const told = await audit(plugin)
    expect(usesIn(told)).toEqual([['Card – edited 2']])
    expect(told.hidden).toBe(1)
  })
})

describe('a picture that was merely resampled', () => {
  const size = { width: 100, height: 50 }

  test('says what it was resampled from, also on another layer that shows it', async () => {
    const plugin = await open(layer('Photo', [photo()]), layer('Copy', [photo()], { y: 300 }))
    const { hash } = await place(plugin, 'Photo', blue, { made: { ...made, resampled: size } })
    plugin.editor.setFills('Copy', [{ ...fillsOf(plugin, 'Photo')[1]!, visible: true }] as never)
    const { bitmaps } = await audit(plugin)
    expect(bitmaps).toMatchObject([{ hash, resampledFrom: size, uses: [{ name: 'Photo' }, { name: 'Copy' }] }])
  })

  test('resampled again, it is still that from which it was resampled at first', async () => {
    const plugin = await open(layer('Photo', [photo()]))
    const resampled = { ...made, prompt: '', resampled: size }
    await place(plugin, 'Photo', blue, { made: resampled })
    const later = { ...resampled, resampled: { width: 400, height: 200 } }
    const { hash } = await place(plugin, 'Photo', green, { made: later })
    expect((await audit(plugin)).bitmaps).toMatchObject([{ hash, resampledFrom: size }])
  })

  test('the picture that is named is the one that was resampled, and not what that was edited from', async () => {
    const plugin = await open(layer('Photo', [photo()]))
    const edit = await place(plugin, 'Photo', blue)
    await place(plugin, 'Photo', green, { made: { ...made, prompt: '', resampled: size } })
    expect((await audit(plugin)).bitmaps).toMatchObject([{ resampledFrom: { ...size, hash: edit.hash } }])
  })

  test('edited since, it is a picture of its own', async () => {
    const plugin = await open(layer('Photo', [photo()]))
    await place(plugin, 'Photo', blue, { made: { ...made, resampled: size } })
    await place(plugin, 'Photo', green)
    expect((await audit(plugin)).bitmaps.map(({ resampledFrom }) => resampledFrom)).toEqual([undefined])
  })
})

describe('many layers', () => {
  const LAYERS = 1500
  const many = async () =>
    plugins.openWorld(boardsWorld(LAYERS, Uint8Array.from(Buffer.from(await picture(32, 24), 'base64'))))

  test('1,000 bitmaps are told whole, with progress', async () => {
    const plugin = await many()
    const heard: Progress[] = []
    const told = await plugin.ui.call('auditImages', { of: 'page' }, { onProgress: (progress) => heard.push(progress) })
    const layers = LAYERS + 15
    expect(counts(told)).toEqual({ uses: LAYERS, layers, strokes: 0, texts: 0, hidden: 0, lost: 0 })
    expect(told.bitmaps).toHaveLength(1000)
    expect(new Set(told.bitmaps.map(({ hash }) => hash)).size).toBe(1000)
    expect(new Set(told.bitmaps.flatMap(({ uses }) => uses.map(({ id }) => id))).size).toBe(LAYERS)
    for (const { width, height } of told.bitmaps) expect([width, height]).toEqual([32, 24])
    expect(heard[0]).toEqual({ done: 0, total: layers })
    expect(heard.at(-1)).toEqual({ done: 1500, total: layers })
    expect(heard.map(({ done }) => done)).toEqual(heard.map(({ done }) => done).toSorted((one, other) => one - other))
  }, 60_000)

  test('it stops between two layers', async () => {
    const plugin = await many()
    const stop = new AbortController()
    const heard: number[] = []
    const onProgress = ({ done }: Progress) => {
      heard.push(done)
      if (done >= 100) stop.abort()
    }
    const call = plugin.ui.call('auditImages', { of: 'page' }, { signal: stop.signal, patient: true, onProgress })
    await expect(call).rejects.toMatchObject({ fault: 'cancelled' })
    expect(heard.at(-1)).toBeLessThan(LAYERS / 2)
    expect(plugin.editor.errors()).toEqual([])
  }, 60_000)

  test('the size of a bitmap is asked once, however many layers show it', async () => {
    const layers = Array.from({ length: 30 }, (_, index) => layer(`Photo ${index}`, [photo()], { y: index * 200 }))
    const plugin = await plugins.openWorld({ pages: [{ name: 'Page', layers }], pictures }, 'edit', COUNTS_IMAGES)
    expect(counts(await audit(plugin)).uses).toBe(30)
    expect(plugin.notes.map(({ message }) => message)).toEqual(['asked 1'])
  })
})

describe('weighing an image', () => {
  test('tells the bytes of its file', async () => {
    const plugin = await open(layer('Photo', [photo()]))
    const { bitmaps } = await audit(plugin)
    expect(await plugin.ui.call('weighImage', { hash: bitmaps[0]!.hash })).toBe(red.bytes.length)
  })

  test('tells nothing of an image that Figma has lost', async () => {
    const plugin = await open(layer('Photo', [photo()]))
    expect(await plugin.ui.call('weighImage', { hash: 'f'.repeat(40) })).toBeUndefined()
    const { hash } = await place(plugin, 'Photo', blue)
    plugin.editor.remove('Photo')
    expect(await plugin.ui.call('weighImage', { hash })).toBe(blue.bytes.length)
  })
})
