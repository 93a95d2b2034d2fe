import { expect, test } from 'vitest'
import type { LayerSpec } from '../../../dev/figma/world.ts'
import { box, MANIFEST, openFigma, SOLID } from './open-figma.ts'

const WHITE = { r: 1, g: 1, b: 1 }
const BLACK = { r: 0, g: 0, b: 0 }
const BOUND = { ...SOLID, boundVariables: { color: { type: 'VARIABLE_ALIAS', id: 'Theme/ground' } } } as const
const VARIABLES = { 'Theme/ground': { Light: { ...WHITE, a: 1 }, Dark: { ...BLACK, a: 1 } } }

const instance = (name: string, component: string): LayerSpec => box(name, { type: 'INSTANCE', component })

/** A dark frame and a layer beside it, both on the ground that the theme says. */
const LAYERS: LayerSpec[] = [
  box('Box', { fills: [BOUND] }),
  box('Night', {
    type: 'FRAME',
    variableModes: { Theme: 'Dark' },
    fills: [],
    children: [box('Inner', { fills: [BOUND] })],
  }),
]
const open = (layers = LAYERS) => openFigma({ layers, shared: { variables: VARIABLES } })

const SETUP = `const [layer, night] = figma.currentPage.children
  const [inner] = night.children
  const [theme] = await figma.variables.getLocalVariableCollectionsAsync()
  const [ground] = await figma.variables.getLocalVariablesAsync()
  const [light, dark] = theme.modes.map(({ modeId }) => modeId);`

const NUMBER = `const [layer] = figma.currentPage.children
  const sizes = figma.variables.createVariableCollection('Sizes')
  const size = figma.variables.createVariable('size', sizes, 'FLOAT')
  size.setValueForMode(sizes.defaultModeId, 40);`

test('a collection begins with one mode, and a variable with a value in it', async () => {
  const { ask } = await openFigma()
  const code = `${NUMBER} const flag = figma.variables.createVariable('flag', sizes, 'BOOLEAN')
    return [sizes.modes.map(({ name }) => name), flag.valuesByMode[sizes.defaultModeId], sizes.variableIds.length, flag.scopes]`
  expect(await ask(code)).toEqual([['Mode 1'], false, 2, ['ALL_SCOPES']])
})

test('a bound colour reads as the nearest mode has it', async () => {
  const { ask } = await open()
  expect(await ask(`${SETUP} return [layer.fills[0].color, inner.fills[0].color]`)).toEqual([WHITE, BLACK])
})

test('a bound colour stays bound when the fills are written back', async () => {
  const { ask } = await open()
  const code = `${SETUP} layer.fills = layer.fills; return [layer.fills[0].boundVariables.color.id === ground.id, layer.boundVariables.fills.length]`
  expect(await ask(code)).toEqual([true, 1])
})

test('a new value shows wherever it is bound', async () => {
  const { ask } = await open()
  const code = `${SETUP} ground.setValueForMode(dark, { r: 0, g: 0, b: 1 }); return [layer.fills[0].color, inner.fills[0].color]`
  expect(await ask(code)).toEqual([WHITE, { r: 0, g: 0, b: 1 }])
})

test('a layer that is moved takes the mode of where it lies', async () => {
  const { ask } = await open()
  const code = `${SETUP} night.appendChild(layer); const within = layer.fills[0].color
    figma.currentPage.appendChild(layer); return [within, layer.fills[0].color]`
  expect(await ask(code)).toEqual([BLACK, WHITE])
})

test('modes are told as they were set and as they hold', async () => {
  const { ask } = await open()
  const code = `${SETUP} const told = [night, inner].map((one) => [Object.values(one.explicitVariableModes), one.resolvedVariableModes[theme.id] === dark])
    night.clearExplicitVariableModeForCollection(theme)
    return [told[0][0].length, told[0][1], ...told[1], inner.fills[0].color]`
  expect(await ask(code)).toEqual([1, true, [], true, WHITE])
})

test('a page has a mode too', async () => {
  const { ask } = await open()
  const code = `${SETUP} figma.currentPage.setExplicitVariableModeForCollection(theme, dark); return layer.fills[0].color`
  expect(await ask(code)).toEqual(BLACK)
})

test('a paint is bound by a copy of it', async () => {
  const { ask } = await open()
  const code = `${SETUP} const paint = { type: 'SOLID', color: { r: 1, g: 0, b: 0 }, opacity: 0.5 }
    night.fills = [figma.variables.setBoundVariableForPaint(paint, 'color', ground)]
    const bound = [night.fills[0].color, night.fills[0].opacity]
    night.fills = [figma.variables.setBoundVariableForPaint(night.fills[0], 'color', null)]
    return [...bound, night.fills[0].boundVariables]`
  expect(await ask(code)).toEqual([BLACK, 0.5, {}])
})

