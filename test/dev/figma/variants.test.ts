import { expect, test } from 'vitest'
import { buttons, FINDERS, instance } from './component-worlds.ts'
import { box, openFigma } from './open-figma.ts'

const WORLD = [buttons(), instance('Copy', 'Button', { width: 100, height: 50 })]
const SET = `${FINDERS} const set = find('Button'), copy = find('Copy');`

test('the names of the variants are the properties of their set', async () => {
  const { ask } = await openFigma({ layers: WORLD })
  const code = `${SET} return [set.componentPropertyDefinitions, set.variantGroupProperties, set.children[3].variantProperties, set.defaultVariant === set.children[0]]`
  expect(await ask(code)).toEqual([
    {
      Size: { type: 'VARIANT', defaultValue: 'Small', variantOptions: ['Small', 'Large'] },
      State: { type: 'VARIANT', defaultValue: 'Rest', variantOptions: ['Rest', 'Hover'] },
    },
    { Size: { values: ['Small', 'Large'] }, State: { values: ['Rest', 'Hover'] } },
    { Size: 'Large', State: 'Hover' },
    true,
  ])
})

test('the default variant is the one at the top left, wherever it is among the children', async () => {
  const { ask } = await openFigma({ layers: WORLD })
  const code = `${SET} set.children[3].x = 0; set.children[3].y = 0; return set.defaultVariant.name`
  expect(await ask(code)).toBe('Size=Large, State=Hover')
})

test('an instance chooses another variant by its properties and keeps its overrides', async () => {
  const { ask } = await openFigma({ layers: WORLD })
  const code = `${SET} copy.children[0].fills = blue; copy.setProperties({ Size: 'Large' })
    return [copy.variantProperties, copy.componentProperties.State, colourOf(copy.children[0]), copy.height, copy.name, (await copy.getMainComponentAsync()).name]`
  expect(await ask(code)).toEqual([
    { Size: 'Large', State: 'Rest' },
    { type: 'VARIANT', value: 'Rest', boundVariables: {} },
    'blue',
    60,
    'Copy',
    'Size=Large, State=Rest',
  ])
})

test('an instance of a variant is named after the set', async () => {
  const { ask } = await openFigma({ layers: WORLD })
  const code = `${SET} const made = set.children[0].createInstance(); const first = made.name; set.name = 'Key'; return [first, made.name]`
  expect(await ask(code)).toEqual(['Button', 'Key'])
})

test.each([
  ['copy.setProperties({ Size: "Huge" })', 'Unable to find a variant with those property values'],
  [
    'set.appendChild(figma.createRectangle())',
    'A COMPONENT_SET node cannot have children of type other than COMPONENT',
  ],
  ['set.appendChild(set.clone())', 'Reparenting would create a component set cycle'],
  [
    'set.children[0].componentPropertyDefinitions',
    'Can only get component property definitions of a component set or non-variant component',
  ],
  [
    'set.children[0].addComponentProperty("On", "BOOLEAN", true)',
    'Can only set component property definitions on a product component',
  ],
  ['figma.createComponentFromNode(set)', 'Cannot create component from node'],
])('%s is refused', async (code, message) => {
  const { ask } = await openFigma({ layers: WORLD })
  await expect(ask(`${SET} ${code}`)).rejects.toThrow(message)
})

test.each(['Size=Large', 'Size=Small, State=Rest', 'State=Rest, Size=Small', 'Large', 'Size=, State=Rest'])(
  'a variant called “%s” leaves its set with errors',
  async (name) => {
    const { ask } = await openFigma({ layers: WORLD })
    const code = `${SET} set.children[3].name = '${name}'
      return [() => set.componentPropertyDefinitions, () => set.variantGroupProperties, () => set.children[0].variantProperties, () => copy.componentProperties]
        .map((read) => { try { read(); return 'read' } catch (error) { return error.message } })`
    expect(await ask(code)).toEqual([
      'in get_componentPropertyDefinitions: Component set has existing errors',
      'in get_variantGroupProperties: Component set has existing errors',
      'in get_variantProperties: Component set for node has existing errors',
      'in get_componentProperties: Component set for node has existing errors',
    ])
  },
)

test('components are combined where they are', async () => {
  const one = box('Size=A', { type: 'COMPONENT', x: 50, y: 60 })
  const { ask } = await openFigma({ layers: [one, box('Size=B', { type: 'COMPONENT', x: 50, y: 200 }), box('Top')] })
  const code = `const [a, b] = figma.currentPage.children; const copy = a.createInstance()
    const set = figma.combineAsVariants([a, b], figma.currentPage, 1)
    return [set.type, set.children.map(({ x, y }) => [x, y]), [set.x, set.y, set.width, set.height], figma.currentPage.children.indexOf(set),
      a.absoluteBoundingBox.y, copy.variantProperties, set.children[0] === a]`
  expect(await ask(code)).toEqual([
    'COMPONENT_SET',
    [
      [0, 0],
      [0, 140],
    ],
    [50, 60, 100, 190],
    0,
    60,
    { Size: 'A' },
    true,
  ])
})

