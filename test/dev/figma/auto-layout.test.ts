import { expect, test } from 'vitest'
import type { LayerSpec } from '../../../dev/figma/world.ts'
import { box, openFigma } from './open-figma.ts'

const tile = (name: string, width = 40, height = 20, more: Partial<LayerSpec> = {}) =>
  box(name, { width, height, ...more })

const row = (children: LayerSpec[], more: Partial<NonNullable<LayerSpec['autoLayout']>> = {}, size = {}) =>
  box('Row', {
    type: 'FRAME',
    width: 300,
    height: 100,
    ...size,
    autoLayout: {
      mode: 'HORIZONTAL',
      itemSpacing: 10,
      padding: { top: 5, right: 6, bottom: 7, left: 8 },
      ...more,
    },
    children,
  })

const FIXED = { primaryAxisSizingMode: 'FIXED', counterAxisSizingMode: 'FIXED' } as const

const FIND = `const find = (name) => figma.currentPage.findOne((node) => node.name === name)
  const at = (name) => { const { x, y, width, height } = find(name); return [x, y, width, height] };`

/** Where layers are, after some code has run. */
async function placesOf(layers: LayerSpec[], names: string[], code = '') {
  const { ask } = await openFigma({ layers })
  return ask(`${FIND} ${code}; return ${JSON.stringify(names)}.map(at)`)
}

test('a row hugs its layers with padding and spacing', async () => {
  expect(await placesOf([row([tile('A'), tile('B', 30, 50)])], ['Row', 'A', 'B'])).toEqual([
    [0, 0, 94, 62],
    [8, 5, 40, 20],
    [58, 5, 30, 50],
  ])
})

test('a column lays out downwards', async () => {
  const column = row([tile('A'), tile('B', 30, 50)], { mode: 'VERTICAL' })
  expect(await placesOf([column], ['Row', 'A', 'B'])).toEqual([
    [0, 0, 54, 92],
    [8, 5, 40, 20],
    [8, 35, 30, 50],
  ])
})

test('layers that grow share the room, and stretching ones fill the height', async () => {
  const children = [
    tile('A', 40, 20, { layoutChild: { grow: 1 } }),
    tile('B', 36),
    tile('C', 5, 5, { layoutChild: { grow: 1, align: 'STRETCH' } }),
  ]
  expect(await placesOf([row(children, FIXED)], ['A', 'B', 'C'])).toEqual([
    [8, 5, 115, 20],
    [133, 5, 36, 20],
    [179, 5, 115, 88],
  ])
})

test('a limit on one that grows leaves more to the others', async () => {
  const children = [
    tile('A', 1, 20, { layoutChild: { grow: 1, maxWidth: 50 } }),
    tile('B', 1, 20, { layoutChild: { grow: 1 } }),
  ]
  expect(await placesOf([row(children, FIXED)], ['A', 'B'])).toEqual([
    [8, 5, 50, 20],
    [68, 5, 226, 20],
  ])
})

test.each([
  ['MIN', [8, 58]],
  ['CENTER', [106, 156]],
  ['MAX', [204, 254]],
  ['SPACE_BETWEEN', [8, 254]],
] as const)('along the way, %s', async (primaryAxisAlignItems, xs) => {
  const places = await placesOf([row([tile('A'), tile('B')], { ...FIXED, primaryAxisAlignItems })], ['A', 'B'])
  expect((places as number[][]).map(([x]) => x)).toEqual(xs)
})

test.each([
  ['MIN', 5],
  ['CENTER', 39],
  ['MAX', 73],
] as const)('across it, %s', async (counterAxisAlignItems, y) => {
  const [place] = (await placesOf([row([tile('A')], { ...FIXED, counterAxisAlignItems })], ['A'])) as number[][]
  expect(place?.[1]).toBe(y)
})

test('hidden and absolute layers take no part', async () => {
  const children = [
    tile('Hidden', 40, 20, { visible: false }),
    tile('Free', 40, 20, { x: -3, y: 99, layoutChild: { positioning: 'ABSOLUTE' } }),
    tile('A'),
  ]
  expect(await placesOf([row(children)], ['A', 'Free', 'Row'])).toEqual([
    [8, 5, 40, 20],
    [-3, 99, 40, 20],
    [0, 0, 54, 32],
  ])
})

