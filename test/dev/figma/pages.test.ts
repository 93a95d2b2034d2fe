import { expect, test } from 'vitest'
import { box, openFigma, until } from './open-figma.ts'

const PAGES = [
  { name: 'One', layers: ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => box(name)) },
  { name: 'Two', layers: [box('Far')] },
]

test.each([
  [
    'figma.getNodeById("1:2")',
    'in getNodeById: Cannot call with documentAccess: dynamic-page. Use figma.getNodeByIdAsync instead.',
  ],
  [
    'figma.currentPage = figma.root.children[1]',
    'in set_currentPage: Cannot call with documentAccess: dynamic-page. Use figma.setCurrentPageAsync instead.',
  ],
  ['figma.getLocalPaintStyles()', 'Use figma.getLocalPaintStylesAsync instead.'],
  ['figma.root.findAll()', 'in findAll: Cannot call with documentAccess: dynamic-page.'],
  [
    'figma.root.children[1].children',
    'in get_children: Cannot access property `children` on a page that has not been explicitly loaded',
  ],
  [
    'figma.root.children[1].findAll()',
    'in findAll: Cannot access property `findAll` on a page that has not been explicitly loaded',
  ],
])('%s throws under dynamic-page', async (code, message) => {
  const { ask } = await openFigma({ pages: PAGES })
  await expect(ask(code)).rejects.toThrow(message)
})

test('a page opens up once it is loaded', async () => {
  const { ask } = await openFigma({ pages: PAGES })
  const code = `const page = figma.root.children[1]; await page.loadAsync(); return page.children[0].name`
  expect(await ask(code)).toBe('Far')
  expect(await ask('await figma.loadAllPagesAsync(); return figma.root.findAll().length')).toBe(9)
})

test('a layer of any page is found by its id, and null if there is none', async () => {
  const { editor, ask } = await openFigma({ pages: PAGES })
  const { id } = editor.layer('Far')
  expect(
    await ask(`return [(await figma.getNodeByIdAsync('${id}')).name, await figma.getNodeByIdAsync('9:9')]`),
  ).toEqual(['Far', null])
})

test('the current page changes for designer and plugin alike, and is told once', async () => {
  const { editor, start } = await openFigma({ pages: PAGES })
  const run = await start(`figma.on('currentpagechange', () => console.log(figma.currentPage.name))`)
  editor.showPage('Two')
  await until(() => expect(run.logs.map(({ values }) => values)).toEqual([['Two']]))
  const { editor: other, ask } = await openFigma({ pages: PAGES })
  await ask('await figma.setCurrentPageAsync(figma.root.children[1])')
  expect(other.pages()).toMatchObject([{ current: false }, { name: 'Two', current: true }])
})

test('the selection is in no order, but always in the same', async () => {
  const { editor, ask } = await openFigma({ pages: PAGES })
  const names = ['A', 'B', 'C', 'D', 'E', 'F']
  editor.select(names)
  const read = () => ask('return figma.currentPage.selection.map((layer) => layer.name)') as Promise<string[]>
  const first = await read()
  expect(first.toSorted()).toEqual(names)
  expect(first).not.toEqual(names)
  expect(first).not.toEqual(names.toReversed())
  expect(await read()).toEqual(first)
})

test('only layers of the page can be selected', async () => {
  const { editor, ask } = await openFigma({ pages: PAGES })
  const { id } = editor.layer('Far')
  await expect(ask(`figma.currentPage.selection = [await figma.getNodeByIdAsync('${id}')]`)).rejects.toThrow(
    'only include nodes in that page',
  )
  await expect(ask('figma.currentPage.selection = [figma.currentPage]')).rejects.toThrow('in set_selection')
  expect(() => editor.select(['Nobody'])).toThrow('“Nobody”')
  await ask('figma.currentPage.selection = figma.currentPage.children.slice(0, 1)')
  expect(editor.selection()).toEqual([editor.layer('A').id])
})

test('changes of the selection are told later and once', async () => {
  const { editor, start } = await openFigma({ pages: PAGES })
  const run = await start(`figma.on('selectionchange', () => console.log(figma.currentPage.selection.length))`)
  editor.select(['A'])
  editor.select(['A', 'B'])
  editor.select(['A', 'B', 'C'])
  expect(run.logs).toEqual([])
  await until(() => expect(run.logs.map(({ values }) => values)).toEqual([[3]]))
})

test('a selected layer that is removed leaves the selection, and that is told', async () => {
  const { editor, start } = await openFigma({ pages: PAGES })
  editor.select(['A'])
  const run = await start(`figma.on('selectionchange', () => console.log(figma.currentPage.selection.length))`)
  editor.remove('A')
  await until(() => expect(run.logs.map(({ values }) => values)).toEqual([[0]]))
})
