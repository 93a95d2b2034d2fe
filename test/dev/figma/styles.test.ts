import { expect, test } from 'vitest'
import type { LayerSpec } from '../../../dev/figma/world.ts'
import { box, MANIFEST, openFigma, png, SOLID, until } from './open-figma.ts'

const RED = SOLID.color
const BLUE = { r: 0, g: 0, b: 1 }
const RESTING = { fills: [{ type: 'SOLID', color: BLUE }] } as const

const STYLES = { paint: { 'Brand/Red': [SOLID] }, effect: { Soft: [] } }
const SETUP = `const [layer] = figma.currentPage.children
  const [red] = await figma.getLocalPaintStylesAsync()
  const blue = { type: 'SOLID', color: { r: 0, g: 0, b: 1 } };`

const open = () => openFigma({ layers: [box('Box', { fills: [...RESTING.fills] })], shared: { styles: STYLES } })

test('a new paint style is empty, local and the last of its kind', async () => {
  const { ask } = await open()
  const code = `const style = figma.createPaintStyle()
    const all = await figma.getLocalPaintStylesAsync()
    return [style.type, style.paints, style.remote, style.description, all.at(-1) === style, style.id === \`S:\${style.key},\`]`
  expect(await ask(code)).toEqual(['PAINT', [], false, '', true, true])
})

test('a new text style is in Inter Regular, 12 px', async () => {
  const { ask } = await open()
  expect(await ask('const style = figma.createTextStyle(); return [style.fontName, style.fontSize]')).toEqual([
    { family: 'Inter', style: 'Regular' },
    12,
  ])
})

test('a style is found by its id, and nothing by another', async () => {
  const { ask } = await open()
  const code = `${SETUP} return [await figma.getStyleByIdAsync(red.id) === red, await figma.getStyleByIdAsync('S:no,')]`
  expect(await ask(code)).toEqual([true, null])
})

test('a style is no node', async () => {
  const { ask } = await open()
  expect(await ask(`${SETUP} return figma.getNodeByIdAsync(red.id)`)).toBeNull()
})

test('a layer takes over the paints of a style and follows it', async () => {
  const { ask } = await open()
  const code = `${SETUP} await layer.setFillStyleIdAsync(red.id)
    const before = layer.fills[0].color
    red.paints = [blue]
    return [layer.fillStyleId === red.id, before, layer.fills[0].color]`
  expect(await ask(code)).toEqual([true, RED, BLUE])
})

test('fills that are written by hand drop the style', async () => {
  const { ask } = await open()
  const code = `${SETUP} await layer.setFillStyleIdAsync(red.id); layer.fills = layer.fills; return layer.fillStyleId`
  expect(await ask(code)).toBe('')
})

test('what a designer paints drops the style too', async () => {
  const { ask, editor } = await open()
  await ask(`${SETUP} await layer.setFillStyleIdAsync(red.id)`)
  editor.setFills('Box', [SOLID])
  expect(editor.layer('Box').more.styles).toBeUndefined()
})

test('an empty id ends the link and keeps the paints', async () => {
  const { ask } = await open()
  const code = `${SETUP} await layer.setFillStyleIdAsync(red.id); await layer.setFillStyleIdAsync('')
    return [layer.fillStyleId, layer.fills[0].color]`
  expect(await ask(code)).toEqual(['', RED])
})

test('a style that is removed leaves its paints behind', async () => {
  const { ask } = await open()
  const code = `${SETUP} await layer.setFillStyleIdAsync(red.id); red.remove()
    return [layer.fillStyleId, layer.fills[0].color, await figma.getLocalPaintStylesAsync()]`
  expect(await ask(code)).toEqual(['', RED, []])
})

test.each([
  ["await layer.setFillStyleIdAsync('S:no,')", 'in setFillStyleIdAsync: The style with id "S:no," does not exist'],
  [
    'await layer.setEffectStyleIdAsync(red.id)',
    'in setEffectStyleIdAsync: A paint style cannot be set as effectStyleId',
  ],
  [
    'layer.fillStyleId = red.id',
    'in set_fillStyleId: Cannot call with documentAccess: dynamic-page. Use node.setFillStyleIdAsync instead.',
  ],
  [
    'red.consumers',
    'in get_consumers: Cannot call with documentAccess: dynamic-page. Use style.getStyleConsumersAsync instead.',
  ],
  [
    'figma.getLocalPaintStyles()',
    'in getLocalPaintStyles: Cannot call with documentAccess: dynamic-page. Use figma.getLocalPaintStylesAsync instead.',
  ],
  ['red.remove(); red.name', 'in get_name: The node with id'],
  ['red.paints = [{ type: "SOLID" }]', 'in set_paints: Property "paints" failed validation: Required value missing'],
])('%s throws', async (code, text) => {
  const { ask } = await open()
  await expect(ask(`${SETUP} ${code}`)).rejects.toThrow(text)
})

