import type { Transform } from '@figma/plugin-typings/plugin-api-standalone'
import { afterAll, expect, test } from 'vitest'
import { applied, combined, inverse } from '../../../dev/figma/document/geometry.ts'
import { imagePlacement } from '../../../dev/figma/painting/image-placement.ts'
import type { LayerSpec } from '../../../dev/figma/world.ts'
import { plainPicture, slowPainter } from '../../harness/pictures.ts'
import { pluginBuilder } from '../../harness/plugin.ts'
import { expectOneUndo, frame, idOf, json, layer, orderFor, photo, picturesOf, rowsFor, solid } from '../session.ts'

const plugins = pluginBuilder(slowPainter)
afterAll(plugins.close)

const { red, blue } = await picturesOf(400, 200)
const open = (...layers: LayerSpec[]) => plugins.open(layers, { red: red.bytes })

async function imageOn(plugin: Awaited<ReturnType<typeof open>>, name = 'Photo') {
  const [row] = await rowsFor(plugin, name)
  if (row?.source.kind !== 'image') throw new Error(`${name} shows no image`)
  return { row, id: row.id, hash: row.source.hash }
}

test('the layers over a picture are told, those nearest to it first, where they lie on its px', async () => {
  const plugin = await open(
    layer('Below', [solid], { x: 20, y: 20 }),
    frame('Card', [
      layer('Photo', [photo()], { x: 50, y: 50 }),
      layer('Spot', [solid], { x: 100, y: 75, width: 50, height: 25 }),
      layer('Away', [solid], { x: 300, y: 250, width: 20, height: 20 }),
      layer('Hidden', [solid], { x: 100, y: 75, visible: false }),
    ]),
    layer('Above', [solid], { x: 0, y: 0, width: 60, height: 60 }),
  )
  const { id, hash } = await imageOn(plugin)
  expect(await plugin.ui.call('readRegions', { id, hash })).toEqual([
    { id: idOf(plugin, 'Spot'), name: 'Spot', bounds: { x: 100, y: 50, width: 100, height: 50 } },
    { id: idOf(plugin, 'Above'), name: 'Above', bounds: { x: -100, y: -100, width: 120, height: 120 } },
  ])
})

/** Where a point of the region's own space comes to lie on the image. */
async function pointOf(
  plugin: Awaited<ReturnType<typeof open>>,
  size: { width: number; height: number },
  [x, y]: readonly [number, number],
) {
  const { id, hash } = await imageOn(plugin)
  const { picture, toImage, bounds } = await plugin.ui.call('readRegion', { id, hash, region: idOf(plugin, 'Spot') })
  const [a, b, c, d, e, f] = toImage
  const [across, down] = [(x / size.width) * picture.width, (y / size.height) * picture.height]
  return { point: [a * across + c * down + e, b * across + d * down + f], bounds, picture }
}

test('a turned region over a turned picture lies where it is seen', async () => {
  // A quarter turn about the top left: what was right is below, what was below is left.
  const plugin = await open(
    layer('Photo', [photo()], { x: 500, y: 100, rotation: -90 }),
    layer('Spot', [solid], { x: 480, y: 120, width: 40, height: 20, rotation: -90 }),
  )
  const { point, bounds } = await pointOf(plugin, { width: 40, height: 20 }, [40, 20])
  const start = await pointOf(plugin, { width: 40, height: 20 }, [0, 0])
  expect(start.point[0]).toBeCloseTo(40, 3)
  expect(start.point[1]).toBeCloseTo(40, 3)
  expect(point[0]).toBeCloseTo(120, 3)
  expect(point[1]).toBeCloseTo(80, 3)
  expect(bounds.x).toBeCloseTo(40, 3)
  expect(bounds.width).toBeCloseTo(80, 3)
})

test('through a crop, a region lies on the px that it covers', async () => {
  const cropped = photo({
    scaleMode: 'CROP',
    imageTransform: [
      [0.5, 0, 0.25],
      [0, 0.5, 0.5],
    ],
  })
  const plugin = await open(layer('Photo', [cropped]), layer('Spot', [solid], { x: 50, y: 25, width: 100, height: 50 }))
  const { bounds } = await pointOf(plugin, { width: 100, height: 50 }, [0, 0])
  expect(bounds).toEqual({ x: 150, y: 125, width: 100, height: 50 })
})

