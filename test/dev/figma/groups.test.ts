import { expect, test } from 'vitest'
import { box, openFigma } from './open-figma.ts'

/** A frame at 100,100 with a group of two boxes in it. */
const GROUPED = [
  box('Frame', {
    ...{ type: 'FRAME', x: 100, y: 100, width: 400, height: 400 },
    children: [
      box('Group', {
        ...{ type: 'GROUP', fills: [] },
        children: [
          box('One', { x: 10, y: 20, width: 40, height: 40 }),
          box('Two', { x: 90, y: 20, width: 20, height: 80 }),
        ],
      }),
    ],
  }),
]
const FIND = `const named = (name) => figma.currentPage.findOne((node) => node.name === name)
  const group = named('Group'), one = named('One'), two = named('Two'), frame = named('Frame');`
const boxOf = (name: string) => `[${name}.x, ${name}.y, ${name}.width, ${name}.height]`

async function run(body: string) {
  const { ask } = await openFigma({ layers: GROUPED })
  return ask(`${FIND} ${body}`)
}

test('the box of a group is around what lies in it, which counts from the frame', async () => {
  expect(await run(`return [${boxOf('group')}, ${boxOf('one')}, one.absoluteTransform, one.parent === group]`)).toEqual(
    [
      [10, 20, 100, 80],
      [10, 20, 40, 40],
      [
        [1, 0, 110],
        [0, 1, 120],
      ],
      true,
    ],
  )
})

test('a group follows when a layer in it is moved, resized or removed', async () => {
  expect(await run(`one.x = 0; return ${boxOf('group')}`)).toEqual([0, 20, 110, 80])
  expect(await run(`one.resize(200, 10); return ${boxOf('group')}`)).toEqual([10, 20, 200, 80])
  expect(await run(`one.remove(); return ${boxOf('group')}`)).toEqual([90, 20, 20, 80])
})

test('moving a group moves what is in it', async () => {
  expect(await run(`group.x += 5; group.y = 0; return [${boxOf('group')}, ${boxOf('one')}, two.x]`)).toEqual([
    [15, 0, 100, 80],
    [15, 0, 40, 40],
    95,
  ])
})

test('turning a group turns what is in it about the group’s corner, and the box stays in its axes', async () => {
  const code = `group.rotation = 90; return [group.rotation, ${boxOf('group')}, one.rotation, one.x, one.y, two.x, two.y]`
  expect(await run(code)).toEqual([90, [10, 20, 100, 80], 90, 10, 20, 10, -60])
})

test('resizing a group scales what is in it', async () => {
  expect(await run(`group.resize(200, 40); return [${boxOf('group')}, ${boxOf('one')}, ${boxOf('two')}]`)).toEqual([
    [10, 20, 200, 40],
    [10, 20, 80, 20],
    [170, 20, 40, 40],
  ])
})

test('a turned group is resized along its own axes', async () => {
  const code = `group.rotation = 90; group.resize(200, 80); return [group.width, group.height, one.width, one.height, one.rotation]`
  expect(await run(code)).toEqual([200, 80, 80, 40, 90])
})

test('a group whose layers have all gone is gone', async () => {
  expect(await run(`one.remove(); two.remove(); return [group.removed, frame.children.length]`)).toEqual([true, 0])
  expect(await run(`frame.appendChild(one); frame.appendChild(two); return group.removed`)).toBe(true)
})

test('layers of a group follow their own constraints in the frame around it', async () => {
  const code = `one.constraints = { horizontal: 'MAX', vertical: 'MIN' }; frame.resize(500, 400); return [one.x, two.x, group.width]`
  expect(await run(code)).toEqual([110, 90, 60])
})

test('grouping keeps the layers at their places on the page and in their order', async () => {
  const layers = [box('Low', { x: 10, y: 10 }), box('Between'), box('High', { x: 200, y: 50 })]
  const { ask } = await openFigma({ layers })
  const code = `const page = figma.currentPage, [low, between, high] = page.children
    const group = figma.group([high, low], page)
    return [group.type, group.name, page.children.map((node) => node.name), group.children.map((node) => node.name),
      ${boxOf('group')}, low.x, group.blendMode, 'fills' in group, 'constraints' in group]`
  expect(await ask(code)).toEqual([
    ...['GROUP', 'Group', ['Between', 'Group'], ['Low', 'High']],
    ...[[10, 10, 290, 90], 10, 'PASS_THROUGH', false, false],
  ])
})