test('without dynamic pages the old members work', async () => {
  const { ask } = await open()
  const { documentAccess: _documentAccess, ...manifest } = MANIFEST
  const code = `const [layer] = figma.currentPage.children; const [red] = figma.getLocalPaintStyles()
    layer.fillStyleId = red.id
    return [layer.fills[0].color, red.consumers.length, figma.getStyleById(red.id) === red]`
  expect(await ask(code, { manifest })).toEqual([RED, 1, true])
})

test('those that follow a style are told with what follows it', async () => {
  const { ask } = await open()
  const code = `${SETUP} await layer.setFillStyleIdAsync(red.id); await layer.setStrokeStyleIdAsync(red.id)
    const [consumer] = await red.getStyleConsumersAsync()
    return [consumer.node === layer, consumer.fields]`
  expect(await ask(code)).toEqual([true, ['fillStyleId', 'strokeStyleId']])
})

test('effects and grids have styles like paints', async () => {
  const { ask } = await open()
  const code = `const frame = figma.createFrame()
    const shadow = figma.createEffectStyle()
    shadow.effects = [{ type: 'LAYER_BLUR', radius: 4, visible: true }]
    const columns = figma.createGridStyle()
    columns.layoutGrids = [{ pattern: 'GRID', sectionSize: 8 }]
    await frame.setEffectStyleIdAsync(shadow.id)
    await frame.setGridStyleIdAsync(columns.id)
    const taken = [frame.effects[0].radius, frame.layoutGrids[0].sectionSize]
    frame.effects = []
    return [taken, frame.effectStyleId, frame.gridStyleId === columns.id]`
  expect(await ask(code)).toEqual([[4, 8], '', true])
})

test('local styles keep their order until one is moved', async () => {
  const { ask } = await open()
  const code = `for (const name of ['A', 'B', 'C']) figma.createEffectStyle().name = name
    const named = async () => (await figma.getLocalEffectStylesAsync()).map(({ name }) => name)
    const before = await named()
    const [soft, a, b, c] = await figma.getLocalEffectStylesAsync()
    figma.moveLocalEffectStyleAfter(c, soft)
    figma.moveLocalEffectStyleAfter(b, null)
    return [before, await named()]`
  expect(await ask(code)).toEqual([
    ['Soft', 'A', 'B', 'C'],
    ['B', 'Soft', 'C', 'A'],
  ])
})

test('a style moves only within its folder', async () => {
  const { ask } = await open()
  const code = `${SETUP} figma.moveLocalPaintStyleAfter(figma.createPaintStyle(), red)`
  await expect(ask(code)).rejects.toThrow('must live in the same folder')
})

test('a library style is read-only, and comes into the file when it is imported', async () => {
  const shared = { libraryStyles: { paint: { Remote: [SOLID] } } }
  const { ask } = await openFigma({ layers: [box('Box', { fills: [], fillStyle: 'Remote' })], shared })
  const code = `const [layer] = figma.currentPage.children
    const style = await figma.getStyleByIdAsync(layer.fillStyleId)
    return [style.remote, await figma.importStyleByKeyAsync(style.key) === style, await figma.getLocalPaintStylesAsync()]`
  expect(await ask(code)).toEqual([true, true, []])
  const write = `const [layer] = figma.currentPage.children
    const style = await figma.getStyleByIdAsync(layer.fillStyleId); style.paints = []`
  await expect(ask(write)).rejects.toThrow('in set_paints: Cannot write to internal and read-only node')
})

test('a style that no library has cannot be imported', async () => {
  const { ask } = await open()
  await expect(ask("await figma.importStyleByKeyAsync('nothing')")).rejects.toThrow('Could not find a published style')
})

test('styles carry plugin data', async () => {
  const { ask } = await open()
  const code = `${SETUP} red.setPluginData('a', 'b'); return [red.getPluginData('a'), red.getPluginDataKeys()]`
  expect(await ask(code)).toEqual(['b', ['a']])
})

test('undo gives back a style and what it had set', async () => {
  const { ask, editor } = await open()
  await ask(`${SETUP} await layer.setFillStyleIdAsync(red.id); figma.commitUndo()`)
  const before = JSON.stringify(editor.json())
  await ask(`${SETUP} red.paints = [blue]; red.remove(); figma.commitUndo()`)
  expect(JSON.stringify(editor.json())).not.toBe(before)
  editor.undo()
  expect(JSON.stringify(editor.json())).toBe(before)
})

test('the document as JSON tells its styles', async () => {
  const { editor } = await open()
  const told = editor.json().shared.map(({ type, name, fills, more }) => [type, name, fills.length, more.style?.kind])
  expect(told.sort()).toEqual([
    ['STYLE', 'Brand/Red', 1, 'PAINT'],
    ['STYLE', 'Soft', 0, 'EFFECT'],
  ])
})