test('a single component is combined too, and its properties are the set’s, in layers and on instances', async () => {
  const one = box('Size=A', {
    ...{ type: 'COMPONENT', definitions: { 'On#1:0': { type: 'BOOLEAN', defaultValue: true } } },
    children: [box('Badge', { propertyReferences: { visible: 'On#1:0' } })],
  })
  const { ask } = await openFigma({ layers: [one, instance('Copy', 'Size=A', { properties: { 'On#1:0': false } })] })
  const code = `${FINDERS} const copy = find('Copy'), one = find('Size=A')
    const set = figma.combineAsVariants([one], figma.currentPage, 0)
    return [Object.keys(set.componentPropertyDefinitions), set.children[0].children[0].componentPropertyReferences,
      copy.componentProperties['On#1:0'].value, copy.children[0].visible]`
  expect(await ask(code)).toEqual([['Size', 'On#1:0'], { visible: 'On#1:0' }, false, false])
})

test('a copy joins its set under a name of its own, bare of links until these are set again', async () => {
  const { ask } = await openFigma({ layers: WORLD })
  const code = `${SET} const key = set.addComponentProperty('Badge', 'BOOLEAN', false)
    const [first] = set.children; first.children[1].componentPropertyReferences = { visible: key }
    const made = first.clone(); made.name = 'Size=Huge, State=Rest'; set.appendChild(made)
    const before = made.children[1].componentPropertyReferences
    made.children[1].componentPropertyReferences = first.children[1].componentPropertyReferences
    return [before, made.children[1].componentPropertyReferences, made.variantProperties, set.defaultVariant === first,
      Object.keys(set.componentPropertyDefinitions).length]`
  expect(await ask(code)).toEqual([{}, { visible: expect.any(String) }, { Size: 'Huge', State: 'Rest' }, true, 3])
})

test.each([
  ['figma.combineAsVariants([], figma.currentPage)', 'First argument must be an array of at least one node'],
  [
    'figma.combineAsVariants([figma.createFrame()], figma.currentPage)',
    'A COMPONENT_SET node cannot have children of type other than COMPONENT',
  ],
  ['figma.combineAsVariants([set.children[0]], set)', 'Reparenting would create a component set cycle'],
  [
    'figma.combineAsVariants([figma.createComponent()], figma.currentPage, 99)',
    'Cannot insert node at index greater than the number of existing siblings',
  ],
  [
    'const page = figma.createPage(); figma.combineAsVariants([figma.createComponent()], page)',
    'Grouped nodes must be in the same page as the parent',
  ],
])('%s is refused', async (code, message) => {
  const { ask } = await openFigma({ layers: WORLD })
  await expect(ask(`${SET} ${code}`)).rejects.toThrow(message)
})

test('a component moves into a set and out of it', async () => {
  const { ask } = await openFigma({ layers: WORLD })
  const code = `${SET} const made = figma.createComponent(); made.name = 'Size=Huge, State=Rest'; set.appendChild(made)
    const inside = [made.variantProperties, set.componentPropertyDefinitions.Size.variantOptions]
    figma.currentPage.appendChild(made)
    return [inside, made.variantProperties, set.componentPropertyDefinitions.Size.variantOptions]`
  expect(await ask(code)).toEqual([
    [{ Size: 'Huge', State: 'Rest' }, ['Small', 'Large', 'Huge']],
    null,
    ['Small', 'Large'],
  ])
})

test('a set without variants is gone', async () => {
  const { ask } = await openFigma({ layers: [buttons()] })
  const code = `${FINDERS} const set = find('Button'); for (const variant of [...set.children]) variant.remove(); return set.removed`
  expect(await ask(code)).toBe(true)
})

test('a set that is removed stays whole for the instances of its variants', async () => {
  const { ask } = await openFigma({ layers: WORLD })
  const code = `${SET} set.remove(); copy.setProperties({ State: 'Hover' }); const main = await copy.getMainComponentAsync()
    return [main.name, main.parent.name, main.parent.parent, figma.currentPage.children.length]`
  expect(await ask(code)).toEqual(['Size=Small, State=Hover', 'Button', null, 1])
})

test('a property of a set is one of all its variants', async () => {
  const { ask } = await openFigma({ layers: WORLD })
  const code = `${SET} const key = set.addComponentProperty('Badge', 'BOOLEAN', false)
    for (const variant of set.children) variant.children[1].componentPropertyReferences = { visible: key }
    copy.setProperties({ [key]: true, Size: 'Large' })
    return [set.children.map((variant) => variant.children[1].visible), copy.children[1].visible, Object.keys(copy.componentProperties).length]`
  expect(await ask(code)).toEqual([[false, false, false, false], true, 3])
})

test('a variant property is added to and renamed in all names', async () => {
  const { ask } = await openFigma({ layers: WORLD })
  const code = `${SET} set.addComponentProperty('Tone', 'VARIANT', 'Dark'); set.editComponentProperty('Size', { name: 'Scale' })
    return [set.children[0].name, copy.variantProperties]`
  expect(await ask(code)).toEqual([
    'Scale=Small, State=Rest, Tone=Dark',
    { Scale: 'Small', State: 'Rest', Tone: 'Dark' },
  ])
})

test('a clone of a set is a new set of new components, a clone of a variant has lost the properties', async () => {
  const { ask } = await openFigma({ layers: WORLD })
  const code = `${SET} const key = set.addComponentProperty('Badge', 'BOOLEAN', false)
    set.children[0].children[1].componentPropertyReferences = { visible: key }
    const clone = set.clone(), variant = set.children[0].clone()
    return [clone.type, clone.key === set.key, clone.children.length, (await clone.children[0].getInstancesAsync()).length,
      variant.variantProperties, variant.children[1].componentPropertyReferences, Object.keys(variant.componentPropertyDefinitions)]`
  expect(await ask(code)).toEqual(['COMPONENT_SET', false, 4, 0, null, {}, []])
})