test('lines wrap where they are full, with their own spacing', async () => {
  const children = ['A', 'B', 'C'].map((name) => tile(name))
  const wrapped = row(
    children,
    { primaryAxisSizingMode: 'FIXED', wrap: 'WRAP', counterAxisSpacing: 3 },
    { width: 110, height: 10 },
  )
  expect(await placesOf([wrapped], ['A', 'B', 'C', 'Row'])).toEqual([
    [8, 5, 40, 20],
    [58, 5, 40, 20],
    [8, 28, 40, 20],
    [0, 0, 110, 55],
  ])
})

test('a layer that is appended joins the flow, and the frames around it follow', async () => {
  const outer = row([row([tile('A')])].map((inner) => ({ ...inner, name: 'Inner' })))
  const code = `const b = figma.createRectangle(); b.name = 'B'; find('Inner').appendChild(b)`
  expect(await placesOf([outer], ['B', 'Inner', 'Row'], code)).toEqual([
    [58, 5, 100, 100],
    [8, 5, 164, 112],
    [0, 0, 178, 124],
  ])
})

test('to place a layer by hand does nothing in the flow, and works once it is absolute', async () => {
  const code = `find('A').x = 70; find('B').layoutPositioning = 'ABSOLUTE'; find('B').x = 1; find('B').y = 2`
  expect(await placesOf([row([tile('A'), tile('B')])], ['A', 'B'], code)).toEqual([
    [8, 5, 40, 20],
    [1, 2, 40, 20],
  ])
})

test('absolute is refused outside auto layout, in Figma’s words', async () => {
  const { ask } = await openFigma()
  await expect(ask(`figma.currentPage.children[0].layoutPositioning = 'ABSOLUTE'`)).rejects.toThrow(
    'in set_layoutPositioning: Can only set layoutPositioning = ABSOLUTE if the parent node has layoutMode !== NONE',
  )
})

test('sizing is told and set per axis, and refused where it does not apply', async () => {
  const { ask } = await openFigma({ layers: [row([tile('A')], FIXED), box('Plain', { y: 300 })] })
  expect(
    await ask(`${FIND} find('A').layoutSizingHorizontal = 'FILL'; find('Row').layoutSizingVertical = 'HUG'
      return [find('A').layoutSizingHorizontal, find('A').layoutSizingVertical, find('A').layoutGrow,
        find('Row').counterAxisSizingMode, find('A').width, find('Row').height]`),
  ).toEqual(['FILL', 'FIXED', 1, 'AUTO', 286, 32])
  await expect(ask(`${FIND} find('Row').layoutSizingVertical = 'FILL'`)).rejects.toThrow(
    'in set_layoutSizingVertical: FILL can only be set on children of auto-layout frames',
  )
  await expect(ask(`${FIND} find('A').layoutSizingVertical = 'HUG'`)).rejects.toThrow('HUG can only be set on')
  await expect(ask(`${FIND} find('Plain').layoutSizingVertical = 'FIXED'`)).rejects.toThrow(
    'node must be an auto-layout frame or a child of an auto-layout frame',
  )
})

test('a resized frame no longer hugs on that axis, and its layers follow', async () => {
  const stretched = tile('A', 40, 20, { layoutChild: { align: 'STRETCH' } })
  const code = `find('Row').resize(find('Row').width, 60); if (find('Row').counterAxisSizingMode !== 'FIXED') throw Error()`
  expect(await placesOf([row([stretched])], ['Row', 'A'], code)).toEqual([
    [0, 0, 54, 60],
    [8, 5, 40, 48],
  ])
})

test('turned layers take the room of the box around them', async () => {
  const turned = tile('Turned', 40, 20, { rotation: 90 })
  const { ask } = await openFigma({ layers: [row([turned, tile('A')])] })
  expect(
    await ask(`${FIND} const { x, y, width, height } = find('Turned'); return [x, y, width, height, find('A').x]`),
  ).toEqual([8, 45, 40, 20, 38])
})

