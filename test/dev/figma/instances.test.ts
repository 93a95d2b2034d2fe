import { expect, test } from 'vitest'
import { card, FINDERS, instance } from './component-worlds.ts'
import { box, openFigma } from './open-figma.ts'

const WORLD = [card(), instance('Copy', 'Card')]
const COPY = `${FINDERS} const card = find('Card'), copy = find('Copy');`

test('an instance has a copy of every layer of its component, with ids that say of what', async () => {
  const { ask } = await openFigma({ layers: WORLD })
  const code = `${COPY} return [card.children, copy.children].map((list) => list.map(({ id, name, x, y, type }) => [id, name, x, y, type]))`
  const [main, copied] = (await ask(code)) as [string, string, number][][]
  const { id } = (await ask(`${COPY} return { id: copy.id }`)) as { id: string }
  expect(copied).toEqual(main!.map(([inner, ...rest]) => [`I${id};${inner}`, ...rest]))
})

test('what changes in the component reaches its instances', async () => {
  const { ask } = await openFigma({ layers: WORLD })
  const code = `${COPY} card.children[0].fills = blue; card.children[0].x = 33; card.cornerRadius = 4
    return [colourOf(copy.children[0]), copy.children[0].x, copy.cornerRadius, copy.x]`
  expect(await ask(code)).toEqual(['blue', 33, 4, 300])
})

test('layers that come, go and change places in the component do so in its instances', async () => {
  const { ask } = await openFigma({ layers: WORLD })
  const code = `${COPY} const photo = card.children[0]
    const dot = figma.createEllipse(); dot.name = 'Dot'; card.insertChild(0, dot)
    const first = copy.children.map(({ name }) => name)
    card.appendChild(photo)
    const second = copy.children.map(({ name }) => name)
    photo.remove()
    return [first, second, copy.children.map(({ name }) => name)]`
  expect(await ask(code)).toEqual([
    ['Dot', 'Photo', 'Strip'],
    ['Dot', 'Strip', 'Photo'],
    ['Dot', 'Strip'],
  ])
})

test('a layer that moves into a frame of its component keeps its overrides in instances', async () => {
  const { ask } = await openFigma({ layers: WORLD })
  const code = `${COPY} copy.children[0].fills = blue
    const frame = figma.createFrame(); card.appendChild(frame); frame.appendChild(card.children[0])
    const inner = copy.findOne((node) => node.name === 'Photo')
    return [colourOf(inner), inner.parent.type, inner.parent.parent === copy]`
  expect(await ask(code)).toEqual(['blue', 'FRAME', true])
})

test('what is overridden no longer follows, and all else still does', async () => {
  const { ask } = await openFigma({ layers: WORLD })
  const code = `${COPY} const photo = copy.children[0]; photo.fills = blue
    card.children[0].fills = []; card.children[0].opacity = 0.5
    return [photo.fills.length, photo.opacity, copy.overrides]`
  const [fills, opacity, overrides] = (await ask(code)) as [number, number, { overriddenFields: string[] }[]]
  expect([fills, opacity, overrides.map(({ overriddenFields }) => overriddenFields)]).toEqual([
    1,
    0.5,
    [['name'], ['fills']],
  ])
})

test('a value that is no different is an override as well', async () => {
  const { ask } = await openFigma({ layers: WORLD })
  const code = `${COPY} copy.children[0].opacity = copy.children[0].opacity; card.children[0].opacity = 0.5; return copy.children[0].opacity`
  expect(await ask(code)).toBe(1)
})

test.each([
  'photo.x = 1',
  'photo.rotation = 10',
  'photo.resize(5, 5)',
  'photo.resizeWithoutConstraints(5, 5)',
  'photo.rescale(2)',
  'photo.constraints = { horizontal: "MAX", vertical: "MIN" }',
  'photo.relativeTransform = [[1, 0, 0], [0, 1, 0]]',
  'photo.isMask = true',
])('%s is refused inside an instance', async (code) => {
  const { ask } = await openFigma({ layers: WORLD })
  await expect(ask(`${COPY} const photo = copy.children[0]; ${code}`)).rejects.toThrow(
    'This property cannot be overriden on an instance',
  )
})

test.each([
  ['copy.appendChild(figma.createRectangle())', 'New parent is an instance or is inside of an instance'],
  ['copy.insertChild(0, copy.children[1])', 'New parent is an instance or is inside of an instance'],
  ['figma.currentPage.appendChild(copy.children[0])', 'Node is inside of an instance'],
  ['copy.children[0].remove()', 'Removing this node is not allowed'],
])('%s: the structure of an instance is the component’s', async (code, message) => {
  const { ask } = await openFigma({ layers: WORLD })
  await expect(ask(`${COPY} ${code}`)).rejects.toThrow(message)
})

