import { expect, test } from 'vitest'
import { box, openFigma } from './open-figma.ts'

const BLACK = { r: 0, g: 0, b: 0 }

test('new shapes are as Figma makes them', async () => {
  const { ask } = await openFigma({ layers: [] })
  const code = `return ['Line', 'Polygon', 'Star', 'Vector', 'Slice'].map((kind) => {
    const layer = figma['create' + kind]()
    return [layer.type, layer.name, layer.width, layer.height, layer.parent === figma.currentPage, 'fills' in layer]
  })`
  expect(await ask(code)).toEqual([
    ['LINE', 'Line', 100, 0, true, true],
    ['POLYGON', 'Polygon', 100, 100, true, true],
    ['STAR', 'Star', 100, 100, true, true],
    ['VECTOR', 'Vector', 100, 100, true, true],
    ['SLICE', 'Slice', 100, 100, true, false],
  ])
})

test('a new line is a black stroke of 1 px', async () => {
  const { ask } = await openFigma({ layers: [] })
  const code = `const line = figma.createLine(); return [line.strokes[0].color, line.strokeWeight, line.fills]`
  expect(await ask(code)).toEqual([BLACK, 1, []])
})

test('a line is resized in width only', async () => {
  const { ask } = await openFigma({ layers: [] })
  const code = 'const line = figma.createLine();'
  expect(await ask(`${code} line.resize(200, 0); return [line.width, line.height]`)).toEqual([200, 0])
  await expect(ask(`${code} line.resize(200, 1)`)).rejects.toThrow('in resize: Property "height" failed validation')
})

test('points, arcs and radii are kept', async () => {
  const { ask } = await openFigma({ layers: [] })
  const code = `const polygon = figma.createPolygon(), star = figma.createStar(), ellipse = figma.createEllipse()
    const fresh = [polygon.pointCount, star.pointCount, star.innerRadius, ellipse.arcData.innerRadius]
    polygon.pointCount = 6; star.pointCount = 7; star.innerRadius = 0.6
    ellipse.arcData = { startingAngle: 0, endingAngle: 3, innerRadius: 0.5 }
    return [fresh, polygon.pointCount, star.pointCount, star.innerRadius, ellipse.arcData]`
  expect(await ask(code)).toEqual([[3, 5, 0.382, 0], 6, 7, 0.6, { startingAngle: 0, endingAngle: 3, innerRadius: 0.5 }])
})

test.each([
  ['figma.createPolygon().pointCount = 2', 'in set_pointCount: Property "pointCount" failed validation'],
  ['figma.createStar().innerRadius = 2', 'Number must be less than or equal to 1'],
  ['figma.createEllipse().arcData = { startingAngle: 0 }', 'Required value missing at endingAngle'],
  ['figma.createSlice().fills = []', 'object is not extensible'],
  ['figma.createVector().vectorNetwork', 'dev/figma: VectorNode.vectorNetwork is not simulated'],
  ['figma.flatten([figma.createStar()])', 'dev/figma: PluginAPI.flatten is not simulated'],
  ['figma.createSticky()', 'dev/figma: PluginAPI.createSticky is not simulated'],
])('%s is refused', async (code, message) => {
  const { ask } = await openFigma({ layers: [] })
  await expect(ask(code)).rejects.toThrow(message)
})

const VECTOR = 'const vector = figma.createVector(); vector.x = 10;'
const draw = (data: string) => `${VECTOR} vector.vectorPaths = [{ windingRule: 'EVENODD', data: '${data}' }];`

test('a vector takes the size of its paths and moves so that they stay where they were put', async () => {
  const { ask } = await openFigma({ layers: [] })
  const code = `${draw('M 60 76 L 700 16 L 700 185 Z')}
    return [vector.x, vector.y, vector.width, vector.height, vector.vectorPaths]`
  expect(await ask(code)).toEqual([
    ...[70, 16, 640, 169],
    [{ windingRule: 'EVENODD', data: 'M 0 60 L 640 0 L 640 169 Z' }],
  ])
})

test('quadratic curves are kept as cubic ones, and the box is around the curve', async () => {
  const { ask } = await openFigma({ layers: [] })
  const code = `${draw('M 0 0 Q 15 30 30 0')} return [vector.height, vector.vectorPaths[0].data]`
  expect(await ask(code)).toEqual([15, 'M 0 0 C 10 20 20 20 30 0'])
})

test('paths grow with their vector', async () => {
  const { ask } = await openFigma({ layers: [] })
  const code = `${draw('M 0 0 L 10 10 L 0 10 Z')} vector.resize(20, 30); return vector.vectorPaths[0].data`
  expect(await ask(code)).toBe('M 0 0 L 20 30 L 0 30 Z')
})

test.each([
  ['M 4 4 H 10', 'at H'],
  ['M0 0 L4 0 h4 v13', 'at h4'],
  ['M 0 0 L 10 632,', 'at ,'],
  ['L 0 0', 'at L'],
  ['M 0 0 L 1 2 3 4', 'at 3'],
  ['M 0 0 A 5 5 0 0 1 9 9', 'at A'],
])('the path %s is refused in Figma’s words', async (data, where) => {
  const { ask } = await openFigma({ layers: [] })
  await expect(ask(draw(data))).rejects.toThrow(`in set_vectorPaths: Failed to convert path. Invalid command ${where}`)
})

test('a refused path leaves the vector as it was', async () => {
  const { ask } = await openFigma({ layers: [] })
  const code = `${draw('M 5 5 L 9 9')} try { vector.vectorPaths = [{ windingRule: 'NONE', data: 'x' }] } catch {}
    return [vector.x, vector.vectorPaths[0].data]`
  expect(await ask(code)).toEqual([15, 'M 0 0 L 4 4'])
})

test('proportions are locked to what the size is, and follow a resize', async () => {
  const { ask } = await openFigma()
  const code = `const [layer] = figma.currentPage.children; const before = layer.targetAspectRatio; layer.lockAspectRatio()
    const locked = layer.targetAspectRatio; layer.resize(10, 20); const after = layer.targetAspectRatio
    layer.unlockAspectRatio(); return [before, locked, after, layer.targetAspectRatio]`
  expect(await ask(code)).toEqual([null, { x: 100, y: 50 }, { x: 10, y: 20 }, null])
})

test('a locked layer can be written to', async () => {
  const { ask } = await openFigma({ layers: [box('Box', { locked: true })] })
  const code = `const [layer] = figma.currentPage.children; layer.fills = []; layer.x = 5; return [layer.fills, layer.x]`
  expect(await ask(code)).toEqual([[], 5])
})