test('an image that only a style shows stays in the file', async () => {
  const photo = { type: 'IMAGE', scaleMode: 'FILL', picture: 'photo' } as const
  const { ask, editor } = await openFigma({
    pictures: { photo: await png(4, 4) },
    shared: { styles: { paint: { Photo: [photo] } } },
  })
  const HASH = 'const [{ paints: [{ imageHash }] }] = await figma.getLocalPaintStylesAsync();'
  await ask(`${HASH} figma.closePlugin()`).catch(() => {})
  await until(() => expect(editor.errors()).toEqual([]))
  expect(await ask(`${HASH} return figma.getImageByHash(imageHash) !== null`)).toBe(true)
})

test('a plugin hears of styles, and not of the layers that follow them', async () => {
  const { start, editor } = await open()
  const run = await start(`(async () => {
    ${SETUP} await layer.setFillStyleIdAsync(red.id); await figma.loadAllPagesAsync()
    figma.on('stylechange', ({ styleChanges }) => console.log(styleChanges.map(({ type, style, properties }) => [type, style === red, properties])))
    figma.on('documentchange', ({ documentChanges }) => console.log(documentChanges.map(({ type }) => type)))
    red.paints = [blue]
  })()`)
  await until(() => expect(run.logs).toHaveLength(2))
  expect(run.logs.map(({ values }) => values[0])).toEqual(
    expect.arrayContaining([[['STYLE_PROPERTY_CHANGE', true, ['paint']]], ['STYLE_PROPERTY_CHANGE']]),
  )
  expect(editor.errors()).toEqual([])
})

const card: LayerSpec = box('Card', {
  type: 'COMPONENT',
  fillStyle: 'Brand/Red',
  children: [box('Part', { fillStyle: 'Brand/Red' })],
})
const shown: LayerSpec = { ...box('Shown', { type: 'INSTANCE', component: 'Card', width: 0, height: 0 }) }
const openCard = () => openFigma({ layers: [card, shown], shared: { styles: STYLES } })

test('an instance follows the style that its component follows', async () => {
  const { ask, editor } = await openCard()
  const code = `const [card, shown] = figma.currentPage.children; const [red] = await figma.getLocalPaintStylesAsync()
    red.paints = [{ type: 'SOLID', color: { r: 0, g: 0, b: 1 } }]
    return [shown.children[0].fillStyleId === red.id, shown.children[0].fills[0].color, shown.overrides.flatMap(({ overriddenFields }) => overriddenFields)]`
  expect(await ask(code)).toEqual([true, BLUE, ['name']])
  expect(editor.errors()).toEqual([])
})

test('in an instance another style is an override, and the component keeps its own', async () => {
  const { ask } = await openCard()
  const code = `const [card, shown] = figma.currentPage.children
    const blue = figma.createPaintStyle(); blue.paints = [{ type: 'SOLID', color: { r: 0, g: 0, b: 1 } }]
    await shown.children[0].setFillStyleIdAsync(blue.id)
    card.children[0].opacity = 0.5
    return [shown.children[0].fills[0].color, shown.children[0].fillStyleId === blue.id, shown.children[0].opacity, card.children[0].fills[0].color]`
  expect(await ask(code)).toEqual([BLUE, true, 0.5, RED])
})

test('letters that follow a style change with it, and the others stay', async () => {
  const words = box('Words', { type: 'TEXT', text: { characters: 'red and not' } })
  const { ask } = await openFigma({ layers: [words], shared: { styles: STYLES } })
  const code = `const [text] = figma.currentPage.children; const [red] = await figma.getLocalPaintStylesAsync()
    await figma.loadFontAsync({ family: 'Inter', style: 'Regular' })
    text.fills = [{ type: 'SOLID', color: { r: 0, g: 1, b: 0 } }]
    await text.setRangeFillStyleIdAsync(0, 3, red.id)
    const mixed = text.fillStyleId === figma.mixed
    red.paints = [{ type: 'SOLID', color: { r: 0, g: 0, b: 1 } }]
    return [mixed, text.getRangeFills(0, 3)[0].color, text.getRangeFills(4, 6)[0].color]`
  expect(await ask(code)).toEqual([true, BLUE, { r: 0, g: 1, b: 0 }])
})

test('a text takes over a text style and follows it', async () => {
  const words = box('Words', { type: 'TEXT', text: { characters: 'Title' } })
  const { ask } = await openFigma({ layers: [words], shared: { styles: { text: { Title: { fontSize: 30 } } } } })
  const code = `const [text] = figma.currentPage.children; const [title] = await figma.getLocalTextStylesAsync()
    await figma.loadFontAsync(title.fontName)
    await text.setTextStyleIdAsync(title.id); const before = text.fontSize
    title.fontSize = 40; const after = text.fontSize
    text.fontSize = 12
    return [before, after, text.textStyleId]`
  expect(await ask(code)).toEqual([30, 40, ''])
})

test('a text style cannot be changed before its font is loaded', async () => {
  const { ask } = await openFigma()
  await expect(ask('figma.createTextStyle().fontSize = 20')).rejects.toThrow('unloaded font "Inter Regular"')
})
