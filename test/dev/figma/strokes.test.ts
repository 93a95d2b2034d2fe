import { expect, test } from 'vitest'
import { box, openFigma, png, SOLID } from './open-figma.ts'

const LAYER = 'const layer = figma.currentPage.children[0];'

test('strokes are paints like fills, and read completed', async () => {
  const { ask } = await openFigma({ pictures: { photo: await png(4, 4) } })
  const code = `${LAYER} layer.strokes = [{ type: 'SOLID', color: { r: 0, g: 0, b: 1 } }]
    return [layer.strokes, layer.strokeWeight, layer.strokeAlign, layer.strokeCap, layer.strokeJoin, layer.strokeMiterLimit, layer.dashPattern]`
  expect(await ask(code)).toEqual([
    [
      {
        ...{ type: 'SOLID', visible: true, opacity: 1, blendMode: 'NORMAL', boundVariables: {} },
        color: { r: 0, g: 0, b: 1 },
      },
    ],
    1,
    'INSIDE',
    'NONE',
    'MITER',
    4,
    [],
  ])
})

test('an image can be a stroke', async () => {
  const image = { type: 'IMAGE', scaleMode: 'FILL', picture: 'photo' } as const
  const { ask } = await openFigma({
    layers: [box('Box', { fills: [image] })],
    pictures: { photo: await png(4, 4) },
  })
  expect(await ask(`${LAYER} layer.strokes = layer.fills; return layer.strokes[0].type`)).toBe('IMAGE')
})

test('how a stroke is drawn is kept', async () => {
  const { ask } = await openFigma()
  const code = `${LAYER} layer.strokeWeight = 2.5; layer.strokeAlign = 'OUTSIDE'; layer.strokeCap = 'ROUND'
    layer.strokeJoin = 'BEVEL'; layer.strokeMiterLimit = 8; layer.dashPattern = [4, 2]
    return [layer.strokeWeight, layer.strokeAlign, layer.strokeCap, layer.strokeJoin, layer.strokeMiterLimit, layer.dashPattern]`
  expect(await ask(code)).toEqual([2.5, 'OUTSIDE', 'ROUND', 'BEVEL', 8, [4, 2]])
})

test('the weight is mixed where sides differ, and setting it makes them one', async () => {
  const { ask } = await openFigma()
  const code = `${LAYER} layer.strokeTopWeight = 3; const mixed = layer.strokeWeight === figma.mixed
    const sides = [layer.strokeTopWeight, layer.strokeBottomWeight]; layer.strokeWeight = 2
    return [mixed, sides, layer.strokeTopWeight]`
  expect(await ask(code)).toEqual([true, [3, 1], 2])
})

test('an ellipse has no sides', async () => {
  const { ask } = await openFigma({ layers: [box('Oval', { type: 'ELLIPSE' })] })
  expect(await ask(`${LAYER} return ['strokeTopWeight' in layer, 'topLeftRadius' in layer]`)).toEqual([false, false])
})

test('the radius of corners is mixed where they differ, and four of the same are one', async () => {
  const { ask } = await openFigma()
  const code = `${LAYER} layer.cornerRadius = 4; layer.topLeftRadius = 8; const mixed = layer.cornerRadius === figma.mixed
    const corners = [layer.topLeftRadius, layer.bottomRightRadius]; layer.topLeftRadius = 4; layer.cornerSmoothing = 0.6
    return [mixed, corners, layer.cornerRadius, layer.cornerSmoothing]`
  expect(await ask(code)).toEqual([true, [8, 4], 4, 0.6])
})

test.each([
  ['layer.strokeWeight = -1', 'in set_strokeWeight: Property "strokeWeight" failed validation'],
  ['layer.strokeWeight = "2"', 'Expected "strokeWeight" to have type number but got string instead'],
  ['layer.strokeAlign = "MIDDLE"', `Expected 'CENTER' | 'INSIDE' | 'OUTSIDE', received 'MIDDLE'`],
  ['layer.dashPattern = [-1]', 'Number must be greater than or equal to 0 at [0]'],
  ['layer.strokeBottomWeight = -1', 'in set_strokeBottomWeight'],
  ['layer.cornerRadius = -1', 'in set_cornerRadius'],
  ['layer.cornerSmoothing = 2', 'Number must be less than or equal to 1'],
  [
    'layer.strokes = figma.mixed',
    'in set_strokes: Property "strokes" failed validation: Expected array, received symbol',
  ],
  ['layer.strokes.push(1)', 'object is not extensible'],
  ['layer.strokeGeometry', 'dev/figma: RectangleNode.strokeGeometry is not simulated'],
  ['layer.outlineStroke()', 'dev/figma: RectangleNode.outlineStroke is not simulated'],
])('%s is refused', async (code, message) => {
  const { ask } = await openFigma({ layers: [box('Box', { strokes: [SOLID] })] })
  await expect(ask(`${LAYER} ${code}`)).rejects.toThrow(message)
})
