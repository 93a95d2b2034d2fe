import { expect, test } from 'vitest'
import { box, MANIFEST, openFigma } from './open-figma.ts'

const { documentAccess: _new, networkAccess: _hosts, ...LEGACY } = MANIFEST
const PAGES = [
  { name: 'One', layers: [box('Box')] },
  { name: 'Two', layers: [box('Far')] },
]
const legacy = { manifest: LEGACY }

test('an older plugin finds all pages loaded', async () => {
  const { ask } = await openFigma({ pages: PAGES })
  expect(await ask('return figma.root.findAll(() => true).map(({ name }) => name)', legacy)).toEqual([
    ...['One', 'Box', 'Two', 'Far'],
  ])
  expect(await ask(`return figma.root.children[1].children[0].name`, legacy)).toBe('Far')
})

test('an older plugin looks up and switches pages at once', async () => {
  const { ask } = await openFigma({ pages: PAGES })
  expect(
    await ask(
      `figma.currentPage = figma.root.children[1]; return [figma.getNodeById('1:3').name, figma.currentPage.name, figma.getNodeById('9:9')]`,
      legacy,
    ),
  ).toEqual(['Far', 'Two', null])
})

test('an older plugin hears of the whole document without loading it', async () => {
  const { ask } = await openFigma({ pages: PAGES })
  const code = `return new Promise((resolve) => {
    figma.on('documentchange', ({ documentChanges }) => resolve(documentChanges[0].node.name))
    figma.root.children[1].children[0].name = 'Farther'
  })`
  expect(await ask(code, legacy)).toBe('Farther')
})

test('what is documented of a manifest is taken', async () => {
  const { start } = await openFigma()
  const manifest = {
    ...LEGACY,
    editorType: ['figma', 'dev'],
    permissions: ['currentuser', 'teamlibrary'],
    enableProposedApi: false,
    enablePrivatePluginApi: true,
    build: 'npm run build',
    parameters: [{ name: 'Word', key: 'word', description: 'Any', allowFreeform: true }],
    parameterOnly: false,
    menu: [{ name: 'More', menu: [{ separator: true as const }, { name: 'Go', command: 'go', parameterOnly: true }] }],
  }
  await expect(start('', { manifest, command: 'go' })).resolves.toMatchObject({ closed: false })
})

test('a plugin for a part of Figma that is not simulated is refused by name', async () => {
  const { start } = await openFigma()
  await expect(start('', { manifest: { ...MANIFEST, capabilities: ['codegen'] } })).rejects.toThrow(
    'dev/figma: a plugin with the capability “codegen” is not simulated',
  )
})

test('the current user is there with the permission', async () => {
  const { ask } = await openFigma()
  await expect(ask('return figma.currentUser')).rejects.toThrow(
    'in get_currentUser: "currentuser" must be in the permissions',
  )
  const manifest = { ...MANIFEST, permissions: ['currentuser'] }
  expect(await ask('return figma.currentUser', { manifest })).toMatchObject({ name: 'You', sessionId: 1 })
})

test('several ui files come by their names, and none may be missing', async () => {
  const { ui, start } = await openFigma()
  const manifest = { ...MANIFEST, ui: { one: 'one.html', two: 'two.html' } }
  await start(`figma.showUI(__uiFiles__.two); console.log(__html__)`, { manifest, html: { one: '1', two: '2' } })
  expect(ui.shown).toMatchObject([{ html: '2' }])
  await expect(start('', { manifest, html: { one: '1' } })).rejects.toThrow(
    'The ui file “two” of the manifest is missing',
  )
})

test('a version is saved under a title', async () => {
  const { editor, ask } = await openFigma()
  expect(await ask(`return figma.saveVersionHistoryAsync('Before', 'all of it')`)).toEqual({ id: '1' })
  expect(editor.versions()).toEqual([{ id: '1', title: 'Before', description: 'all of it' }])
  await expect(ask(`await figma.saveVersionHistoryAsync('')`)).rejects.toThrow('must not be empty')
})

test('the viewport can be read and moved', async () => {
  const { ask } = await openFigma({ layers: [box('Box', { x: 1000, y: 2000 })] })
  const code = `const { viewport } = figma
    viewport.zoom = 2; viewport.center = { x: 10, y: 20 }
    const seen = [viewport.zoom, viewport.center, viewport.bounds]
    viewport.scrollAndZoomIntoView(figma.currentPage.children)
    return [...seen, viewport.center]`
  expect(await ask(code)).toEqual([
    2,
    { x: 10, y: 20 },
    { x: -310, y: -160, width: 640, height: 360 },
    { x: 1050, y: 2025 },
  ])
  await expect(ask('figma.viewport.zoom = 0')).rejects.toThrow('in set_zoom')
  await expect(ask('figma.viewport.slidesView')).rejects.toThrow('ViewportAPI.slidesView is not simulated')
})

test('the window tells where it is, and messages to another origin do not arrive', async () => {
  const { ui, ask } = await openFigma()
  const code = `figma.showUI('', { position: { x: 5, y: 6 } }); const first = figma.ui.getPosition().canvasSpace
    figma.ui.reposition(7, 8); const handler = () => {}; figma.ui.onmessage = handler
    figma.ui.postMessage('theirs', { origin: 'https://elsewhere.example' }); figma.ui.postMessage('ours', { origin: '*' })
    return [first, figma.ui.getPosition().canvasSpace, figma.ui.onmessage === handler]`
  expect(await ask(code)).toEqual([{ x: 5, y: 6 }, { x: 7, y: 8 }, true])
  expect(ui.shown).toMatchObject([{ position: { x: 5, y: 6 } }])
  await expect.poll(() => ui.posted).toEqual(['ours'])
  await expect(ask('figma.ui.getPosition()')).rejects.toThrow('in getPosition: There is no UI')
})
