import { expect, test } from 'vitest'
import type { PaintSpec } from '../../../dev/figma/world.ts'
import { box, openFigma } from './open-figma.ts'

const solid = (r: number): PaintSpec => ({ type: 'SOLID', color: { r, g: 0, b: 0 } })
const LAYERS = [
  box('Low', { x: 10, y: 10, width: 40, height: 40, fills: [solid(0)] }),
  box('High', { x: 30, y: 30, width: 40, height: 40, fills: [solid(1)] }),
]
const FIND = 'const page = figma.currentPage, [low, high] = page.children;'

test.each([
  ['union', 'UNION', 'Union', 1],
  ['subtract', 'SUBTRACT', 'Subtract', 0],
  ['intersect', 'INTERSECT', 'Intersect', 1],
  ['exclude', 'EXCLUDE', 'Exclude', 1],
])('%s combines layers, fits around them and looks like one of them', async (method, operation, name, red) => {
  const { ask } = await openFigma({ layers: LAYERS })
  const code = `${FIND} const made = figma.${method}([low, high], page)
    return [made.booleanOperation, made.name, [made.x, made.y, made.width, made.height], made.fills[0].color.r,
      made.children.length, page.children.length, low.x, 'constraints' in made]`
  expect(await ask(code)).toEqual([operation, name, [10, 10, 60, 60], red, 2, 1, 10, false])
})

test('the operation can be changed, and only to one that there is', async () => {
  const { ask } = await openFigma({ layers: LAYERS })
  const code = `${FIND} const made = figma.union([low, high], page);`
  expect(await ask(`${code} made.booleanOperation = 'EXCLUDE'; return made.booleanOperation`)).toBe('EXCLUDE')
  const { ask: askAgain } = await openFigma({ layers: LAYERS })
  await expect(askAgain(`${code} made.booleanOperation = 'XOR'`)).rejects.toThrow('in set_booleanOperation')
})

test('an empty boolean operation can be made, and fits what is put into it', async () => {
  const { ask } = await openFigma({ layers: LAYERS })
  const code = `${FIND} const made = figma.createBooleanOperation(); const empty = made.children.length
    made.appendChild(low); made.appendChild(high); return [empty, made.x, made.width, low.x, made.booleanOperation]`
  expect(await ask(code)).toEqual([0, 10, 60, 10, 'UNION'])
})

test('moving a boolean operation moves what is in it', async () => {
  const { ask } = await openFigma({ layers: LAYERS })
  const code = `${FIND} const made = figma.union([low, high], page); made.x = 0; made.y = 0; return [low.x, high.y]`
  expect(await ask(code)).toEqual([0, 20])
})
