import { expect, test } from 'vitest'
import type { PaintRequest } from '../../../dev/figma/editor.ts'
import { box, openFigma, png } from './open-figma.ts'

const BOX = `const layer = figma.currentPage.findOne((node) => node.name === 'Box');`

/** An editor whose painter remembers what it was asked for. */
async function openWithPainter(...[options]: Parameters<typeof openFigma>) {
  const requests: PaintRequest[] = []
  const bytes = await png(1, 1)
  const painter = {
    async paint(request: PaintRequest) {
      requests.push(request)
      return bytes
    },
  }
  return { ...(await openFigma({ ...options, painter })), requests, bytes }
}

test.each([
  ['', 100, 50],
  [`{ format: 'PNG' }`, 100, 50],
  [`{ format: 'PNG', constraint: { type: 'SCALE', value: 2.5 } }`, 250, 125],
  [`{ format: 'PNG', constraint: { type: 'WIDTH', value: 30 } }`, 30, 15],
  [
    `{ format: 'JPG', constraint: { type: 'HEIGHT', value: 200 }, colorProfile: 'SRGB', contentsOnly: true, suffix: '' }`,
    400,
    200,
  ],
])('exportAsync(%s) is %d × %d px', async (settings, width, height) => {
  const { ask, requests, bytes } = await openWithPainter()
  expect(await ask(`${BOX} return layer.exportAsync(${settings})`)).toEqual(bytes)
  expect(requests).toMatchObject([{ width, height, format: settings.includes('JPG') ? 'JPG' : 'PNG' }])
})

test.each([
  [`{}`, 'in exportAsync: Property "settings" failed validation: '],
  [`{ format: 'PNG', quality: 1 }`, "Unrecognized key(s) in object: 'quality'"],
  [`{ format: 'PNG', constraint: { type: 'SCALE', value: 0 } }`, 'Number must be greater than 0 at constraint.value'],
  [`{ format: 'PNG', colorProfile: 'P3' }`, 'Invalid enum value.'],
  [`{ format: 'SVG', constraint: { type: 'SCALE', value: 2 } }`, "Unrecognized key(s) in object: 'constraint'"],
  [`{ format: 'JSON_REST_V1' }`, 'dev/figma: an export as JSON_REST_V1 is not simulated'],
  [`{ format: 'GIF' }`, 'dev/figma: an export as GIF is not simulated'],
  [`{ format: 'MP4' }`, 'dev/figma: an export as MP4 is not simulated'],
  [`{ format: 'WEBM' }`, 'dev/figma: an export as WEBM is not simulated'],
])('exportAsync(%s) is refused', async (settings, message) => {
  const { ask } = await openWithPainter()
  await expect(ask(`${BOX} return layer.exportAsync(${settings})`)).rejects.toThrow(message)
})

test.each([
  ['hidden', box('Box', { visible: false })],
  ['inside something hidden', box('Frame', { type: 'FRAME', visible: false, children: [box('Box')] })],
  ['without a visible paint', box('Box', { fills: [{ type: 'SOLID', color: { r: 0, g: 0, b: 0 }, visible: false }] })],
  ['without any paint', box('Box', { fills: [] })],
  ['outside the frame that cuts it', box('Frame', { type: 'FRAME', children: [box('Box', { x: 500 })] })],
])('a layer that is %s cannot be exported, in Figma’s words and as a plain string', async (_what, layer) => {
  const { ask } = await openWithPainter({ layers: [layer] })
  await expect(ask(`${BOX} return layer.exportAsync()`)).rejects.toThrow(
    /^plain: Failed to export node. This node may not have any visible layers.$/,
  )
})

test('the picture covers what is drawn, or with useAbsoluteBounds the whole box', async () => {
  const cut = box('Frame', { type: 'FRAME', width: 60, height: 30, children: [box('Box', { x: 20, y: 10 })] })
  const { ask, requests } = await openWithPainter({ layers: [cut] })
  await ask(`${BOX} return layer.exportAsync({ format: 'PNG' })`)
  await ask(`${BOX} return layer.exportAsync({ format: 'PNG', useAbsoluteBounds: true })`)
  expect(requests).toMatchObject([
    { width: 40, height: 20 },
    { width: 100, height: 50 },
  ])
})

test('a turned layer is exported turned, in the box around it', async () => {
  const { ask, requests } = await openWithPainter({ layers: [box('Box', { rotation: 90, x: 7 })] })
  await ask(`${BOX} return layer.exportAsync({ format: 'PNG', useAbsoluteBounds: true })`)
  expect(requests).toMatchObject([
    {
      width: 50,
      height: 100,
      transform: [
        [1, 0, -7],
        [0, 1, 100],
      ],
    },
  ])
})

test('a layer that is removed while it is exported is an error', async () => {
  const { ask } = await openWithPainter()
  await expect(ask(`${BOX} const promise = layer.exportAsync(); layer.remove(); return promise`)).rejects.toThrow(
    'in exportAsync: The node with id "1:2" does not exist',
  )
})

test('the designer’s own look at a layer is upright', async () => {
  const { editor, requests } = await openWithPainter({ layers: [box('Box', { rotation: 90, x: 7 })] })
  await editor.png('Box', 2)
  const upright = [
    [1, 0, 0],
    [0, 1, 0],
  ]
  expect(requests).toMatchObject([{ width: 200, height: 100, layers: [{ transform: upright }] }])
})

test('without a browser nothing is painted', async () => {
  const { editor } = await openFigma()
  await expect(editor.png('Box')).rejects.toThrow('asserting pixels needs a browser')
})
