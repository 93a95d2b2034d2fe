import { expect, test } from 'vitest'
import { box, openFigma, SOLID } from './open-figma.ts'

const GROUP = box('Group', {
  ...{ type: 'GROUP', fills: [] },
  children: [box('One', { x: 10, y: 20, width: 30, height: 40 })],
})
const FRAME = box('Frame', { type: 'FRAME', x: 100, y: 100, width: 200, height: 200, children: [GROUP] })

const CLONED = `const layer = figma.currentPage.findOne((node) => node.name === 'Group'); const copy = layer.clone();`

test('the clone of a group lies on the page, with its own layers and the same places', async () => {
  const { ask } = await openFigma({ layers: [FRAME] })
  const code = `${CLONED} const [inner] = copy.children
    return [copy.parent === figma.currentPage, [copy.x, copy.y, copy.width, copy.height], inner.name, inner.x,
      inner.id !== layer.children[0].id]`
  expect(await ask(code)).toEqual([true, [10, 20, 30, 40], 'One', 10, true])
})

test('a clone goes its own way', async () => {
  const { ask } = await openFigma({ layers: [FRAME] })
  expect(
    await ask(`${CLONED} copy.x = 0; copy.children[0].fills = []; return [layer.x, layer.children[0].fills.length]`),
  ).toEqual([10, 1])
})

test('the clone of a boolean operation combines in the same way', async () => {
  const union = box('Union', { ...GROUP, type: 'BOOLEAN_OPERATION', operation: 'EXCLUDE', fills: [SOLID] })
  const { ask } = await openFigma({ layers: [{ ...union, name: 'Group' }] })
  expect(await ask(`${CLONED} return [copy.type, copy.booleanOperation, copy.children.length]`)).toEqual([
    ...['BOOLEAN_OPERATION', 'EXCLUDE', 1],
  ])
})
