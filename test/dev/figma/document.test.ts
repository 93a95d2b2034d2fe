import { expect, test } from 'vitest'
import { createEditor } from '../../../dev/figma/editor.ts'
import { noPainter } from '../../../dev/figma/no-painter.ts'
import { box, MANIFEST, openFigma, until } from './open-figma.ts'

const PAGES = ['One', 'Two', 'Three'].map((name) => ({ name, layers: [box(`In ${name}`)] }))
const NAMES = 'figma.root.children.map((page) => page.name)'

test('a new page comes last and is open to the plugin that made it', async () => {
  const { ask } = await openFigma({ pages: PAGES })
  const code = `const page = figma.createPage(); page.appendChild(figma.createRectangle())
    return [${NAMES}, page.children.length, page.backgrounds.length, figma.currentPage === page]`
  expect(await ask(code)).toEqual([['One', 'Two', 'Three', 'Page 4'], 1, 1, false])
})

test('pages move within the document', async () => {
  const { ask } = await openFigma({ pages: PAGES })
  const [first, last] = ['figma.root.children[0]', 'figma.root.children[2]']
  expect(await ask(`figma.root.insertChild(0, ${last}); return ${NAMES}`)).toEqual(['Three', 'One', 'Two'])
  expect(await ask(`figma.root.appendChild(${first}); return ${NAMES}`)).toEqual(['One', 'Two', 'Three'])
})

test.each([
  [
    'figma.root.appendChild(figma.createFrame())',
    'in appendChild: Cannot move node. The root node cannot have children of type other than PAGE',
  ],
  ['figma.createFrame().appendChild(figma.createPage())', 'in appendChild: Cannot move node.'],
  [
    'figma.root.insertChild(9, figma.createPage())',
    'Cannot insert node at index greater than the number of existing siblings',
  ],
  ['figma.currentPage.remove()', 'in remove: Removing this node is not allowed'],
  ['figma.root.remove()', 'in remove: Removing this node is not allowed'],
  ['figma.currentPage.backgrounds = []', 'Page backgrounds must be a single solid paint'],
  ['figma.currentPage.selectedTextRange = {}', 'editing a text on the canvas is not simulated'],
  ['figma.currentPage.guides = [{ axis: "Z", offset: 1 }]', "Expected 'X' | 'Y', received 'Z'"],
])('%s is refused', async (code, message) => {
  const { ask } = await openFigma({ pages: PAGES })
  await expect(ask(code)).rejects.toThrow(message)
})

test('a page goes with all that is on it', async () => {
  const { editor, ask } = await openFigma({ pages: PAGES })
  const { id } = editor.layer('In Two')
  const code = `figma.root.children[1].remove(); return [${NAMES}, await figma.getNodeByIdAsync('${id}')]`
  expect(await ask(code)).toEqual([['One', 'Three'], null])
})

test.each(['page.selection', 'page.selection = []', 'page.clone()', 'await page.exportAsync()', 'page.guides'])(
  '%s needs the page to be loaded',
  async (code) => {
    const { ask } = await openFigma({ pages: PAGES })
    await expect(ask(`const page = figma.root.children[1]; ${code}`)).rejects.toThrow(
      'on a page that has not been explicitly loaded. Remember to call `await page.loadAsync()`',
    )
  },
)

test('a page is cloned with its layers, and the copies are others', async () => {
  const { ask } = await openFigma({ pages: PAGES })
  const code = `const copy = figma.currentPage.clone(); const [layer] = copy.children
    return [figma.root.children.indexOf(copy), copy.name, layer.name, layer.id === figma.currentPage.children[0].id]`
  expect(await ask(code)).toEqual([3, 'One', 'In One', false])
})

test('a page has one solid colour behind it, which undo brings back', async () => {
  const { editor, ask } = await openFigma({ pages: PAGES })
  const before = JSON.stringify(editor.json())
  const code = `figma.currentPage.backgrounds = [{ type: 'SOLID', color: { r: 1, g: 0, b: 0 } }]; figma.commitUndo()
    return figma.currentPage.backgrounds[0].color`
  expect(await ask(code)).toEqual({ r: 1, g: 0, b: 0 })
  expect(JSON.stringify(editor.json())).not.toBe(before)
  editor.undo()
  expect(JSON.stringify(editor.json())).toBe(before)
})

test('an empty page with a name of dashes is a divider', async () => {
  const { ask } = await openFigma({ pages: [...PAGES, { name: '---', layers: [] }] })
  expect(await ask('return figma.root.children.map((page) => page.isPageDivider)')).toEqual([
    ...[false, false, false],
    true,
  ])
})

test('a selection never holds a layer together with what it lies in', async () => {
  const { ask } = await openFigma({ layers: [box('Frame', { type: 'FRAME', children: [box('Inner')] }), box('Other')] })
  const names = 'figma.currentPage.selection.map((layer) => layer.name).sort()'
  const code = `const [frame, other] = figma.currentPage.children
    figma.currentPage.selection = [frame.children[0], frame, other]; const before = ${names}
    frame.appendChild(other); return [before, ${names}]`
  expect(await ask(code)).toEqual([['Frame', 'Other'], ['Frame']])
})

test('when the making of the page that is shown is undone, another is shown', async () => {
  const { editor, ask } = await openFigma({ pages: PAGES })
  await ask('await figma.setCurrentPageAsync(figma.createPage()); figma.commitUndo()')
  expect(editor.pages()).toMatchObject([{}, {}, {}, { current: true }])
  editor.undo()
  await until(() => expect(editor.pages()).toMatchObject([{ current: true }, {}, {}]))
})

test('the colour profile is that of the file', async () => {
  const editor = await createEditor({ painter: noPainter })
  editor.open({ id: 'p3', title: 'P3', colorProfile: 'DISPLAY_P3', pages: PAGES, pictures: {} })
  const run = await editor.run(
    { manifest: MANIFEST, code: 'console.log(figma.root.documentColorProfile)', html: '' },
    { show() {}, post() {}, close() {}, resize() {}, notify() {} },
  )
  await until(() => expect(run.logs.map(({ values }) => values)).toEqual([['DISPLAY_P3']]))
})

test('the document keeps plugin data', async () => {
  const { ask } = await openFigma()
  expect(await ask(`figma.root.setPluginData('a', 'b'); return figma.root.getPluginData('a')`)).toBe('b')
})
