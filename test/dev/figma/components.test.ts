import { expect, test } from 'vitest'
import { card, FINDERS, instance } from './component-worlds.ts'
import { box, openFigma } from './open-figma.ts'

const WORLD = [card(), instance('Copy', 'Card'), box('Box')]
const COPY = `${FINDERS} const card = find('Card'), copy = find('Copy');`

test('a new component is empty, has a key and makes instances on the page', async () => {
  const { ask } = await openFigma()
  const code = `const component = figma.createComponent(), copy = component.createInstance()
    return [component.type, component.width, component.key.length, component.remote, copy.parent === figma.currentPage,
      (await component.getInstancesAsync())[0] === copy, component.variantProperties, await component.getPublishStatusAsync()]`
  expect(await ask(code)).toEqual(['COMPONENT', 100, 40, false, true, true, null, 'UNPUBLISHED'])
})

test('a frame becomes a component in its place, and the old reference is stale', async () => {
  const frame = box('Frame', { type: 'FRAME', x: 5, children: [box('Inner')] })
  const { ask } = await openFigma({ layers: [frame, box('Top')] })
  const code = `const frame = figma.currentPage.children[0], inner = frame.children[0]
    const component = figma.createComponentFromNode(frame)
    return [component.type, component.name, component.x, frame.removed, component.children[0] === inner, figma.currentPage.children[0] === component]`
  expect(await ask(code)).toEqual(['COMPONENT', 'Frame', 5, true, true, true])
})

test('a shape that becomes a component lies in it', async () => {
  const { ask } = await openFigma({ layers: [box('Box', { x: 40, y: 30 })] })
  const code = `const shape = figma.currentPage.children[0], component = figma.createComponentFromNode(shape)
    return [component.children[0] === shape, component.x, component.y, shape.x, component.width, component.height]`
  expect(await ask(code)).toEqual([true, 40, 30, 0, 100, 50])
})

test('a frame that becomes a component has lost its plugin data, what lies in it has not', async () => {
  const { ask } = await openFigma({ layers: [box('Frame', { type: 'FRAME', children: [box('Inner')] })] })
  const code = `const frame = figma.currentPage.children[0]
    for (const layer of [frame, frame.children[0]]) layer.setPluginData('a', 'b')
    const component = figma.createComponentFromNode(frame)
    return [component.getPluginData('a'), component.children[0].getPluginData('a')]`
  expect(await ask(code)).toEqual(['', 'b'])
})

test('what makes up a boolean operation cannot become a component', async () => {
  const union = box('Union', { type: 'BOOLEAN_OPERATION', operation: 'UNION', children: [box('Part')] })
  const { ask } = await openFigma({ layers: [union] })
  const code = 'figma.createComponentFromNode(figma.currentPage.children[0].children[0])'
  await expect(ask(code)).rejects.toThrow('Cannot create component from node')
})

test.each(['card', 'card.children[0]', 'copy.children[0]'])('%s cannot become a component', async (node) => {
  const { ask } = await openFigma({ layers: WORLD })
  await expect(ask(`${COPY} figma.createComponentFromNode(${node})`)).rejects.toThrow(
    'Cannot create component from node',
  )
})

test('a clone of a component is a new one without instances', async () => {
  const { ask } = await openFigma({ layers: WORLD })
  const code = `${COPY} const clone = card.clone(); clone.children[0].fills = blue
    return [clone.type, clone.key === card.key, (await clone.getInstancesAsync()).length, colourOf(copy.children[0])]`
  expect(await ask(code)).toEqual(['COMPONENT', false, 0, 'red'])
})

test('in a clone of a frame the components are instances of those in it', async () => {
  const { ask } = await openFigma({ layers: [box('Frame', { type: 'FRAME', children: [card()] })] })
  const code = `const frame = figma.currentPage.children[0], clone = frame.clone()
    return [clone.children[0].type, (await clone.children[0].getMainComponentAsync()) === frame.children[0]]`
  expect(await ask(code)).toEqual(['INSTANCE', true])
})

test('a component that is removed stays readable for its instances, on no page and for nobody to write', async () => {
  const { ask } = await openFigma({ layers: WORLD })
  const code = `${COPY} card.remove(); const main = await copy.getMainComponentAsync()
    let message = ''; try { main.children[0].fills = blue } catch (error) { message = error.message }
    copy.children[0].opacity = 0.5
    return [main.name, main.parent, figma.currentPage.children.length, copy.children.length, message]`
  expect(await ask(code)).toEqual(['Card', null, 2, 2, 'in set_fills: Cannot write to internal and read-only node'])
})

test('a component without instances is removed for good', async () => {
  const { ask } = await openFigma({ layers: [card()] })
  expect(await ask(`const card = figma.currentPage.children[0]; card.remove(); return card.removed`)).toBe(true)
})

test('undo brings a removed component back, and it leads its instances again', async () => {
  const { ask, editor } = await openFigma({ layers: WORLD })
  const before = JSON.stringify(editor.json())
  await ask(`${COPY} card.remove(); figma.commitUndo()`)
  editor.undo()
  expect(JSON.stringify(editor.json())).toBe(before)
  expect(await ask(`${COPY} card.children[0].opacity = 0.5; return copy.children[0].opacity`)).toBe(0.5)
})

test.each([
  ['card.appendChild(copy)', 'Reparenting would create a component cycle'],
  ['card.appendChild(figma.createComponent())', 'Reparenting would create a component inside a component'],
])('%s is refused', async (code, message) => {
  const { ask } = await openFigma({ layers: WORLD })
  await expect(ask(`${COPY} ${code}`)).rejects.toThrow(`Cannot move node. ${message}`)
})