const at = { x: 50, y: 25, width: 50, height: 50 }
const text = { characters: 'Headline', autoResize: 'NONE' as const }
test.each<[string, LayerSpec]>([
  ['a locked layer', layer('Spot', [solid], { ...at, locked: true })],
  ['a mask', frame('Card', [layer('Spot', [solid], { ...at, isMask: true })], { fills: [] })],
  ['text', layer('Spot', [solid], { ...at, type: 'TEXT', text })],
  [
    'a group, turned',
    layer('Spot', [], { type: 'GROUP', rotation: 30, x: 50, y: 25, children: [layer('A', [solid], at)] }),
  ],
  ['a component', layer('Spot', [solid], { ...at, type: 'COMPONENT' })],
  ['a layer that is half clear', layer('Spot', [solid], { ...at, opacity: 0.5 })],
])('%s is read as a part, and the document stays as it was', async (_, spot) => {
  const plugin = await open(layer('Photo', [photo()]), spot)
  const before = json(plugin)
  const { picture, bounds } = await pointOf(plugin, { width: 50, height: 50 }, [0, 0])
  expect(picture.width * picture.height).toBeGreaterThan(0)
  expect(bounds.x + bounds.width).toBeGreaterThan(100)
  expect(json(plugin)).toBe(before)
})

test('a part of a picture in an instance is read and hidden there; nothing is detached', async () => {
  const inside = [layer('Photo', [photo()]), layer('Spot', [solid], at)]
  const plugin = await open(
    frame('Card', inside, { type: 'COMPONENT', y: 400 }),
    layer('Use', [], { type: 'INSTANCE', component: 'Card', x: 600, rotation: 20 }),
  )
  const row = (await rowsFor(plugin, 'Use')).find(({ name }) => name === 'Photo')
  if (row?.source.kind !== 'image') throw new Error('no image')
  const asked = { id: row.id, hash: row.source.hash }
  const [over] = await plugin.ui.call('readRegions', asked)
  const { bounds } = await plugin.ui.call('readRegion', { ...asked, region: over!.id })
  expect(Math.round(bounds.x)).toBe(100)
  expect(Math.round(bounds.width)).toBe(100)
  await plugin.ui.call('placeImage', orderFor(row, blue, { hides: [over!.id] }))
  expect(plugin.editor.layer('Use').type).toBe('INSTANCE')
  const visible = (await plugin.ui.call('readRegions', asked)).length
  expect(visible).toBe(0)
})

test('in an auto layout that draws its first layer on top, the layers before a picture lie over it', async () => {
  const autoLayout = { mode: 'HORIZONTAL' as const, itemSpacing: -150, itemReverseZIndex: true }
  const plugin = await open(
    frame('Row', [layer('Spot', [solid]), layer('Photo', [photo()]), layer('Under', [solid])], { autoLayout }),
  )
  const { id, hash } = await imageOn(plugin)
  expect((await plugin.ui.call('readRegions', { id, hash })).map(({ name }) => name)).toEqual(['Spot'])
})

test('reading a region leaves the document as it was', async () => {
  const plugin = await open(layer('Photo', [photo()]), layer('Spot', [solid], { x: 50, y: 25, rotation: 33 }))
  const before = json(plugin)
  await pointOf(plugin, { width: 1, height: 1 }, [0, 0])
  expect(json(plugin)).toBe(before)
})

test('what cannot be a part of a picture is refused with a sentence', async () => {
  const tiled = await open(layer('Photo', [photo({ scaleMode: 'TILE', scalingFactor: 0.1 })]), layer('Spot', [solid]))
  const { id, hash } = await imageOn(tiled)
  const region = idOf(tiled, 'Spot')
  await expect(tiled.ui.call('readRegion', { id, hash, region })).rejects.toMatchObject({ fault: 'layer' })
  const plugin = await open(layer('Photo', [photo()]), layer('Spot', [solid], { x: 900 }))
  const on = await imageOn(plugin)
  const ask = (part: object) =>
    plugin.ui.call('readRegion', { id: on.id, hash: on.hash, region: idOf(plugin, 'Spot'), ...part })
  await expect(ask({})).rejects.toMatchObject({ fault: 'layer', message: expect.stringMatching(/beside/) })
  await expect(ask({ region: '9:99' })).rejects.toMatchObject({ fault: 'layer' })
  await expect(ask({ hash: 'gone' })).rejects.toMatchObject({ fault: 'image' })
})

test('a row says which part of its picture shows', async () => {
  const plugin = await open(layer('Strip', [photo()], { height: 20 }), layer('Whole', [photo()], { y: 200 }))
  const [strip] = await rowsFor(plugin, 'Strip')
  expect(strip?.shown).toEqual({ x: 0, y: 80, width: 400, height: 40 })
  expect((await rowsFor(plugin, 'Whole'))[0]).not.toHaveProperty('shown')
})

