import { expect, test } from 'vitest'
import { box, openFigma } from './open-figma.ts'

const LAYERS = [
  box('Frame', {
    ...{ type: 'FRAME', x: 50, y: 50, width: 200, height: 200 },
    children: [box('Inner', { type: 'FRAME', x: 10, y: 10, children: [box('Box', { x: 5, y: 5 })] })],
  }),
  box('Board', { type: 'SECTION', x: 300, width: 300, height: 300 }),
  box('Star', { type: 'STAR' }),
]
const FIND = `const page = figma.currentPage, named = (name) => page.findOne((node) => node.name === name)
  const frame = named('Frame'), inner = named('Inner'), box = named('Box'), board = named('Board'), star = named('Star');`

async function run(body: string) {
  const { ask } = await openFigma({ layers: LAYERS })
  return ask(`${FIND} ${body}`)
}

test.each([
  ['inner.appendChild(figma.root)', 'Node is the scene root, which cannot be reparented'],
  ['inner.appendChild(frame)', 'Doing so would create a parenting cycle'],
  ['inner.appendChild(inner)', 'Doing so would create a parenting cycle'],
  ['figma.root.appendChild(frame)', 'The root node cannot have children of type other than PAGE'],
  ['frame.appendChild(figma.createPage())', 'Nodes other than the root node cannot have children of type PAGE'],
  ['frame.appendChild(board)', 'A FRAME node cannot have children of type SECTION'],
])('%s is refused', async (code, message) => {
  await expect(run(code)).rejects.toThrow(`in appendChild: Cannot move node. ${message}`)
})

test('what cannot have children has no way to take them', async () => {
  await expect(run('star.appendChild(box)')).rejects.toThrow('not a function')
})

test('a section lies on a page or in a section', async () => {
  expect(
    await run('const small = figma.createSection(); board.appendChild(small); return small.parent === board'),
  ).toBe(true)
})

test('a moved layer keeps its place as it is told, now from its new parent', async () => {
  expect(await run('frame.appendChild(box); return [box.x, box.y, box.absoluteBoundingBox.x]')).toEqual([5, 5, 55])
})

test('insertChild counts the children before the move, and no further', async () => {
  const names = 'page.children.map((node) => node.name)'
  expect(await run(`page.insertChild(0, star); return ${names}`)).toEqual(['Star', 'Frame', 'Board'])
  expect(await run(`page.insertChild(2, frame); return ${names}`)).toEqual(['Board', 'Frame', 'Star'])
  await expect(run('frame.insertChild(2, star)')).rejects.toThrow(
    'in insertChild: Cannot insert node at index greater than the number of existing siblings',
  )
  await expect(run('frame.insertChild(-1, star)')).rejects.toThrow('in insertChild: Property "index" failed validation')
})

test('what is moved out of an auto layout is no longer placed by hand in one', async () => {
  const code = `inner.layoutMode = 'HORIZONTAL'; box.layoutPositioning = 'ABSOLUTE'; const before = box.layoutPositioning
    page.appendChild(box); return [before, box.layoutPositioning]`
  expect(await run(code)).toEqual(['ABSOLUTE', 'AUTO'])
})

test('a removed layer can be moved nowhere', async () => {
  await expect(run('box.remove(); frame.appendChild(box)')).rejects.toThrow('does not exist')
  await expect(run('inner.remove(); inner.appendChild(star)')).rejects.toThrow('does not exist')
})

test('nothing is moved by a refused move', async () => {
  const { ask, editor } = await openFigma({ layers: LAYERS })
  const before = JSON.stringify(editor.json())
  await ask(`${FIND} try { inner.appendChild(frame) } catch {}; try { frame.appendChild(board) } catch {}`)
  expect(JSON.stringify(editor.json())).toBe(before)
})

test('resizing moves turned and flipped layers by the box around them, and keeps their angles', async () => {
  const code = `box.relativeTransform = [[0, 1, 20], [-1, 0, 60]]; box.resize(30, 10)
    box.constraints = { horizontal: 'SCALE', vertical: 'MAX' }; inner.resize(200, 150)
    return [box.rotation, box.width, box.height, box.absoluteBoundingBox]`
  expect(await run(code)).toEqual([90, 30, 20, { x: 60 + 40, y: 60 + 130, width: 20, height: 30 }])
})

test('a layer that is locked to its proportions keeps them', async () => {
  const code = `box.lockAspectRatio(); box.constraints = { horizontal: 'SCALE', vertical: 'MIN' }; inner.resize(200, 50)
    return [box.width, box.height]`
  expect(await run(code)).toEqual([200, 100])
})

test('what the layers panel shows, guides and reactions read as stored', async () => {
  const code = `frame.expanded = true; frame.guides = [{ axis: 'X', offset: 4 }]
    await frame.setReactionsAsync([]); return [frame.expanded, frame.guides, frame.reactions, frame.backgrounds.length]`
  expect(await run(code)).toEqual([true, [{ axis: 'X', offset: 4 }], [], 1])
  await expect(run('frame.reactions = []')).rejects.toThrow('Use node.setReactionsAsync instead')
  await expect(run(`await frame.setReactionsAsync([{ trigger: { type: 'ON_CLICK' } }])`)).rejects.toThrow(
    'making a reaction is not simulated',
  )
})