test('a colour that is see-through takes the place of the opacity', async () => {
  const { ask } = await open()
  const code = `${SETUP} ground.setValueForMode(light, { r: 1, g: 0, b: 0, a: 0.25 }); return layer.fills[0].opacity`
  expect(await ask(code)).toBe(0.25)
})

test('an effect is bound by a copy of it', async () => {
  const { ask } = await openFigma()
  const code = `${NUMBER} const blur = { type: 'LAYER_BLUR', radius: 1, visible: true }
    layer.effects = [figma.variables.setBoundVariableForEffect(blur, 'radius', size)]
    return [layer.effects[0].radius, layer.boundVariables.effects.length]`
  expect(await ask(code)).toEqual([40, 1])
})

test.each([
  ['width', 'layer.width', 40],
  ['opacity', 'layer.opacity', 0.4],
  ['strokeWeight', 'layer.strokeWeight', 40],
  ['topLeftRadius', 'layer.topLeftRadius', 40],
  ['cornerRadius', 'layer.cornerRadius', 40],
])('a number sets %s', async (field, read, value) => {
  const { ask } = await openFigma()
  const code = `${NUMBER} layer.setBoundVariable('${field}', size); await null; return ${read}`
  expect(await ask(code)).toBe(value)
})

test('a radius that is bound is told for each corner', async () => {
  const { ask } = await openFigma()
  const code = `${NUMBER} layer.setBoundVariable('cornerRadius', size); return Object.keys(layer.boundVariables)`
  expect(await ask(code)).toEqual(['topLeftRadius', 'topRightRadius', 'bottomLeftRadius', 'bottomRightRadius'])
})

test('auto layout follows a bound spacing', async () => {
  const row = { mode: 'HORIZONTAL' } as const
  const { ask } = await openFigma({
    layers: [box('Row', { type: 'FRAME', autoLayout: row, children: [box('A'), box('B')] })],
  })
  const code = `${NUMBER} layer.setBoundVariable('itemSpacing', size); return [layer.children[1].x, layer.width]`
  expect(await ask(code)).toEqual([140, 240])
})

test('what is written by hand is no longer bound', async () => {
  const { ask } = await openFigma()
  const code = `${NUMBER} layer.setBoundVariable('opacity', size); layer.opacity = 1
    return [layer.opacity, layer.boundVariables]`
  expect(await ask(code)).toEqual([1, {}])
})

test('a style takes the place of a variable, and a variable that of a style', async () => {
  const { ask } = await open()
  const code = `${SETUP} const style = figma.createPaintStyle()
    style.paints = [{ type: 'SOLID', color: { r: 1, g: 0, b: 0 } }]
    await layer.setFillStyleIdAsync(style.id)
    const styled = [layer.fillStyleId === style.id, layer.fills[0].boundVariables]
    layer.fills = [figma.variables.setBoundVariableForPaint(layer.fills[0], 'color', ground)]
    return [...styled, layer.fillStyleId, layer.fills[0].color]`
  expect(await ask(code)).toEqual([true, {}, '', WHITE])
})

test('an alias leads to the value in the mode of each collection', async () => {
  const { ask } = await open()
  const code = `${SETUP} const brand = figma.variables.createVariableCollection('Brand')
    const accent = figma.variables.createVariable('accent', brand, 'COLOR')
    accent.setValueForMode(brand.defaultModeId, figma.variables.createVariableAlias(ground))
    return [layer, inner].map((one) => accent.resolveForConsumer(one).value)`
  expect(await ask(code)).toEqual([
    { ...WHITE, a: 1 },
    { ...BLACK, a: 1 },
  ])
})

test('a mode comes with the values of the first, and takes its own away', async () => {
  const { ask } = await openFigma()
  const code = `${NUMBER} const wide = sizes.addMode('Wide'); const copied = size.valuesByMode[wide]
    size.setValueForMode(wide, 80); layer.setBoundVariable('height', size)
    layer.setExplicitVariableModeForCollection(sizes, wide); const height = layer.height
    sizes.renameMode(wide, 'Broad'); const names = sizes.modes.map(({ name }) => name)
    sizes.removeMode(wide); await null
    return [copied, height, names, layer.height, layer.explicitVariableModes]`
  expect(await ask(code)).toEqual([40, 80, ['Mode 1', 'Broad'], 40, {}])
})

test('a variable that is removed leaves its value behind', async () => {
  const { ask } = await open()
  const code = `${SETUP} const { id } = ground; ground.remove()
    return [inner.fills[0].color, inner.fills[0].boundVariables, theme.variableIds, await figma.variables.getVariableByIdAsync(id)]`
  expect(await ask(code)).toEqual([BLACK, {}, [], null])
})

