import { expect, test } from 'vitest'
import { libraryKey } from '../../../dev/figma/document/add-layer.ts'
import { buttons, card, FINDERS, instance } from './component-worlds.ts'
import { openFigma } from './open-figma.ts'

const LIBRARY = { library: [card(), buttons()], layers: [instance('Copy', 'Card')] }
const COPY = `${FINDERS} const copy = find('Copy'), card = await copy.getMainComponentAsync();`

test('a component of a library lies on no page and can be read', async () => {
  const { ask } = await openFigma(LIBRARY)
  const code = `${COPY} return [card.remote, card.parent, card.name, card.children.length, card.key, await card.getPublishStatusAsync(), figma.currentPage.children.length]`
  expect(await ask(code)).toEqual([true, null, 'Card', 2, libraryKey('Card'), 'CURRENT', 1])
})

test.each([
  'card.name = "Mine"',
  'card.children[0].fills = []',
  'card.resize(5, 5)',
  'card.children[0].setPluginData("note", "x")',
  'card.description = "x"',
  'card.remove()',
  'card.addComponentProperty("On", "BOOLEAN", true)',
])('%s is refused for a component of a library', async (code) => {
  const { ask } = await openFigma(LIBRARY)
  await expect(ask(`${COPY} ${code}`)).rejects.toThrow('Cannot write to internal and read-only node')
})

test('nothing moves into a library component or out of it', async () => {
  const { ask } = await openFigma(LIBRARY)
  await expect(ask(`${COPY} card.appendChild(figma.createFrame())`)).rejects.toThrow(
    'Cannot move node. New parent is a internal, readonly-only node',
  )
  await expect(ask(`${COPY} figma.currentPage.appendChild(card.children[0])`)).rejects.toThrow(
    'Cannot move node. Node is an internal, readonly-only node',
  )
})

test('instances of a library component take overrides', async () => {
  const { ask } = await openFigma(LIBRARY)
  expect(
    await ask(`${COPY} copy.children[0].fills = blue; return [colourOf(copy.children[0]), colourOf(card.children[0])]`),
  ).toEqual(['blue', 'red'])
})

test('components and sets of a library are imported by key', async () => {
  const { ask } = await openFigma(LIBRARY)
  const code = `const card = await figma.importComponentByKeyAsync('${libraryKey('Card')}')
    const set = await figma.importComponentSetByKeyAsync('${libraryKey('Button')}')
    const variant = await figma.importComponentByKeyAsync('${libraryKey('Button/Size=Large, State=Hover')}')
    const copy = variant.createInstance(); copy.setProperties({ State: 'Rest' })
    return [card.name, set.children.length, variant.variantProperties, copy.name, (await copy.getMainComponentAsync()).remote]`
  expect(await ask(code)).toEqual(['Card', 4, { Size: 'Large', State: 'Hover' }, 'Button', true])
})

test('a key that nothing published has is refused', async () => {
  const { ask } = await openFigma({ layers: [card()] })
  await expect(ask(`await figma.importComponentByKeyAsync(figma.currentPage.children[0].key)`)).rejects.toThrow(
    'Could not find a published component',
  )
})

test('a clone of a library component is a local one', async () => {
  const { ask } = await openFigma(LIBRARY)
  const code = `${COPY} const clone = card.clone(); clone.name = 'Mine'; return [clone.remote, clone.parent === figma.currentPage]`
  expect(await ask(code)).toEqual([false, true])
})
