import { beforeAll, expect, test } from 'vitest'
import { box, openFigma, png } from './open-figma.ts'

let picture: Uint8Array
beforeAll(async () => {
  picture = await png(8, 4)
})

const IMAGE = { type: 'IMAGE', scaleMode: 'FILL', picture: 'photo' } as const
const LAYER = 'const layer = figma.currentPage.children[0]; const [paint] = layer.fills;'

/** Assigns fills, written as the code would, to a layer with one image; answers what they then read as. */
async function assign(fills: string) {
  const { ask } = await openFigma({ layers: [box('Box', { fills: [IMAGE] })], pictures: { photo: picture } })
  return ask(`${LAYER} layer.fills = ${fills}; return layer.fills`) as Promise<Record<string, unknown>[]>
}

test('an image paint reads with every field that it can have', async () => {
  const [paint] = await assign('layer.fills')
  expect(paint).toEqual({
    type: 'IMAGE',
    visible: true,
    opacity: 1,
    blendMode: 'NORMAL',
    scaleMode: 'FILL',
    imageTransform: [
      [1, 0, 0],
      [0, 1, 0],
    ],
    scalingFactor: 0.5,
    rotation: 0,
    filters: { exposure: 0, contrast: 0, saturation: 0, temperature: 0, tint: 0, highlights: 0, shadows: 0 },
    imageHash: expect.stringMatching(/^[0-9a-f]{40}$/),
  })
})

test('solid and gradient paints are taken and completed', async () => {
  const stop = (position: number) => `{ color: { r: 1, g: 1, b: 1, a: ${position} }, position: ${position} }`
  const gradient = `{ type: 'GRADIENT_LINEAR', gradientTransform: [[1, 0, 0], [0, 1, 0]], gradientStops: [${stop(0)}, ${stop(1)}] }`
  const [solid, linear] = await assign(`[{ type: 'SOLID', color: { r: 0, g: 0, b: 0 } }, ${gradient}]`)
  expect(solid).toMatchObject({ opacity: 1, visible: true, blendMode: 'NORMAL', boundVariables: {} })
  expect(linear).toMatchObject({ type: 'GRADIENT_LINEAR', opacity: 1 })
})

const CROP = '[[0.5, 0, 0], [0, 1, 0]]'

test.each([
  [`[{ ...paint, scaleMode: 'CROP', imageTransform: ${CROP} }]`],
  [`[{ ...paint, scaleMode: 'TILE', scalingFactor: 2, rotation: 90 }]`],
  [`[{ ...paint, scaleMode: 'FIT', rotation: 270, filters: { exposure: -1 } }]`],
  [`[{ type: 'IMAGE', scaleMode: 'FILL', imageHash: null }]`],
  ['[]'],
])('fills = %s is taken', async (fills) => {
  await expect(assign(fills)).resolves.toBeInstanceOf(Array)
})

const FAILED = 'in set_fills: Property "fills" failed validation: '

test.each([
  ['figma.mixed', 'Expected array, received symbol'],
  [`[{ ...paint, opacity: 1.5 }]`, 'Number must be less than or equal to 1 at [0].opacity'],
  [`[paint, { ...paint, opacity: -1 }]`, 'Number must be greater than or equal to 0 at [1].opacity'],
  [`[{ ...paint, opacity: '1' }]`, 'Expected number, received string at [0].opacity'],
  [`[{ ...paint, mine: 1 }]`, "Unrecognized key(s) in object: 'mine' at [0]"],
  [`[{ type: 'SOLID', color: { r: 1, g: 1, b: 1, a: 1 } }]`, "Unrecognized key(s) in object: 'a' at [0].color"],
  [`[{ type: 'SOLID' }]`, 'Required value missing at [0].color'],
  [`[{ type: 'SOLID', color: { r: 2, g: 0, b: 0 } }]`, 'Number must be less than or equal to 1 at [0].color.r'],
  [`[{ type: 'PHOTO' }]`, "Invalid discriminator value. Expected 'SOLID' |"],
  [
    `[{ ...paint, scaleMode: 'STRETCH' }]`,
    "Invalid enum value. Expected 'FILL' | 'FIT' | 'CROP' | 'TILE', received 'STRETCH'",
  ],
  [`[{ ...paint, blendMode: 'DISSOLVE' }]`, "Invalid enum value. Expected 'NORMAL' | 'DARKEN'"],
  [`[{ ...paint, blendMode: 'PASS_THROUGH' }]`, "Invalid enum value. Expected 'NORMAL' | 'DARKEN'"],
  [`[{ type: 'VIDEO', scaleMode: 'FILL', videoHash: 'v1' }]`, 'videoHash names no video of this file at [0]'],
  [`[{ type: 'GRADIENT_RADIAL', gradientTransform: ${CROP}, gradientStops: [] }]`, 'A gradient needs two stops'],
  [`[{ ...paint, filters: { exposure: 2 } }]`, 'Number must be less than or equal to 1 at [0].filters.exposure'],
  [`[{ ...paint, rotation: 45 }]`, 'Rotation must be a multiple of 90 at [0].rotation'],
  [`[{ ...paint, scaleMode: 'CROP', rotation: 90 }]`, 'rotation with CROP at [0]'],
  [`[{ ...paint, imageTransform: ${CROP} }]`, 'imageTransform with FILL at [0]'],
  [`[{ ...paint, scaleMode: 'FIT', scalingFactor: 2 }]`, 'scalingFactor with FIT at [0]'],
  [`[{ ...paint, imageHash: 'f'.repeat(40) }]`, 'imageHash names no image of this file at [0]'],
])('fills = %s is refused', async (fills, message) => {
  await expect(assign(fills)).rejects.toThrow(FAILED + message)
})