test('what is cloned inside an instance lands on the page and follows nothing', async () => {
  const { ask } = await openFigma({ layers: WORLD })
  const code = `${COPY} const clone = copy.children[0].clone(); card.children[0].opacity = 0.5
    return [clone.parent === figma.currentPage, clone.opacity, clone.id.startsWith('I')]`
  expect(await ask(code)).toEqual([true, 1, false])
})

test('an instance itself is moved, named and painted like any layer', async () => {
  const { ask } = await openFigma({ layers: WORLD })
  const code = `${COPY} copy.x = 7; copy.name = 'Mine'; copy.fills = blue; card.name = 'Other'; card.fills = []
    return [copy.x, copy.name, colourOf(copy)]`
  expect(await ask(code)).toEqual([7, 'Mine', 'blue'])
})

test('an instance is named as its component until it gets a name of its own', async () => {
  const { ask } = await openFigma({ layers: [card(), instance('Card', 'Card')] })
  const code = `const [card, copy] = figma.currentPage.children; card.name = 'Tile'; return copy.name`
  expect(await ask(code)).toBe('Tile')
})

test('the children of a resized instance go by their constraints, also when the component changes later', async () => {
  const wide = box('Wide', { constraints: { horizontal: 'STRETCH', vertical: 'MIN' }, x: 10, width: 180 })
  const { ask } = await openFigma({ layers: [card({ children: [wide] }), instance('Copy', 'Card')] })
  const code = `${COPY} copy.resize(300, 100); const before = copy.children[0].width
    card.children[0].y = 20; card.children[0].resize(150, 10)
    return [before, copy.children[0].y, copy.children[0].width, copy.width]`
  expect(await ask(code)).toEqual([280, 20, 250, 300])
})

test('an instance has the size of its component until it gets its own', async () => {
  const { ask } = await openFigma({ layers: [...WORLD, instance('Other', 'Card')] })
  const code = `${COPY} copy.resize(50, 50); card.resize(400, 300); return [copy.width, find('Other').width]`
  expect(await ask(code)).toEqual([50, 400])
})

test('nested instances follow through every level', async () => {
  const layers = [
    card(),
    box('Page', { type: 'COMPONENT', children: [instance('Inner', 'Card')] }),
    instance('Outer', 'Page'),
  ]
  const { ask } = await openFigma({ layers })
  const code = `${FINDERS} const card = find('Card'), outer = find('Outer'); const photo = outer.children[0].children[0]
    card.children[0].fills = blue
    return [photo.id, colourOf(photo), outer.id, outer.children[0].type, (await outer.children[0].getMainComponentAsync()) === card,
      find('Page').children[0].id, card.children[0].id]`
  const [id, colour, outer, type, isCard, inner, photo] = (await ask(code)) as string[]
  expect([id, colour, type, isCard]).toEqual([`I${outer};${inner};${photo}`, 'blue', 'INSTANCE', true])
})

test('an override in a nested instance of the component is seen in its instances, and gives way to theirs', async () => {
  const layers = [
    card(),
    box('Page', { type: 'COMPONENT', children: [instance('Inner', 'Card')] }),
    instance('Outer', 'Page'),
  ]
  const { ask } = await openFigma({ layers })
  const code = `${FINDERS} const inner = find('Page').children[0].children[0], outer = find('Outer').children[0].children[0]
    inner.fills = blue; const seen = colourOf(outer); outer.fills = []; inner.opacity = 0.5
    find('Card').children[0].opacity = 0.1
    return [seen, outer.fills.length, outer.opacity]`
  expect(await ask(code)).toEqual(['blue', 0, 0.5])
})

test('plugin data of the component shines through to its instances until they have their own', async () => {
  const { ask } = await openFigma({ layers: WORLD })
  const code = `${COPY} const [main, mine] = [card.children[0], copy.children[0]]
    main.setPluginData('note', 'of the component'); card.setPluginData('note', 'root')
    const through = [mine.getPluginData('note'), copy.getPluginData('note'), mine.getPluginDataKeys()]
    mine.setPluginData('note', 'mine'); main.setPluginData('note', 'later')
    return [through, mine.getPluginData('note')]`
  expect(await ask(code)).toEqual([['of the component', 'root', ['note']], 'mine'])
})

