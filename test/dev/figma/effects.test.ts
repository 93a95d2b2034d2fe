import { expect, test } from 'vitest'
import { box, openFigma } from './open-figma.ts'

const SHADOW = `{ type: 'DROP_SHADOW', color: { r: 0, g: 0, b: 0, a: 0.25 }, offset: { x: 0, y: 4 }, radius: 4,
  visible: true, blendMode: 'NORMAL' }`
const INNER = SHADOW.replace('DROP', 'INNER')

/** Assigns effects to a layer; answers what they then read as. */
async function assign(effects: string, type: 'RECTANGLE' | 'STAR' = 'RECTANGLE') {
  const { ask } = await openFigma({ layers: [box('Box', { type })] })
  return ask(`const layer = figma.currentPage.children[0]; layer.effects = ${effects}; return layer.effects`)
}

test('a shadow reads with every field that it can have', async () => {
  expect(await assign(`[${SHADOW}, ${INNER}]`)).toEqual([
    expect.objectContaining({ type: 'DROP_SHADOW', spread: 0, showShadowBehindNode: false, boundVariables: {} }),
    expect.not.objectContaining({ showShadowBehindNode: expect.anything() }),
  ])
})

test('a blur without its kind is an even one', async () => {
  expect(await assign(`[{ type: 'LAYER_BLUR', radius: 3, visible: true }]`)).toEqual([
    { type: 'LAYER_BLUR', radius: 3, visible: true, blurType: 'NORMAL', boundVariables: {} },
  ])
})

const NOISE = `type: 'NOISE', color: { r: 0, g: 0, b: 0, a: 1 }, visible: true, blendMode: 'NORMAL', noiseSize: 1, density: 0.5`

test.each([
  [
    `{ type: 'BACKGROUND_BLUR', blurType: 'PROGRESSIVE', radius: 9, startRadius: 0, startOffset: { x: 0, y: 0 }, endOffset: { x: 0, y: 1 }, visible: true }`,
  ],
  [`{ ${NOISE}, noiseType: 'MONOTONE' }`],
  [`{ ${NOISE}, noiseType: 'DUOTONE', secondaryColor: { r: 1, g: 1, b: 1, a: 1 } }`],
  [`{ ${NOISE}, noiseType: 'MULTITONE', opacity: 0.5 }`],
  [`{ type: 'TEXTURE', visible: true, noiseSize: 2, noiseSizeVector: { x: 2, y: 3 }, radius: 4, clipToShape: true }`],
  [
    `{ type: 'GLASS', visible: true, lightIntensity: 1, lightAngle: 45, refraction: 0.5, depth: 2, dispersion: 0, radius: 4 }`,
  ],
])('%s is taken', async (effect) => {
  await expect(assign(`[${effect}]`)).resolves.toHaveLength(1)
})

const without = (field: string) => SHADOW.replace(new RegExp(`${field}: [^,}]*,?`), '')

test.each([
  [without('visible'), 'Required value missing at [0].visible'],
  [without('blendMode'), 'Required value missing at [0].blendMode'],
  [SHADOW.replace('NORMAL', 'PASS_THROUGH'), "Invalid enum value. Expected 'NORMAL'"],
  [SHADOW.replace('radius: 4', 'radius: -4'), 'Number must be greater than or equal to 0 at [0].radius'],
  [
    INNER.replace('visible', 'showShadowBehindNode: true, visible'),
    "Unrecognized key(s) in object: 'showShadowBehindNode' at [0]",
  ],
  [`{ type: 'GLOW' }`, "Invalid discriminator value. Expected 'DROP_SHADOW' | 'INNER_SHADOW'"],
  [
    `{ ${NOISE}, noiseType: 'MONOTONE', noiseSizeVector: { x: 2, y: 1 } }`,
    'noiseSizeVector.x must equal noiseSize at [0]',
  ],
])('%s is refused', async (effect, message) => {
  await expect(assign(`[${effect}]`)).rejects.toThrow(
    `in set_effects: Property "effects" failed validation: ${message}`,
  )
})

test('a shader effect is refused by name', async () => {
  await expect(assign(`[{ type: 'SHADER', id: 's1', visible: true }]`)).rejects.toThrow(
    'dev/figma: an effect of type SHADER is not simulated',
  )
})

test('only boxes and ellipses take a spread', async () => {
  const spread = SHADOW.replace('radius', 'spread: 2, radius')
  await expect(assign(`[${spread}]`)).resolves.toMatchObject([{ spread: 2 }])
  await expect(assign(`[${spread}]`, 'STAR')).rejects.toThrow('spread on this kind of node at [0].spread')
  await expect(assign(`[${SHADOW}]`, 'STAR')).resolves.toHaveLength(1)
})

test('effects are frozen copies', async () => {
  const { ask } = await openFigma()
  const code = `const layer = figma.currentPage.children[0]; layer.effects = [${SHADOW}]; layer.effects[0].radius = 9`
  await expect(ask(code)).rejects.toThrow('read-only')
})