test('limits hold for layers in auto layout only', async () => {
  const { ask } = await openFigma({ layers: [row([tile('A')]), box('Plain', { y: 300 })] })
  expect(await ask(`${FIND} find('Row').minWidth = 200; return find('Row').width`)).toBe(200)
  await expect(ask(`${FIND} find('Plain').minWidth = 5`)).rejects.toThrow('Can only set minWidth on auto layout nodes')
})

test('taking auto layout away leaves the layers where they are', async () => {
  const code = `find('Row').layoutMode = 'NONE'; find('A').x = 1`
  expect(await placesOf([row([tile('A'), tile('B')])], ['A', 'B'], code)).toEqual([
    [1, 5, 40, 20],
    [58, 5, 40, 20],
  ])
})

test('values that are set before auto layout, or that it had before, wait for it', async () => {
  const { editor, ask } = await openFigma({
    layers: [box('Frame', { type: 'FRAME', children: [tile('A'), tile('B')] })],
  })
  const told = `[frame.layoutMode, frame.itemSpacing, frame.paddingLeft, frame.primaryAxisSizingMode]`
  const values = `frame.itemSpacing = 8; frame.paddingLeft = 4; frame.primaryAxisSizingMode = 'FIXED'`
  expect(await ask(`${FIND} const frame = find('Frame'); ${values}; return [...${told}, ...at('B')]`)).toEqual([
    ...['NONE', 8, 4, 'FIXED'],
    ...[0, 0, 40, 20],
  ])
  const again = `frame.layoutMode = 'HORIZONTAL'; frame.layoutMode = 'NONE'; frame.layoutMode = 'HORIZONTAL'`
  expect(await ask(`${FIND} const frame = find('Frame'); ${again}; return [...${told}, ...at('B')]`)).toEqual([
    ...['HORIZONTAL', 8, 4, 'FIXED'],
    ...[52, 0, 40, 20],
  ])
  editor.undo()
  expect(editor.layer('Frame').more).toMatchObject({ restingLayout: { itemSpacing: 8 } })
  editor.undo()
  expect(editor.layer('Frame').more).toEqual({})
})

test('values that wait for auto layout grow and shrink with their frame', async () => {
  const { ask } = await openFigma({ layers: [box('Frame', { type: 'FRAME' })] })
  const code = `${FIND} const frame = find('Frame'); frame.itemSpacing = 8; frame.paddingLeft = 4; frame.rescale(2)`
  expect(await ask(`${code}; return [frame.itemSpacing, frame.paddingLeft]`)).toEqual([16, 8])
})

test('a grid and the baseline are not simulated, and say so', async () => {
  const { ask } = await openFigma({ layers: [row([tile('A')])] })
  await expect(ask(`${FIND} find('Row').layoutMode = 'GRID'`)).rejects.toThrow('a grid layout is not simulated')
  await expect(ask(`${FIND} find('Row').counterAxisAlignItems = 'BASELINE'`)).rejects.toThrow('is not simulated')
})

test('one undo takes back a change and all that followed from it', async () => {
  const { ask, editor } = await openFigma({ layers: [row([tile('A'), tile('B')])] })
  const before = JSON.stringify(editor.json())
  await ask(`${FIND} figma.commitUndo(); find('A').resize(200, 20); figma.commitUndo()`)
  expect(editor.layer('Row').width).toBe(264)
  editor.undo()
  expect(JSON.stringify(editor.json())).toBe(before)
})

test('rescaling scales lengths of every kind', async () => {
  const { ask } = await openFigma({ layers: [row([tile('A', 40, 20, { cornerRadius: 4 })], FIXED)] })
  const code = `${FIND} find('Row').rescale(2); const { x, y, width, height, cornerRadius } = find('A')
    return [find('Row').width, find('Row').itemSpacing, find('Row').paddingLeft, x, y, width, height, cornerRadius]`
  expect(await ask(code)).toEqual([600, 20, 16, 16, 10, 80, 40, 8])
})

test('a frame that fills its parent does not hug on that axis as well', async () => {
  const hugging = box('Inner', { type: 'FRAME', height: 20, autoLayout: { mode: 'VERTICAL' }, children: [tile('A')] })
  const layers = [row([{ ...hugging, layoutChild: { grow: 1 } }], FIXED)]
  expect(await placesOf(layers, ['Inner'])).toEqual([[8, 5, 286, 20]])
})