test('overrides are taken back at once, what the instance has for itself is not', async () => {
  const { ask } = await openFigma({ layers: WORLD })
  const code = `${COPY} copy.children[0].fills = blue; copy.opacity = 0.5; copy.resize(50, 50); copy.x = 9; copy.resetOverrides()
    return [colourOf(copy.children[0]), copy.opacity, copy.width, copy.x, copy.overrides]`
  expect(await ask(code)).toEqual(['red', 1, 200, 9, []])
})

test('a clone of an instance is another instance with the same overrides', async () => {
  const { ask } = await openFigma({ layers: WORLD })
  const code = `${COPY} copy.children[0].fills = blue; copy.resize(210, 100); const clone = copy.clone()
    card.children[1].opacity = 0.5
    return [clone.type, colourOf(clone.children[0]), clone.children[1].opacity, clone.width, clone.x, (await card.getInstancesAsync()).length]`
  expect(await ask(code)).toEqual(['INSTANCE', 'blue', 0.5, 210, 300, 2])
})

test('a clone of a nested instance looks as it did, overrides of the component around it included', async () => {
  const layers = [
    card(),
    box('Page', { type: 'COMPONENT', children: [instance('Inner', 'Card')] }),
    instance('Outer', 'Page'),
  ]
  const { ask } = await openFigma({ layers })
  const code = `${FINDERS} find('Page').children[0].children[0].fills = blue
    const clone = find('Outer').children[0].clone(); return [clone.type, colourOf(clone.children[0]), clone.parent === figma.currentPage]`
  expect(await ask(code)).toEqual(['INSTANCE', 'blue', true])
})

test('a detached instance is a frame under a new id that follows nothing', async () => {
  const { ask } = await openFigma({ layers: WORLD })
  const code = `${COPY} copy.children[0].fills = blue; const inner = copy.children[0]; const frame = copy.detachInstance()
    card.children[1].opacity = 0.5
    return [frame.type, frame.name, colourOf(frame.children[0]), frame.children[1].opacity, copy.removed, inner.removed,
      frame.children[0].id.startsWith('I'), frame.parent.children.indexOf(frame)]`
  expect(await ask(code)).toEqual(['FRAME', 'Copy', 'blue', 1, true, true, false, 1])
})

test('detaching a nested instance detaches those around it', async () => {
  const layers = [
    card(),
    box('Page', { type: 'COMPONENT', children: [instance('Inner', 'Card')] }),
    instance('Outer', 'Page'),
  ]
  const { ask } = await openFigma({ layers })
  const code = `${FINDERS} const frame = find('Outer').children[0].detachInstance()
    return [frame.type, frame.name, frame.parent.type, frame.parent.name]`
  expect(await ask(code)).toEqual(['FRAME', 'Inner', 'FRAME', 'Outer'])
})

test('swapping keeps overrides where names match; setting mainComponent drops them', async () => {
  const other = card({ name: 'Other', children: [box('Photo'), box('More', { y: 60 })] })
  const { ask } = await openFigma({ layers: [...WORLD, other] })
  const code = `${COPY} const other = find('Other'); copy.children[0].fills = blue; const old = copy.children[0]
    copy.swapComponent(other)
    const kept = [colourOf(copy.children[0]), copy.children.map(({ name }) => name), old.removed, copy.name]
    copy.mainComponent = card
    return [kept, colourOf(copy.children[0]), copy.children.map(({ name }) => name)]`
  expect(await ask(code)).toEqual([['blue', ['Photo', 'More'], true, 'Copy'], 'red', ['Photo', 'Strip']])
})

test('a nested instance that was swapped shows the other component, whatever its component shows', async () => {
  const layers = [
    card(),
    card({ name: 'Other', children: [box('More')] }),
    box('Page', { type: 'COMPONENT', children: [instance('Inner', 'Card')] }),
    instance('Outer', 'Page'),
  ]
  const { ask } = await openFigma({ layers })
  const code = `${FINDERS} const outer = find('Outer').children[0]; outer.swapComponent(find('Other'))
    find('Card').children[0].opacity = 0.5; find('Other').children[0].opacity = 0.2
    return [outer.children.map(({ name, opacity }) => [name, opacity]), outer.x]`
  expect(await ask(code)).toEqual([[['More', 0.2]], 300])
})

test('the component of an instance cannot be read synchronously', async () => {
  const { ask } = await openFigma({ layers: WORLD })
  await expect(ask(`${COPY} return copy.mainComponent`)).rejects.toThrow(
    'in get_mainComponent: Cannot call with documentAccess: dynamic-page. Use node.getMainComponentAsync instead.',
  )
})

