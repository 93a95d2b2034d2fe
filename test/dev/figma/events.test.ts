import { expect, test } from 'vitest'
import { soon } from '../../../dev/figma/later.ts'
import { box, openFigma } from './open-figma.ts'

const PAGES = [
  { name: 'One', layers: [box('Box'), box('Frame', { type: 'FRAME', children: [box('Inside')] })] },
  { name: 'Two', layers: [box('Far')] },
]

const valuesOf = (run: { logs: readonly { values: unknown[] }[] }) => run.logs.map(({ values }) => values[0])

/** Loads all pages and logs each documentchange as `TYPE name: properties`. */
const LISTEN = `const told = ({ documentChanges }) => console.log(documentChanges.map(({ type, node, origin, properties }) =>
    [type, node.removed ? node.id : node.name, origin, ...(properties || [])].join(' ')))
  const ready = figma.loadAllPagesAsync().then(() => figma.on('documentchange', told));`

test('documentchange needs all pages, loaded at once', async () => {
  const { ask } = await openFigma()
  await expect(ask(`figma.on('documentchange', () => {})`)).rejects.toThrow(
    'in on: Cannot register documentchange handler in incremental mode without calling figma.loadAllPagesAsync first.',
  )
  await expect(ask(`await figma.loadAllPagesAsync(); figma.on('documentchange', () => {})`)).resolves.toBeUndefined()
})

test('documentchange tells of every page, whoever changed it', async () => {
  const { editor, start } = await openFigma({ pages: PAGES })
  const run = await start(LISTEN)
  await soon()
  await soon()
  editor.rename('Far', 'Farther')
  editor.colleague().remove('Frame')
  await soon()
  expect(valuesOf(run)).toEqual([['PROPERTY_CHANGE Farther LOCAL name', 'DELETE 1:3 REMOTE']])
})

test('what a plugin does in its documentchange handler is not told to it', async () => {
  const { editor, start } = await openFigma()
  const run = await start(`figma.loadAllPagesAsync().then(() => figma.on('documentchange', ({ documentChanges }) => {
    console.log(documentChanges.length)
    figma.createRectangle()
  }))`)
  await soon()
  await soon()
  editor.rename('Box', 'Crate')
  await soon()
  await soon()
  expect(valuesOf(run)).toEqual([1])
})

test('nodechange tells a plugin of what it does in its handler', async () => {
  const { editor, start } = await openFigma()
  const run = await start(`figma.currentPage.on('nodechange', ({ nodeChanges: [change] }) => {
    console.log(change.type)
    if (change.type === 'PROPERTY_CHANGE') figma.createRectangle()
  })`)
  editor.rename('Box', 'Crate')
  await soon()
  await soon()
  expect(valuesOf(run)).toEqual(['PROPERTY_CHANGE', 'CREATE'])
})

test('the parts of a record are told under the names of the typings', async () => {
  const text = { characters: 'Hi' }
  const layout = { mode: 'HORIZONTAL' as const }
  const layers = [
    box('Box', { strokes: [] }),
    box('Words', { type: 'TEXT', text }),
    box('Flow', { type: 'FRAME', autoLayout: layout }),
  ]
  const { ask } = await openFigma({ layers })
  const change = (code: string) =>
    ask(`const [box, words, flow] = figma.currentPage.children
      return new Promise((resolve) => {
        figma.currentPage.once('nodechange', ({ nodeChanges }) => resolve(nodeChanges.map(({ properties }) => properties).flat()))
        ${code}
      })`)
  expect(await change(`box.strokeWeight = 3; box.strokeAlign = 'OUTSIDE'`)).toEqual([
    ...['strokeWeight', 'strokeAlign', 'stokeTopWeight', 'strokeRightWeight', 'strokeBottomWeight', 'strokeLeftWeight'],
  ])
  expect(await change(`flow.paddingLeft = 4; flow.itemSpacing = 9`)).toEqual(
    expect.arrayContaining(['itemSpacing', 'paddingLeft']),
  )
  expect(await change(`box.setPluginData('a', '1'); box.locked = true; box.rotation = 5`)).toEqual([
    ...['locked', 'pluginData', 'relativeTransform', 'rotation'],
  ])
})