test('an instance resolves the variables of its component in a mode of its own', async () => {
  const card: LayerSpec = box('Card', {
    type: 'COMPONENT',
    fills: [BOUND],
    children: [box('Inner', { fills: [BOUND] })],
  })
  const nested: LayerSpec = box('Shelf', { type: 'COMPONENT', fills: [], children: [instance('In shelf', 'Card')] })
  const { ask, editor } = await open([card, nested, instance('Shown', 'Shelf'), box('Box')])
  const code = `const [card, shelf, shown] = figma.currentPage.children
    const [theme] = await figma.variables.getLocalVariableCollectionsAsync()
    shown.setExplicitVariableModeForCollection(theme, theme.modes[1].modeId)
    card.children[0].resize(10, 10)
    const deep = shown.children[0].children[0]
    return [deep.width, deep.fills[0].color, card.children[0].fills[0].color]`
  expect(await ask(code)).toEqual([10, BLACK, WHITE])
  expect(editor.errors()).toEqual([])
})

test('a collection goes with its variables', async () => {
  const { ask } = await open()
  const code = `${SETUP} theme.remove(); return [await figma.variables.getLocalVariablesAsync(), night.explicitVariableModes]`
  expect(await ask(code)).toEqual([[], {}])
})

test.each([
  ["figma.variables.createVariable('size', sizes, 'FLOAT')", 'in createVariable: duplicate variable name'],
  ["figma.variables.createVariable('a.b', sizes, 'FLOAT')", 'in createVariable: invalid variable name'],
  [
    "figma.variables.createVariable('other', sizes.id, 'FLOAT')",
    'in createVariable: Cannot call createVariable with a collection id in incremental mode. Please pass the collection node instead.',
  ],
  ["figma.variables.createVariable('t', sizes, 'TIMING')", 'a variable of type TIMING is not simulated'],
  [
    "size.setValueForMode(sizes.defaultModeId, 'big')",
    'in setValueForMode: Mismatched variable resolved type (FLOAT) and value type (STRING)',
  ],
  [
    'size.setValueForMode(sizes.defaultModeId, figma.variables.createVariableAlias(size))',
    'A variable cannot be an alias of itself',
  ],
  ['sizes.removeMode(sizes.defaultModeId)', 'in removeMode: Could not delete last mode in collection'],
  ["for (let n = 0; n < 12; n++) sizes.addMode('M' + n)", 'in addMode: Limited to 10 modes only'],
  ["sizes.extend('More')", 'in extend: Cannot create extended collections outside of enterprise plan.'],
  [
    "layer.setBoundVariable('fills', size)",
    'in setBoundVariable: fills and strokes variable bindings must be set on paints directly',
  ],
  ["layer.setBoundVariable('textCase', size)", "in setBoundVariable: Unknown field: 'textCase'"],
  [
    "layer.setBoundVariable('visible', size)",
    "in setBoundVariable: variable of resolved type 'FLOAT' cannot be bound to 'visible'",
  ],
  ["layer.setBoundVariable('characters', size)", "in setBoundVariable: invalid field for rectangle node: 'characters'"],
  [
    "layer.setBoundVariable('width', size.id)",
    'in setBoundVariable: Cannot call setBoundVariable with a variable id in incremental mode.',
  ],
  [
    'figma.variables.getLocalVariables()',
    'in getLocalVariables: Cannot call with documentAccess: dynamic-page. Use figma.variables.getLocalVariablesAsync instead.',
  ],
  ['figma.teamLibrary', 'PluginAPI.teamLibrary is not simulated'],
])('%s throws', async (code, text) => {
  const { ask } = await openFigma()
  await expect(ask(`${NUMBER} ${code}`)).rejects.toThrow(text)
})

test('without dynamic pages ids are taken in place of objects', async () => {
  const { ask } = await openFigma()
  const { documentAccess: _documentAccess, ...manifest } = MANIFEST
  const code = `${NUMBER} layer.setBoundVariable('width', size.id)
    return [layer.width, figma.variables.getVariableById(size.id) === size]`
  expect(await ask(code, { manifest })).toEqual([40, true])
})

test('undo gives back values, modes and what is bound', async () => {
  const { ask, editor } = await open()
  const before = JSON.stringify(editor.json())
  await ask(
    `${SETUP} ground.setValueForMode(light, { r: 0, g: 1, b: 0 }); layer.fills = []; theme.addMode('Dim'); figma.commitUndo()`,
  )
  editor.undo()
  expect(JSON.stringify(editor.json())).toBe(before)
})