test('the region is hidden with the result, in one undo step; not where that lies beside', async () => {
  const plugin = await open(layer('Photo', [photo()]), layer('Spot', [solid], { x: 50, y: 25, width: 50, height: 50 }))
  const { row } = await imageOn(plugin)
  const hides = [idOf(plugin, 'Spot'), '9:99']
  await plugin.ui.call('placeImage', orderFor(row, blue, { hides, place: 'beside' }))
  expect(plugin.editor.layer('Spot').visible).toBe(true)
  await expectOneUndo(plugin, () => plugin.ui.call('placeImage', orderFor(row, blue, { hides })))
  await plugin.ui.call('placeImage', orderFor(row, await plainPicture(400, 200, '#123456'), { hides }))
  expect(plugin.editor.layer('Spot').visible).toBe(false)
})

/** Numbers that look random, and are the same in every run. */
function numbers(seed: number) {
  let state = seed
  return (least: number, most: number) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return least + (state / 2147483648) * (most - least)
  }
}

/** Turned, stretched and, now and then, flipped. */
function placed(next: ReturnType<typeof numbers>, at: { x: number; y: number }): Transform {
  const angle = next(-Math.PI, Math.PI)
  const flip = next(0, 1) < 0.3 ? -1 : 1
  return [
    [Math.cos(angle) * flip, -Math.sin(angle), at.x],
    [Math.sin(angle) * flip, Math.cos(angle), at.y],
  ]
}

function paintBy(next: ReturnType<typeof numbers>, index: number) {
  const mode = (['CROP', 'FILL', 'FIT', 'CROP'] as const)[index % 4]!
  if (mode !== 'CROP') return photo({ scaleMode: mode, rotation: 90 * Math.floor(next(0, 4)) })
  const [across, down, angle] = [next(0.2, 1), next(0.2, 1), next(-3, 3)]
  const imageTransform = [
    [across * Math.cos(angle), -down * Math.sin(angle), next(0, 0.5)],
    [across * Math.sin(angle), down * Math.cos(angle), next(0, 0.5)],
  ]
  return photo({ scaleMode: mode, imageTransform })
}

test('40 random placements, crops and rotations: the corners of a region land within a pixel', {
  timeout: 60_000,
}, async () => {
  const next = numbers(7)
  const pairs = Array.from({ length: 40 }, (_, index) => {
    const at = { x: index * 2000, y: 0 }
    const transforms = [placed(next, at), placed(next, { x: at.x + next(-60, 60), y: next(-60, 60) })] as const
    const [width, height] = [Math.round(next(80, 500)), Math.round(next(80, 500))]
    const spot = { width: Math.round(next(40, 300)), height: Math.round(next(40, 300)) }
    const layers = [
      layer(`Photo ${index}`, [paintBy(next, index)], { width, height, transform: transforms[0] }),
      layer(`Spot ${index}`, [solid], { ...spot, transform: transforms[1] }),
    ]
    return { layers, transforms }
  })
  const plugin = await open(...pairs.flatMap(({ layers }) => layers))
  let seen = 0
  for (const [index, { transforms }] of pairs.entries()) {
    const [whole, spot] = [plugin.editor.layer(`Photo ${index}`), plugin.editor.layer(`Spot ${index}`)]
    const [row] = await rowsFor(plugin, `Photo ${index}`)
    if (row?.source.kind !== 'image') throw new Error(`Photo ${index} shows no image`)
    const asked = { id: row.id, hash: row.source.hash, region: spot.id }
    const read = await plugin.ui.call('readRegion', asked).catch((error: { message: string }) => error)
    if (!('toImage' in read)) {
      expect(read.message).toMatch(/beside/)
      continue
    }
    seen++
    const { picture, toImage } = read
    const [a, b, c, d, e, f] = toImage
    const [paint] = plugin.editor.layer(`Photo ${index}`).fills as never[]
    const toPage = combined(transforms[0], imagePlacement(paint!, red, whole)!)
    for (const [x, y] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ] as const) {
      const point = applied(transforms[1], { x: x * spot.width, y: y * spot.height })
      const unit = applied(inverse(toPage)!, point)
      const found = {
        x: a * x * picture.width + c * y * picture.height + e,
        y: b * x * picture.width + d * y * picture.height + f,
      }
      expect(Math.abs(found.x - unit.x * red.width), `${index}`).toBeLessThan(1)
      expect(Math.abs(found.y - unit.y * red.height), `${index}`).toBeLessThan(1)
    }
  }
  expect(seen).toBeGreaterThan(25)
})