test('another page is another selection', async () => {
  const { editor, start } = await openFigma({ pages: PAGES })
  const run = await start(
    `for (const type of ['selectionchange', 'currentpagechange']) figma.on(type, () => console.log(type))`,
  )
  editor.showPage('Two')
  await soon()
  await soon()
  expect(valuesOf(run).sort()).toEqual(['currentpagechange', 'selectionchange'])
})

test('events of other editors throw by name, and others are no events', async () => {
  const { ask } = await openFigma()
  await expect(ask(`figma.on('timerstart', () => {})`)).rejects.toThrow('the event “timerstart” is not simulated')
  await expect(ask(`figma.on('textreview', () => {})`)).rejects.toThrow('the event “textreview” is not simulated')
  await expect(ask(`figma.on('click', () => {})`)).rejects.toThrow('in on: "click" is not a valid event type')
})

test('nothing that a close handler answers keeps the plugin open', async () => {
  const { start } = await openFigma()
  const run = await start(`figma.on('close', () => { console.log('closing'); return false })`)
  run.close()
  expect([valuesOf(run), run.closed]).toEqual([['closing'], true])
})

test('a drop tells where it landed, and false takes it', async () => {
  const frame = box('Frame', {
    type: 'FRAME',
    x: 100,
    width: 200,
    height: 200,
    children: [box('Locked', { type: 'FRAME', locked: true })],
  })
  const { start } = await openFigma({ layers: [frame] })
  const run = await start(`figma.on('drop', (event) => {
    console.log([event.node.name, event.x, event.y, event.absoluteX, event.items, event.files[0].name, event.dropMetadata])
    event.files[0].getTextAsync().then((text) => console.log(text))
    return false
  })`)
  const bytes = new TextEncoder().encode('<svg/>')
  const drop = {
    x: 110,
    y: 20,
    items: [{ type: 'text/plain', data: 'a' }],
    files: [{ name: 'a.svg', type: 'image/svg+xml', bytes }],
  }
  expect(run.drop({ ...drop, dropMetadata: { kind: 'icon' } })).toBe(true)
  await soon()
  await soon()
  expect(valuesOf(run)).toEqual([
    ['Frame', 10, 20, 110, [{ type: 'text/plain', data: 'a' }], 'a.svg', { kind: 'icon' }],
    '<svg/>',
  ])
})

test('a drop that no handler takes is left to Figma', async () => {
  const { start } = await openFigma()
  expect((await start(`figma.on('drop', () => true)`)).drop({ x: 0, y: 0 })).toBe(false)
  expect((await start('')).drop({ x: 0, y: 0 })).toBe(false)
})

test('documentchange does not tell of what an instance takes over from its main, nor of what follows a style', async () => {
  const { ask } = await openFigma()
  const code = `await figma.loadAllPagesAsync()
    const frame = figma.createFrame(); const inside = figma.createRectangle(); frame.appendChild(inside); inside.name = 'Inside'
    const main = figma.createComponentFromNode(frame); main.name = 'Main'
    const instance = main.createInstance(); instance.name = 'Instance'
    const styled = figma.createEllipse(); styled.name = 'Styled'
    const style = figma.createPaintStyle(); style.name = 'Ink'
    await styled.setFillStyleIdAsync(style.id)
    await new Promise((resolve) => setTimeout(resolve, 5))
    return new Promise((resolve) => {
      figma.on('documentchange', ({ documentChanges }) => resolve(documentChanges.map(({ type, node, style, properties }) =>
        [type, (node || style).name, ...(properties || [])].join(' '))))
      main.children[0].opacity = 0.5
      style.paints = [figma.util.solidPaint('#123')]
      instance.children[0].visible = false
    })`
  expect(await ask(code)).toEqual([
    'PROPERTY_CHANGE Inside opacity',
    'PROPERTY_CHANGE Inside visible',
    'STYLE_PROPERTY_CHANGE Ink paint',
  ])
})

test('stylechange tells of styles that come, change and go, undo included', async () => {
  const { editor, start } = await openFigma()
  const run =
    await start(`figma.on('stylechange', ({ styleChanges }) => console.log(styleChanges.map(({ type, origin, style, properties }) =>
      [type, origin, style && style.name, ...(properties || [])].join(' '))))
    const style = figma.createPaintStyle(); style.name = 'Ink'`)
  await soon()
  editor.undo()
  await soon()
  expect(valuesOf(run)).toEqual([['STYLE_CREATE LOCAL Ink'], ['STYLE_DELETE LOCAL ']])
})