test('something that is no list is refused in the words of Figma’s documentation', async () => {
  await expect(assign('5')).rejects.toThrow('in set_fills: Expected "fills" to have type array but got number instead')
})

test('a shader that nothing has imported is refused by name', async () => {
  await expect(assign(`[{ type: 'SHADER', id: 's1' }]`)).rejects.toThrow(
    'a shader that is not imported is not simulated',
  )
})

test('videos and shaders that are on a layer are kept as they are', async () => {
  const video = { type: 'VIDEO', scaleMode: 'FILL', videoHash: 'v1' } as const
  const shader = { type: 'SHADER', id: 's1', properties: { glow: 2 } } as const
  const { ask } = await openFigma({ layers: [box('Box', { fills: [video, shader] })] })
  const code = `${LAYER} const before = JSON.stringify(layer.fills)
    layer.fills = [...layer.fills, { type: 'SOLID', color: { r: 0, g: 0, b: 0 } }]
    return [JSON.stringify(layer.fills.slice(0, 2)) === before, layer.fills[1].properties.glow]`
  expect(await ask(code)).toEqual([true, 2])
})

test.each(['GRADIENT_RADIAL', 'GRADIENT_ANGULAR', 'GRADIENT_DIAMOND'])('a %s is taken', async (type) => {
  const stop = (position: number) => `{ color: { r: 1, g: 1, b: 1, a: 1 }, position: ${position} }`
  const [paint] = await assign(
    `[{ type: '${type}', gradientTransform: [[1, 0, 0], [0, 1, 0]], gradientStops: [${stop(0)}, ${stop(1)}] }]`,
  )
  expect(paint).toMatchObject({ type, visible: true, gradientStops: [{ boundVariables: {} }, { boundVariables: {} }] })
})

const PATTERN = `{ type: 'PATTERN', sourceNodeId: figma.currentPage.children[0].id, tileType: 'RECTANGULAR',
  scalingFactor: 1, spacing: { x: 0, y: 0 }, horizontalAlignment: 'CENTER' }`

test('a pattern is taken by setFillsAsync and by no setter, also where there is one already', async () => {
  const { ask } = await openFigma({ layers: [box('Dot'), box('Box')] })
  const BOX = 'const layer = figma.currentPage.children[1];'
  await expect(ask(`${BOX} layer.fills = [${PATTERN}]`)).rejects.toThrow('Use setFillsAsync instead')
  await expect(ask(`${BOX} layer.strokes = [${PATTERN}]`)).rejects.toThrow('Use setStrokesAsync instead')
  const set = `${BOX} await layer.setFillsAsync([${PATTERN}]);`
  expect(await ask(`${set} return layer.fills`)).toMatchObject([{ type: 'PATTERN', opacity: 1, blendMode: 'NORMAL' }])
  await expect(ask(`${set} layer.fills = [...layer.fills]`)).rejects.toThrow('Use setFillsAsync instead')
  await expect(ask(`${BOX} await layer.setFillsAsync([{ ...${PATTERN}, sourceNodeId: '9:9' }])`)).rejects.toThrow(
    'in setFillsAsync: Property "fills" failed validation: sourceNodeId names no node at [0]',
  )
})

test('a variable that is bound to a colour is kept', async () => {
  const bound = `{ color: { type: 'VARIABLE_ALIAS', id: 'VariableID:0:0' } }`
  await expect(assign(`[{ type: 'SOLID', color: { r: 0, g: 0, b: 0 }, boundVariables: { r: 1 } }]`)).rejects.toThrow(
    'failed validation',
  )
  const [paint] = await assign(`[{ type: 'SOLID', color: { r: 0, g: 0, b: 0 }, boundVariables: ${bound} }]`)
  expect(paint).toMatchObject({ boundVariables: { color: { type: 'VARIABLE_ALIAS' } } })
})

test('a refused assignment leaves the paints as they were', async () => {
  const { ask } = await openFigma({ layers: [box('Box', { fills: [IMAGE] })], pictures: { photo: picture } })
  const code = `${LAYER} try { layer.fills = [{ ...paint, opacity: 9 }] } catch {}; return layer.fills[0].opacity`
  expect(await ask(code)).toBe(1)
})

test('setFillsAsync checks as the setter does', async () => {
  const { ask } = await openFigma()
  await expect(ask(`${LAYER} await layer.setFillsAsync([{ ...paint, opacity: 9 }])`)).rejects.toThrow(
    'in setFillsAsync:',
  )
  expect(
    await ask(`${LAYER} await layer.setFillsAsync([{ ...paint, opacity: 0.5 }]); return layer.fills[0].opacity`),
  ).toBe(0.5)
})

test('a plugin cannot name pictures of the world', async () => {
  await expect(assign(`[{ type: 'IMAGE', scaleMode: 'FILL', picture: 'photo' }]`)).rejects.toThrow('failed validation')
})
