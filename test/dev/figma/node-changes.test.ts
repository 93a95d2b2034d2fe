import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { expect, test } from 'vitest'
import { soon } from '../../../dev/figma/later.ts'
import { box, type OpenFigma, openFigma, until } from './open-figma.ts'

// What `page.on('nodechange')` tells, and when. Long, since each of its rules is a test of its own.

/** Logs what each event tells, as `TYPE name or id: properties`. */
const LISTEN = `const told = ({ nodeChanges }) => console.log(nodeChanges.map(({ type, id, node, origin, properties }) =>
    [type, node.removed ? id : node.name, origin, ...(properties || [])].join(' ')));
  figma.currentPage.on('nodechange', told);`

const PAGES = [
  { name: 'One', layers: [box('Box'), box('Frame', { type: 'FRAME', children: [box('Inside')] }), box('Last')] },
  { name: 'Two', layers: [box('Far')] },
]

/** Listens, acts, and returns the events that came of it: what is due comes in order. */
async function eventsAfter(act: (figma: OpenFigma) => void, code = LISTEN) {
  const figma = await openFigma({ pages: PAGES })
  const run = await figma.start(code)
  act(figma)
  expect(run.logs, 'an event that came at once').toEqual([])
  await soon()
  return run.logs.map(({ values }) => values[0])
}

test('what a designer changes is told later, in one event, with the names of the properties', async () => {
  const events = await eventsAfter(({ editor }) => {
    editor.rename('Box', 'Crate')
    editor.setFills('Crate', [])
    editor.move('Crate', { x: 7, y: 0 })
    editor.resize('Last', { width: 30, height: 50 })
  })
  expect(events).toEqual([
    ['PROPERTY_CHANGE Crate LOCAL name fills relativeTransform x', 'PROPERTY_CHANGE Last LOCAL width'],
  ])
})

test('of layers that come or go together, only the highest is told', async () => {
  const events = await eventsAfter(({ editor }) => {
    const bytes = Uint8Array.from(atob(DOT), (character) => character.charCodeAt(0))
    editor.addImage('New', bytes, { width: 1, height: 1 })
    editor.remove('Frame')
  })
  expect(events).toEqual([['DELETE 1:3 LOCAL', 'CREATE New LOCAL']])
})

test('undo and redo are told as what they do', async () => {
  const figma = await openFigma({ pages: PAGES })
  figma.editor.setFills('Box', [])
  figma.editor.remove('Frame')
  const run = await figma.start(LISTEN)
  const logged = () => run.logs.map(({ values }) => values[0])
  const steps: [act: () => boolean, told: string][] = [
    [figma.editor.undo, 'CREATE Frame LOCAL'],
    [figma.editor.undo, 'PROPERTY_CHANGE Box LOCAL fills'],
    [figma.editor.redo, 'PROPERTY_CHANGE Box LOCAL fills'],
    [figma.editor.redo, 'DELETE 1:3 LOCAL'],
  ]
  for (const [index, [act, told]] of steps.entries()) {
    expect(act()).toBe(true)
    await until(() => expect(logged()).toHaveLength(index + 1))
    expect(logged().at(-1)).toEqual([told])
  }
})

test('a plugin hears of its own changes', async () => {
  const events = await eventsAfter(
    () => {},
    `${LISTEN} const frame = figma.currentPage.children[1];
    frame.setPluginData('a', '1'); figma.createEllipse(); frame.appendChild(figma.currentPage.children[0])`,
  )
  expect(events).toEqual([
    ['CREATE Ellipse LOCAL', 'PROPERTY_CHANGE Frame LOCAL pluginData', 'PROPERTY_CHANGE Box LOCAL parent'],
  ])
})

test('a layer that moves past its siblings has changed its place, and those it passed too', async () => {
  const events = await eventsAfter(
    () => {},
    `${LISTEN} figma.currentPage.insertChild(2, figma.currentPage.children[0])`,
  )
  expect(events).toEqual([['PROPERTY_CHANGE Frame LOCAL parent', 'PROPERTY_CHANGE Box LOCAL parent']])
})

test('only the page that is listened to is told of', async () => {
  const events = await eventsAfter(({ editor }) => {
    editor.showPage('Two')
    editor.rename('Far', 'Farther')
  })
  expect(events).toEqual([])
})

test('what was changed and changed back before the event is no change', async () => {
  const events = await eventsAfter(({ editor }) => {
    editor.setVisible('Box', false)
    editor.setVisible('Box', true)
    editor.select(['Box'])
  })
  expect(events).toEqual([])
})

test('a handler that is taken away hears nothing more, and one for once hears once', async () => {
  expect(
    await eventsAfter(
      ({ editor }) => editor.rename('Box', 'Crate'),
      `${LISTEN} figma.currentPage.off('nodechange', told)`,
    ),
  ).toEqual([])
  const figma = await openFigma()
  const run = await figma.start(`figma.currentPage.once('nodechange', () => console.log('once'))
    figma.currentPage.on('nodechange', () => console.log('always'))`)
  figma.editor.rename('Box', 'Crate')
  await until(() => expect(run.logs).toHaveLength(2))
  figma.editor.rename('Crate', 'Box')
  await until(() => expect(run.logs.map(({ values }) => values[0])).toEqual(['once', 'always', 'always']))
})

test('a closed plugin hears nothing', async () => {
  const figma = await openFigma()
  const run = await figma.start(LISTEN)
  figma.editor.rename('Box', 'Crate')
  run.close()
  await soon()
  expect(run.logs).toEqual([])
})

test('a page must be loaded to be listened to, and has no other events', async () => {
  const { ask } = await openFigma({ pages: PAGES })
  await expect(ask(`figma.root.children[1].on('nodechange', () => {})`)).rejects.toThrow(
    'in on: Cannot access property `on` on a page that has not been explicitly loaded',
  )
  await expect(ask(`figma.currentPage.on('selectionchange', () => {})`)).rejects.toThrow("Expected 'nodechange'")
  await expect(ask(`figma.currentPage.on('nodechange', 1)`)).rejects.toThrow(
    'Expected "callback" to have type function',
  )
  const code = `const page = figma.root.children[1]; await page.loadAsync()
    return new Promise((resolve) => {
      page.on('nodechange', ({ nodeChanges }) => resolve(nodeChanges[0].node === page.children[0]))
      page.children[0].name = 'Farther'
    })`
  expect(await ask(code)).toBe(true)
})

test('of a layer that is gone, only its id and its type are left', async () => {
  const { ask } = await openFigma()
  const code = `return new Promise((resolve) => {
      figma.currentPage.on('nodechange', ({ nodeChanges: [{ node }] }) => resolve([node.removed, node.type, node.id, node.name]))
      figma.currentPage.children[0].remove()
    })`
  const gone: Partial<F.RemovedNode> = { removed: true, type: 'RECTANGLE', id: '1:2' }
  expect(await ask(code)).toEqual([...Object.values(gone), undefined])
})

/** A PNG of one pixel. */
const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
