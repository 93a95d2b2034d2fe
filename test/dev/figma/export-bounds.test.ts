import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { expect, test } from 'vitest'
import type { LayerSpec, PaintRequest } from '../../../dev/figma/editor.ts'
import { box, openFigma, png, SOLID } from './open-figma.ts'

/** What the painter is asked for when the layer named `It` is exported. */
async function requestFor(layers: LayerSpec[], settings: Partial<F.ExportSettingsImage> = {}): Promise<PaintRequest> {
  const requests: PaintRequest[] = []
  const bytes = await png(1, 1)
  const painter = {
    async paint(request: PaintRequest) {
      requests.push(request)
      return bytes
    },
  }
  const { ask } = await openFigma({ layers, painter })
  await ask(`return figma.currentPage.findOne((node) => node.name === 'It')
    .exportAsync(${JSON.stringify({ format: 'PNG', ...settings })})`)
  expect(requests).toHaveLength(1)
  return requests[0]!
}

/** Px of the page that the picture shows: its left, its top, its width, its height. */
async function shown(layers: LayerSpec[], settings?: Partial<F.ExportSettingsImage>) {
  const { transform, width, height } = await requestFor(layers, settings)
  return [-transform[0][2], -transform[1][2], width, height]
}

const shadow: F.DropShadowEffect = {
  ...{ type: 'DROP_SHADOW', visible: true, color: { r: 0, g: 0, b: 0, a: 1 }, offset: { x: 0, y: 4 }, radius: 10 },
  blendMode: 'NORMAL',
}

test('a picture follows what is drawn, the box only where that is asked for', async () => {
  const layer = box('It', { x: 20, y: 10, effects: [shadow] })
  expect(await shown([layer])).toEqual([10, 4, 120, 70])
  expect(await shown([layer], { useAbsoluteBounds: true })).toEqual([20, 10, 100, 50])
  const outlined = box('It', { strokes: [SOLID], stroke: { weight: 4, align: 'OUTSIDE' } })
  expect(await shown([outlined])).toEqual([-4, -4, 108, 58])
})

test('a child that its frame cuts shows its visible part, or the whole of its box', async () => {
  const frame = box('Frame', { type: 'FRAME', x: 100, clipsContent: true, children: [box('It', { x: 60 })] })
  expect(await shown([frame])).toEqual([160, 0, 40, 50])
  expect(await shown([frame], { useAbsoluteBounds: true })).toEqual([160, 0, 100, 50])
})

test('children that bleed out of a frame are in its picture', async () => {
  const frame = box('It', { type: 'FRAME', clipsContent: false, children: [box('Child', { x: 60, y: 30 })] })
  expect(await shown([frame])).toEqual([0, 0, 160, 80])
  expect(await shown([frame], { useAbsoluteBounds: true })).toEqual([0, 0, 100, 50])
})

test('only the layer itself is in its picture, unless what overlaps is wanted too', async () => {
  const layers = [box('Below'), box('It'), box('Above')]
  expect((await requestFor(layers)).layers).toHaveLength(1)
  const all = await requestFor(layers, { contentsOnly: false })
  expect(all.layers).toHaveLength(3)
  expect([all.width, all.height]).toEqual([100, 50])
})

test('a slice shows whatever lies in it', async () => {
  const slice = box('It', { type: 'SLICE', x: 50, fills: [] })
  const request = await requestFor([box('Below'), slice])
  expect(request.layers).toHaveLength(2)
  expect(await shown([box('Below'), slice])).toEqual([50, 0, 100, 50])
})

test('a mask that is exported itself masks nothing', async () => {
  const group = box('Group', { type: 'GROUP', fills: [], children: [box('It', { isMask: true }), box('Masked')] })
  expect((await requestFor([group])).layers).toMatchObject([{ isMask: false }])
})

test('a line is as high as its strokes', async () => {
  const line = box('It', { type: 'LINE', height: 0, fills: [], strokes: [SOLID], stroke: { weight: 3 } })
  expect(await shown([line])).toEqual([0, -1.5, 100, 3])
})

test('a file is in the profile asked for, else in that of the document', async () => {
  expect((await requestFor([box('It')])).profiles).toEqual({ document: 'srgb', file: 'srgb' })
  expect((await requestFor([box('It')], { colorProfile: 'DISPLAY_P3_V4' })).profiles?.file).toBe('display-p3')
})