test('all instances of a component cannot be read synchronously', async () => {
  const { ask } = await openFigma({ layers: WORLD })
  await expect(ask(`${COPY} return card.instances`)).rejects.toThrow('Use node.getInstancesAsync instead.')
})

test('a text property sets a text in the component and in every instance that does not say otherwise', async () => {
  const label = box('Label', { type: 'TEXT', text: { characters: 'Old' } })
  const { ask } = await openFigma({
    layers: [card({ children: [label] }), instance('Copy', 'Card'), instance('Other', 'Card')],
  })
  const code = `${COPY} const key = card.addComponentProperty('Label', 'TEXT', 'Press')
    card.children[0].componentPropertyReferences = { characters: key }
    const first = copy.children[0].characters
    copy.setProperties({ [key]: 'Go' }); card.editComponentProperty(key, { defaultValue: 'Stop' })
    return [/^Label#\\d+:\\d+$/.test(key), first, copy.children[0].characters, find('Other').children[0].characters, card.children[0].characters,
      copy.componentProperties[key].value, copy.children[0].componentPropertyReferences.characters === key]`
  expect(await ask(code)).toEqual([true, 'Press', 'Go', 'Stop', 'Stop', 'Go', true])
})

test('hiding a layer that a property shows or hides sets the property', async () => {
  const { ask } = await openFigma({ layers: WORLD })
  const code = `${COPY} const key = card.addComponentProperty('Photo?', 'BOOLEAN', true)
    card.children[0].componentPropertyReferences = { visible: key }
    copy.children[0].visible = false
    const set = [copy.componentProperties[key].value, card.children[0].visible]
    copy.setProperties({ [key]: true })
    return [set, copy.children[0].visible, copy.componentProperties[key].type]`
  expect(await ask(code)).toEqual([[false, true], true, 'BOOLEAN'])
})

test('a swap property shows another component in a nested instance', async () => {
  const layers = [
    box('Sun', { type: 'COMPONENT', children: [box('Ray')] }),
    box('Moon', { type: 'COMPONENT', children: [box('Crater')] }),
    card({ children: [instance('Icon', 'Sun')] }),
    instance('Copy', 'Card'),
  ]
  const { ask } = await openFigma({ layers })
  const code = `${COPY} const sun = find('Sun'), moon = find('Moon')
    const key = card.addComponentProperty('Icon', 'INSTANCE_SWAP', sun.id)
    card.children[0].componentPropertyReferences = { mainComponent: key }
    copy.setProperties({ [key]: moon.id })
    return [copy.children[0].children[0].name, card.children[0].children[0].name, (await copy.children[0].getMainComponentAsync()) === moon]`
  expect(await ask(code)).toEqual(['Crater', 'Ray', true])
})

test('a property is renamed and deleted wherever it is named', async () => {
  const { ask } = await openFigma({ layers: WORLD })
  const code = `${COPY} const key = card.addComponentProperty('Photo', 'BOOLEAN', true)
    card.children[0].componentPropertyReferences = { visible: key }; copy.setProperties({ [key]: false })
    const renamed = card.editComponentProperty(key, { name: 'Picture' })
    const after = [renamed === key.replace('Photo', 'Picture'), copy.componentProperties[renamed].value, card.children[0].componentPropertyReferences.visible === renamed]
    card.deleteComponentProperty(renamed)
    return [after, Object.keys(card.componentPropertyDefinitions), copy.children[0].visible]`
  expect(await ask(code)).toEqual([[true, false, true], [], true])
})

test.each([
  [
    'card.addComponentProperty("Icon", "INSTANCE_SWAP", card.key)',
    'Property value is incompatible with component property type',
  ],
  ['card.addComponentProperty("On", "BOOLEAN", "yes")', 'Property value is incompatible with component property type'],
  ['card.addComponentProperty("Content", "SLOT", "")', 'dev/figma: a slot is not simulated'],
  ['copy.setProperties({ Size: "Large" })', "Could not find a component property with name: 'Size'"],
  [
    'card.children[0].componentPropertyReferences = { visible: "None#1:1" }',
    "Could not find a component property with name: 'None#1:1'",
  ],
  [
    'copy.children[0].componentPropertyReferences = {}',
    'Cannot set component property references on instance sublayer',
  ],
  ['find("Box").componentPropertyReferences = {}', 'Can only set component property references on symbol sublayer'],
  ['copy.isExposedInstance = true', 'Can only set isExposedInstance on primary instances'],
  ['card.createSlot()', 'createSlot is not simulated'],
])('%s is refused', async (code, message) => {
  const { ask } = await openFigma({ layers: WORLD })
  await expect(ask(`${COPY} ${code}`)).rejects.toThrow(message)
})

test('exposed instances are those that their component exposes', async () => {
  const layers = [
    card(),
    box('Page', { type: 'COMPONENT', children: [instance('Inner', 'Card')] }),
    instance('Outer', 'Page'),
  ]
  const { ask } = await openFigma({ layers })
  const code = `${FINDERS} find('Page').children[0].isExposedInstance = true; const outer = find('Outer')
    return [outer.exposedInstances[0] === outer.children[0], outer.children[0].isExposedInstance, Object.keys(outer.componentProperties)]`
  expect(await ask(code)).toEqual([true, true, []])
})
