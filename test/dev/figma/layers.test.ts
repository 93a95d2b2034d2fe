import { expect, test } from 'vitest'
import { box, openFigma } from './open-figma.ts'

const BOX = `const layer = figma.currentPage.findOne((node) => node.name === 'Box');`
const NESTED = [
  box('Frame', { type: 'FRAME', x: 10, y: 20, width: 200, height: 100, children: [box('Box', { x: 5, y: 5 })] }),
  box('Other', { type: 'ELLIPSE' }),
]

test('a new layer is as Figma makes it', async () => {
  const { ask } = await openFigma()
  const code = `const layer = figma.createRectangle()
    return [layer.name, layer.width, layer.height, layer.parent === figma.currentPage, layer.blendMode, layer.strokes, layer.effects]`
  expect(await ask(code)).toEqual(['Rectangle', 100, 100, true, 'PASS_THROUGH', [], []])
})

test('places add up through parents', async () => {
  const { ask } = await openFigma({ layers: NESTED })
  expect(await ask(`${BOX} return [layer.x, layer.absoluteTransform, layer.absoluteBoundingBox]`)).toEqual([
    5,
    [
      [1, 0, 15],
      [0, 1, 25],
    ],
    { x: 15, y: 25, width: 100, height: 50 },
  ])
})

test('a turn is counterclockwise about the top left, and the box grows around it', async () => {
  const { ask } = await openFigma()
  const code = `${BOX} layer.rotation = 90; return [layer.rotation, layer.relativeTransform, layer.absoluteBoundingBox]`
  expect(await ask(code)).toEqual([
    90,
    [
      [0, 1, 0],
      [-1, 0, 0],
    ],
    { x: 0, y: -100, width: 50, height: 100 },
  ])
})

test('a flip and a skew by relativeTransform are kept, scaling by it is not simulated', async () => {
  const { ask } = await openFigma()
  const flip = '[[-1, 0, 100], [0, 1, 0]]'
  expect(await ask(`${BOX} layer.relativeTransform = ${flip}; return layer.absoluteBoundingBox`)).toMatchObject({
    x: 0,
  })
  const skew = '[[1, 0.6, 0], [0, 0.8, 0]]'
  expect(
    await ask(`${BOX} layer.relativeTransform = ${skew}; return [layer.relativeTransform, layer.absoluteBoundingBox]`),
  ).toEqual([
    [
      [1, 0.6, 0],
      [0, 0.8, 0],
    ],
    { x: 0, y: 0, width: 130, height: 40 },
  ])
  await expect(ask(`${BOX} layer.relativeTransform = [[2, 0, 0], [0, 1, 0]]`)).rejects.toThrow(
    'a relativeTransform that scales is not simulated',
  )
})

test.each([
  ['layer.opacity = "test"', 'in set_opacity: Expected "opacity" to have type number but got string instead'],
  ['layer.opacity = 2', 'in set_opacity: Property "opacity" failed validation: Number must be less than or equal to 1'],
  ['layer.x = NaN', 'in set_x: Expected "x" to have type number but got nan instead'],
  ['layer.visible = 1', 'in set_visible: Expected "visible" to have type boolean but got number instead'],
  [
    'layer.resize(0, 10)',
    'in resize: Property "width" failed validation: Number must be greater than or equal to 0.01',
  ],
  ['layer.name = 5', 'in set_name: Expected "name" to have type string but got number instead'],
  ['layer.blendMode = "LIGHT"', 'in set_blendMode: Property "blendMode" failed validation: Invalid enum value.'],
  [
    'layer.layoutPositioning = "ABSOLUTE"',
    'Can only set layoutPositioning = ABSOLUTE if the parent node has layoutMode !== NONE',
  ],
  ['layer.parent.appendChild({})', 'in appendChild: Expected "child" to have type node'],
  ['layer.width = 5', 'no setter for property'],
])('%s is refused', async (code, message) => {
  const { ask } = await openFigma()
  await expect(ask(`${BOX} ${code}`)).rejects.toThrow(message)
})

test('a removed layer says so, and every other use of it throws', async () => {
  const { ask } = await openFigma({ layers: NESTED })
  const removed = `${BOX} const { id } = layer; layer.parent.remove();`
  expect(await ask(`${removed} return [layer.removed, layer.id === id, await figma.getNodeByIdAsync(id)]`)).toEqual([
    true,
    true,
    null,
  ])
  const { ask: askAgain } = await openFigma({ layers: NESTED })
  await expect(askAgain(`${removed} return layer.fills`)).rejects.toThrow(
    'in get_fills: The node with id "1:3" does not exist',
  )
})

test('children move between parents in the order asked for', async () => {
  const { ask } = await openFigma({ layers: NESTED })
  const code = `${BOX} const page = figma.currentPage; page.insertChild(1, layer)
    return [page.children.map((child) => child.name), layer.parent === page, page.children[0].children.length]`
  expect(await ask(code)).toEqual([['Frame', 'Box', 'Other'], true, 0])
})

test('a frame cannot move into itself', async () => {
  const { ask } = await openFigma({ layers: NESTED })
  const code = `${BOX} const frame = layer.parent; const inner = figma.createFrame(); frame.appendChild(inner); inner.appendChild(frame)`
  await expect(ask(code)).rejects.toThrow('in appendChild: Cannot move node')
})

test('a clone lies on the page with all that is in it', async () => {
  const { ask } = await openFigma({ layers: NESTED })
  const code = `${BOX} const copy = layer.parent.clone()
    return [copy.parent === figma.currentPage, copy.id !== layer.parent.id, copy.children.map((child) => child.name)]`
  expect(await ask(code)).toEqual([true, true, ['Box']])
})

test('layers are found by type and by a test', async () => {
  const { ask } = await openFigma({ layers: NESTED })
  const code = `const page = figma.currentPage
    return [page.findAll().length, page.findAllWithCriteria({ types: ['ELLIPSE'] })[0].name, page.findChild((node) => node.name === 'Box')]`
  expect(await ask(code)).toEqual([3, 'Other', null])
})

test('resize moves children by their constraints, resizeWithoutConstraints does not', async () => {
  const { ask } = await openFigma({ layers: NESTED })
  const code = (resize: string) => `${BOX} layer.constraints = { horizontal: 'STRETCH', vertical: 'MAX' }
    layer.parent.${resize}(300, 150); return [layer.x, layer.y, layer.width, layer.height]`
  expect(await ask(code('resizeWithoutConstraints'))).toEqual([5, 5, 100, 50])
  expect(await ask(code('resize'))).toEqual([5, 5, 100, 50])
  const { ask: askAgain } = await openFigma({ layers: NESTED })
  expect(await askAgain(code('resize'))).toEqual([5, 55, 200, 50])
})

test('what is drawn is cut by frames, and null where nothing shows', async () => {
  const cut = box('Frame', {
    type: 'FRAME',
    width: 60,
    height: 30,
    fills: [],
    children: [box('Box', { x: 20, y: 10 })],
  })
  const { editor, ask } = await openFigma({ layers: [cut] })
  expect(await ask(`${BOX} return layer.absoluteRenderBounds`)).toEqual({ x: 20, y: 10, width: 40, height: 20 })
  editor.setVisible('Frame', false)
  expect(await ask(`${BOX} return layer.absoluteRenderBounds`)).toBeNull()
  editor.setVisible('Frame', true)
  editor.setFills('Box', [])
  expect(await ask(`${BOX} return layer.absoluteRenderBounds`)).toBeNull()
})