test('a layer grouped into a frame elsewhere stays where it is on the page', async () => {
  const { ask } = await openFigma({ layers: [...GROUPED, box('Free', { x: 150, y: 160 })] })
  const code = `${FIND} const free = named('Free'); figma.group([free], frame, 0)
    return [free.x, free.y, free.absoluteBoundingBox.x, frame.children.map((node) => node.name)]`
  expect(await ask(code)).toEqual([50, 60, 150, ['Group', 'Group']])
})

test.each([
  ['figma.group([], figma.currentPage)', 'in group: First argument must be an array of at least one node'],
  ['figma.group(one, figma.currentPage)', 'in group: First argument must be an array of at least one node'],
  [
    'figma.group([one], frame, 2)',
    'in group: Cannot insert node at index greater than the number of existing siblings',
  ],
  ['figma.group([frame], group)', 'in group: Cannot move node. Doing so would create a parenting cycle'],
  ['figma.group([two], one)', 'in group: Cannot move node. New parent is of a type that cannot have children'],
  [
    'const page = figma.createPage(); await page.loadAsync(); figma.group([one], page)',
    'in group: Grouped nodes must be in the same page as the parent',
  ],
  ['figma.group([figma.currentPage], figma.currentPage)', 'in group: '],
])('%s is refused', async (code, message) => {
  await expect(run(code)).rejects.toThrow(message)
})

test('ungrouping puts what was in the group in its place, and selects it if the group was selected', async () => {
  const code = `const low = figma.createRectangle(); frame.insertChild(0, low)
    figma.currentPage.selection = [group]; const freed = figma.ungroup(group)
    return [group.removed, freed.map((node) => node.name), frame.children.map((node) => node.name), ${boxOf('two')},
      figma.currentPage.selection.map((node) => node.name).sort()]`
  expect(await run(code)).toEqual([
    ...[true, ['One', 'Two'], ['Rectangle', 'One', 'Two']],
    ...[
      [90, 20, 20, 80],
      ['One', 'Two'],
    ],
  ])
})

test('ungrouping a frame keeps its layers at their places on the page', async () => {
  const code = `figma.ungroup(frame); return [group.parent === figma.currentPage, ${boxOf('group')}, one.x]`
  expect(await run(code)).toEqual([true, [110, 120, 100, 80], 110])
})

test('a group is one step to undo', async () => {
  const { ask, editor } = await openFigma({ layers: GROUPED })
  const before = JSON.stringify(editor.json())
  await ask(`${FIND} group.x += 5; group.rotation = 30; group.resize(10, 10)`)
  editor.undo()
  expect(JSON.stringify(editor.json())).toBe(before)
})

test('a designer moves a group with all in it', async () => {
  const { editor } = await openFigma({ layers: GROUPED })
  editor.move('Group', { x: 0, y: 0 })
  expect([editor.layer('One').x, editor.layer('Two').x]).toEqual([0, 80])
})

test('a group in an auto layout is placed as a whole', async () => {
  const { ask } = await openFigma({ layers: GROUPED })
  const code = `${FIND} frame.layoutMode = 'HORIZONTAL'; frame.paddingLeft = 50
    return [group.x, group.y, one.x, one.y, two.x]`
  expect(await ask(code)).toEqual([50, 0, 50, 0, 130])
})

test('a group in an instance follows the group in the component', async () => {
  const { ask } = await openFigma({ layers: GROUPED })
  const code = `${FIND} const component = figma.createComponentFromNode(frame), instance = component.createInstance()
    const [copy] = instance.children; component.children[0].x += 30
    return [copy.type, copy.x, copy.width, copy.children.map((node) => node.x)]`
  expect(await ask(code)).toEqual(['GROUP', 40, 100, [40, 120]])
})

test('a group in an instance cannot be moved or ungrouped', async () => {
  const code = `const component = figma.createComponentFromNode(frame), [copy] = component.createInstance().children;`
  await expect(run(`${code} copy.x = 0`)).rejects.toThrow('This property cannot be overriden on an instance')
  await expect(run(`${code} figma.ungroup(copy)`)).rejects.toThrow('in ungroup: Cannot move node.')
})

test('groups in groups fit and scale together', async () => {
  const code = `const outer = figma.group([group], frame); outer.resize(outer.width * 2, outer.height)
    return [outer.children[0] === group, group.width, outer.width, one.width, two.x]`
  expect(await run(code)).toEqual([true, 200, 200, 80, 170])
})