test('undo takes back what a change of the component did to its instances', async () => {
  const { ask, editor } = await openFigma({ layers: WORLD })
  const before = JSON.stringify(editor.json())
  await ask(`${COPY} card.children[0].remove(); card.resize(10, 10); copy.children[0].fills = blue; figma.commitUndo()`)
  expect(JSON.stringify(editor.json())).not.toBe(before)
  editor.undo()
  expect(JSON.stringify(editor.json())).toBe(before)
})

test('hidden layers in instances are not there for a plugin that skips them', async () => {
  const { ask } = await openFigma({ layers: WORLD })
  const code = `${COPY} const strip = copy.children[1], { id } = strip; strip.visible = false; figma.skipInvisibleInstanceChildren = true
    let message = ''; try { strip.name } catch (error) { message = error.message }
    return [copy.children.length, copy.findAll().length, await figma.getNodeByIdAsync(id), message, card.children.length]`
  const [children, found, byId, message, main] = (await ask(code)) as [number, number, null, string, number]
  expect([children, found, byId, main]).toEqual([1, 1, null, 2])
  expect(message).toContain('does not exist')
})

test('a component with many instances is quick to change', async () => {
  const { ask } = await openFigma({ layers: [card(), ...Array.from({ length: 1000 }, () => instance('Card', 'Card'))] })
  const code = `const [card, ...copies] = figma.currentPage.children; card.children[0].opacity = 0.5
    return copies.every((copy) => copy.children[0].opacity === 0.5)`
  expect(await ask(code)).toBe(true)
}, 60_000)

test('a longer text in an instance pushes its neighbours in auto layout, also after the component changes', async () => {
  const row = card({
    autoLayout: { mode: 'HORIZONTAL', itemSpacing: 10 },
    children: [box('Label', { type: 'TEXT', text: { characters: 'Go' } }), box('Dot', { width: 20, height: 20 })],
  })
  const { ask } = await openFigma({ layers: [row, instance('Copy', 'Card')] })
  const code = `${COPY} await figma.loadFontAsync({ family: 'Inter', style: 'Regular' })
    const [label, dot] = copy.children; label.characters = 'A much longer label'
    const [, before] = [0, dot.x]; card.children[1].resize(30, 30); card.itemSpacing = 20
    return [before === label.width + 10, dot.x === label.width + 20, dot.width, copy.width === dot.x + 30, card.children[1].x < dot.x, label.fontSize]`
  expect(await ask(code)).toEqual([true, true, 30, true, true, 12])
})

test('a text keeps its own words and follows the size of the letters', async () => {
  const { ask } = await openFigma({
    layers: [
      card({ children: [box('Label', { type: 'TEXT', text: { characters: 'Go' } })] }),
      instance('Copy', 'Card'),
    ],
  })
  const code = `${COPY} await figma.loadFontAsync({ family: 'Inter', style: 'Regular' })
    copy.children[0].characters = 'Stop'; card.children[0].fontSize = 30; card.children[0].characters = 'Wait'
    return [copy.children[0].characters, copy.children[0].fontSize]`
  expect(await ask(code)).toEqual(['Stop', 30])
})

test('a group in an instance fits around its layers there', async () => {
  const group = box('Group', {
    type: 'GROUP',
    x: 10,
    y: 10,
    children: [box('Left', { x: 10, y: 10 }), box('Right', { x: 150, y: 30 })],
  })
  const { ask } = await openFigma({ layers: [card({ children: [group] }), instance('Copy', 'Card')] })
  const code = `${COPY} const [group] = copy.children; const before = [group.x, group.width]
    card.findOne((node) => node.name === 'Right').x = 300
    return [before, [group.x, group.width], group.children.map(({ x }) => x)]`
  expect(await ask(code)).toEqual([
    [10, 240],
    [10, 390],
    [10, 300],
  ])
})

test('a designer’s hands meet the same rules', async () => {
  const { ask, editor } = await openFigma({ layers: WORLD })
  const ids = (await ask(`${COPY} return [card.children[0].id, copy.children[0].id, copy.id]`)) as [
    string,
    string,
    string,
  ]
  expect(() => editor.move(ids[1], { x: 1, y: 1 })).toThrow('cannot be overriden')
  expect(() => editor.remove(ids[1])).toThrow('Removing this node is not allowed')
  editor.setFills(ids[1], [])
  editor.resize(ids[2], { width: 20, height: 20 })
  editor.resize('Card', { width: 400, height: 400 })
  expect([editor.layer(ids[1]).fills, editor.layer(ids[0]).fills.length, editor.layer('Copy').width]).toEqual([
    [],
    1,
    20,
  ])
})
