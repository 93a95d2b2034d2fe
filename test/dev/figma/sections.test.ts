import { expect, test } from 'vitest'
import { box, openFigma } from './open-figma.ts'

const SECTION = `const section = figma.currentPage.findOne((node) => node.type === 'SECTION');`

test('a new section takes in what it wholly covers, at its place on the page', async () => {
  const layers = [box('Inside', { x: 20, y: 30, width: 40, height: 40 }), box('Across', { x: 80, y: 30 })]
  const { ask } = await openFigma({ layers })
  const code = `const section = figma.createSection()
    return [section.children.map((node) => node.name), figma.currentPage.children.map((node) => node.name)]`
  expect(await ask(code)).toEqual([['Inside'], ['Across', 'Section']])
})

test('a section that is resized over layers takes them in, and they count from its corner', async () => {
  const layers = [
    box('Board', { type: 'SECTION', x: 100, y: 100, width: 50, height: 50 }),
    box('Box', { x: 110, y: 120, width: 200, height: 40 }),
  ]
  const { ask } = await openFigma({ layers })
  const code = `${SECTION} section.resizeWithoutConstraints(400, 300); const [child] = section.children
    return [child.name, child.x, child.y, child.absoluteBoundingBox.x, section.width]`
  expect(await ask(code)).toEqual(['Box', 10, 20, 110, 400])
})

test('the copy of a section takes in what lies on the page where it comes to lie, the original too', async () => {
  const layers = [box('Board', { type: 'SECTION', width: 400, height: 300 }), box('Box', { x: 20, y: 30 })]
  const { ask } = await openFigma({ layers })
  const code = `${SECTION} const copy = section.clone()
    return [copy.children.map((node) => node.name), figma.currentPage.children.length]`
  expect(await ask(code)).toEqual([['Board', 'Box'], 1])
})

test('removing a section removes what lies in it', async () => {
  const layers = [box('Board', { type: 'SECTION', children: [box('Box')] })]
  const { ask } = await openFigma({ layers })
  expect(await ask(`${SECTION} const [child] = section.children; section.remove(); return child.removed`)).toBe(true)
})

test('resizing a section leaves what lies in it as it is', async () => {
  const child = box('Box', { x: 5, y: 5, constraints: { horizontal: 'SCALE', vertical: 'SCALE' } })
  const { ask } = await openFigma({ layers: [box('Board', { type: 'SECTION', width: 200, children: [child] })] })
  const code = `${SECTION} section.resize(400, 400); const [child] = section.children; return [child.x, child.width]`
  expect(await ask(code)).toEqual([5, 100])
})

test('a section has fills, strokes and corners, and none of what a frame has beside them', async () => {
  const { ask } = await openFigma({ layers: [] })
  const code = `const section = figma.createSection(); section.cornerRadius = 4; section.sectionContentsHidden = true
    return [section.cornerRadius, section.sectionContentsHidden, section.fills.length,
      ['opacity', 'effects', 'rotation', 'constraints', 'layoutMode', 'clipsContent', 'strokeCap', 'absoluteRenderBounds'].filter((member) => member in section)]`
  expect(await ask(code)).toEqual([4, true, 1, []])
})

test('the clone of a layer in a section lies on the page', async () => {
  const layers = [box('Board', { type: 'SECTION', x: 100, children: [box('Box', { x: 7 })] })]
  const { ask } = await openFigma({ layers })
  const code = `${SECTION} const copy = section.children[0].clone(); return [copy.parent === figma.currentPage, copy.x]`
  expect(await ask(code)).toEqual([true, 7])
})
