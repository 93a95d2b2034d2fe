import { expect, test } from 'vitest'
import { box, MANIFEST, openFigma, until } from './open-figma.ts'

const valuesOf = (run: { logs: readonly { values: unknown[] }[] }) => run.logs.map(({ values }) => values)

test('the code learns its command, and run is told after the top level', async () => {
  const { start } = await openFigma()
  const run = await start(
    `figma.on('run', (event) => console.log('run', event)); console.log(figma.command, figma.editorType)`,
    {
      command: 'go',
    },
  )
  await until(() =>
    expect(valuesOf(run)).toEqual([
      ['go', 'figma'],
      ['run', { command: 'go', parameters: undefined }],
    ]),
  )
})

test('a command that the manifest does not list is refused', async () => {
  const { start } = await openFigma()
  await expect(start('', { command: 'stop' })).rejects.toThrow('The manifest has no command “stop”.')
})

test.each([
  [{ documentAccess: 'all' }, 'documentAccess: can only be "dynamic-page"'],
  [{ networkAccess: { allowedDomains: [] } }, 'networkAccess.allowedDomains'],
  [{ networkAccess: { allowedDomains: ['*'] } }, 'networkAccess needs a reasoning'],
  [{ networkAccess: { allowedDomains: ['ftp://example.com'] } }, 'is no domain pattern'],
  [{ editorType: ['figjam'] }, 'only Figma Design is simulated'],
  [{ relaunch: [] }, 'relaunch'],
])('a manifest with %j is refused', async (wrong, message) => {
  const { start } = await openFigma()
  await expect(start('', { manifest: { ...MANIFEST, ...wrong } as never })).rejects.toThrow(message)
})

test('close is told at once, and then nothing more is', async () => {
  const { editor, ui, start } = await openFigma()
  const run = await start(`figma.showUI('')
    figma.on('close', () => console.log('closed', figma.currentPage.name))
    figma.on('selectionchange', () => console.log('selection'))
    figma.ui.on('message', () => console.log('message'))
    setTimeout(() => console.log('timer'), 1)
    setInterval(() => console.log('interval'), 1)
    figma.clientStorage.keysAsync().then(() => console.log('promise'))`)
  run.fromUi('late')
  editor.select(['Box'])
  run.close()
  expect(valuesOf(run)).toEqual([['closed', 'One']])
  expect(run.closed).toBe(true)
  expect(ui.closed).toHaveLength(1)
  run.close()
  run.fromUi('later still')
  const next = await start(`setTimeout(() => console.log('a timer set later has fired'), 5)`)
  await until(() => expect(next.logs).toHaveLength(1))
  expect(valuesOf(run)).toEqual([['closed', 'One']])
})

test('after closePlugin the lines that follow still run, and Figma’s functions throw', async () => {
  const { ui, start } = await openFigma()
  const run = await start(`const page = figma.currentPage
    figma.closePlugin('Done')
    for (const use of [() => figma.currentPage, () => page.name, () => figma.createRectangle()]) {
      try { use() } catch (error) { console.log(error.message) }
    }`)
  expect(valuesOf(run)).toEqual([
    ['in get_currentPage: The plugin is closed'],
    ['in get_name: The plugin is closed'],
    ['in createRectangle: The plugin is closed'],
  ])
  expect(ui.notes).toMatchObject([{ message: 'Done' }])
})

test('one plugin runs at a time', async () => {
  const { start } = await openFigma()
  const first = await start('')
  await start('')
  expect(first.closed).toBe(true)
})

test('of two plugins started at once the later one runs', async () => {
  const { start } = await openFigma()
  const [first, second] = await Promise.allSettled([start('figma.createFrame()'), start('')])
  expect(first).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('Something else') } })
  expect(second.status).toBe('fulfilled')
})

test('opening another world closes the plugin and forgets its errors', async () => {
  const { editor, start } = await openFigma()
  const run = await start('nothing.here')
  editor.open({ id: 'next', title: 'Next', pages: [{ name: 'P', layers: [] }], pictures: {} })
  expect(run.closed).toBe(true)
  expect(editor.errors()).toEqual([])
})

test('timers answer with numbers and can be cleared', async () => {
  const { start } = await openFigma()
  const run = await start(`const timer = setTimeout(() => console.log('never'), 1); clearTimeout(timer)
    let count = 0
    const interval = setInterval(() => { if (++count === 3) { clearInterval(interval); console.log(typeof timer, count) } }, 1)`)
  await until(() => expect(valuesOf(run)).toEqual([['number', 3]]))
})

test('the window opens with Figma’s defaults, and never under 70 px', async () => {
  const { ui, start } = await openFigma()
  await start(`figma.showUI(__html__); figma.showUI('b', { width: 10, height: 500, title: 'T', themeColors: true, visible: false })
    figma.ui.resize(10, 300)`)
  expect(ui.shown).toEqual([
    { html: '<p>ui</p>', width: 300, height: 200, title: 'Test plugin', themeColors: false, visible: true },
    { html: 'b', width: 70, height: 500, title: 'T', themeColors: true, visible: false },
  ])
  expect(ui.closed).toHaveLength(1)
  expect(ui.sizes).toEqual([[70, 300]])
})

test('notify cuts at 100 characters, and its button works', async () => {
  const { ui, start } = await openFigma()
  const run = await start(`figma.notify('x'.repeat(150), { error: true, timeout: Infinity })
    figma.notify('short', { button: { text: 'Do', action: () => console.log('pressed') } })`)
  const [long, short] = ui.notes as { message: string; button: { press(): void } }[]
  expect(long!.message).toHaveLength(100)
  expect(long).toMatchObject({ error: true, timeout: Number.POSITIVE_INFINITY })
  expect(short).toMatchObject({ message: 'short', error: false, timeout: 3000 })
  short!.button.press()
  expect(valuesOf(run)).toEqual([['pressed']])
})

test('base64 goes both ways', async () => {
  const { ask } = await openFigma()
  expect(await ask('return [figma.base64Encode(new Uint8Array([0, 255, 7])), figma.base64Decode("AP8H")]')).toEqual([
    'AP8H',
    new Uint8Array([0, 255, 7]),
  ])
  await expect(ask('figma.base64Decode("?")')).rejects.toThrow('in base64Decode: The text is not base64')
})

test('layers can be brought into view', async () => {
  const { ui, ask } = await openFigma({ layers: [box('Box')] })
  const seen: unknown[] = []
  ui.scrollIntoView = (ids) => void seen.push(ids)
  await ask('figma.viewport.scrollAndZoomIntoView(figma.currentPage.children)')
  expect(seen).toEqual([['1:2']])
})
