import { expect, test } from 'vitest'
import { box, MANIFEST, openFigma, until } from './open-figma.ts'

test('the code finds the globals that Figma documents, and no others', async () => {
  const { ask } = await openFigma()
  expect(await ask('return Object.keys(globalThis).sort()')).toEqual(
    'console setTimeout setInterval clearTimeout clearInterval fetch figma __html__ __uiFiles__'.split(' ').sort(),
  )
  const absent =
    'window document self TextEncoder TextDecoder URL AbortController atob btoa structuredClone crypto Blob'
  expect(await ask(`return '${absent}'.split(' ').filter((name) => name in globalThis)`)).toEqual([])
  expect(await ask('return typeof Object.hasOwn')).toBe('undefined')
  expect(await ask('return __html__')).toBe('<p>ui</p>')
})

test.each([
  ['"import(" in a string', 'const text = "import("', 'possible import expression rejected'],
  ['an HTML comment', '// <!-- no', 'possible html comment rejected'],
  ['the end of one', '// -->', 'possible html comment rejected'],
  ['a direct eval', 'eval("1")', 'possible direct eval expression rejected'],
])('a script with %s is refused', async (_what, code, message) => {
  const { start } = await openFigma()
  await expect(start(code)).rejects.toThrow(new SyntaxError(message))
})

test('what Figma can do and this does not throws by name', async () => {
  const { ask } = await openFigma()
  await expect(ask('figma.createSticky()')).rejects.toThrow('dev/figma: PluginAPI.createSticky is not simulated')
  await expect(ask('return figma.codegen.on')).rejects.toThrow('dev/figma: PluginAPI.codegen is not simulated')
  const layer = 'const layer = figma.currentPage.children[0];'
  await expect(ask(`${layer} return layer.timelines`)).rejects.toThrow('RectangleNode.timelines is not simulated')
  await expect(ask(`${layer} layer.timelines = []`)).rejects.toThrow('RectangleNode.timelines is not simulated')
  await expect(ask(`${layer} return layer.filIs`)).rejects.toThrow('RectangleNode.filIs is not simulated')
})

test('what Figma gives to other plugins and editors is undefined, and throws by name where the manifest asks for it', async () => {
  const { ask } = await openFigma()
  const read = 'const { fileKey, payments, widgetId, timer, vscode } = figma;'
  const code = `${read} return [fileKey, payments, widgetId, timer, vscode].map((member) => typeof member)`
  expect(await ask(code)).toEqual(Array(5).fill('undefined'))
  const manifest = { ...MANIFEST, permissions: ['payments'], enablePrivatePluginApi: true }
  await expect(ask('return figma.payments', { manifest })).rejects.toThrow('PluginAPI.payments is not simulated')
  await expect(ask('return figma.fileKey', { manifest })).rejects.toThrow('PluginAPI.fileKey is not simulated')
})

test('layers answer to “in”, and know nothing of members that others have', async () => {
  const { ask } = await openFigma()
  const code = `const layer = figma.currentPage.children[0]
    return ['fills' in layer, 'timelines' in layer, 'children' in layer, layer.children, 'fills' in figma.currentPage]`
  expect(await ask(code)).toEqual([true, true, false, undefined, false])
})

test.each(['layer.children', 'layer.onmessage', 'layer.cancel', 'layer.createText', 'layer.filIs'])(
  '%s is the same whatever was looked at before',
  async (member) => {
    const { ask } = await openFigma({ layers: [box('Box')] })
    const read = `try { return typeof ${member} } catch (error) { return error.message }`
    const found = 'const layer = await figma.getNodeByIdAsync("1:2");'
    const looked = 'figma.currentPage.children; figma.ui.on; figma.notify("x").cancel; figma.root.children;'
    expect(await ask(`${found} ${read}`)).toEqual(await ask(`${found} ${looked} ${read}`))
  },
)

test('layers cannot be added to, and what is read-only stays', async () => {
  const { ask } = await openFigma()
  await expect(ask('figma.currentPage.children[0].mine = 1')).rejects.toThrow('object is not extensible')
  await expect(ask('figma.currentPage.children[0].id = "9:9"')).rejects.toThrow('no setter for property')
})

test('what a getter returns is a frozen copy', async () => {
  const { ask } = await openFigma()
  const layer = 'const layer = figma.currentPage.children[0];'
  await expect(ask(`${layer} layer.fills[0] = 1`)).rejects.toThrow('read-only')
  await expect(ask(`${layer} layer.fills[0].opacity = 0`)).rejects.toThrow('read-only')
  await expect(ask(`${layer} layer.fills.push(1)`)).rejects.toThrow('not extensible')
  await expect(ask('figma.currentPage.selection.push(figma.currentPage)')).rejects.toThrow('not extensible')
  expect(await ask(`${layer} return layer.fills === layer.fills`)).toBe(false)
})

test('a layer is the same object whichever way it is found', async () => {
  const { ask } = await openFigma()
  const code = `const [layer] = figma.currentPage.children
    return layer === figma.currentPage.findOne(() => true) && layer === await figma.getNodeByIdAsync(layer.id)`
  expect(await ask(code)).toBe(true)
})

test('figma.mixed is one symbol that is no other', async () => {
  const { ask } = await openFigma()
  expect(await ask('return [typeof figma.mixed, figma.mixed === figma.mixed, figma.mixed === Symbol()]')).toEqual([
    'symbol',
    true,
    false,
  ])
})

test('what escapes the code is recorded with its place', async () => {
  const { editor, start } = await openFigma()
  await start('missing.thing')
  expect(editor.errors()).toMatchObject([{ name: 'ReferenceError', stack: expect.stringContaining('code.js:2') }])
})

test('rejections of handlers and timers are recorded', async () => {
  const { editor, start } = await openFigma()
  await start(`figma.on('run', async () => { await null; throw new RangeError('from a handler') })
    setTimeout(async () => { throw new TypeError('from a timer') }, 0)`)
  await until(() =>
    expect(
      editor
        .errors()
        .map(({ message }) => message)
        .sort(),
    ).toEqual(['from a handler', 'from a timer']),
  )
})

test('an error of the code’s own passes through Figma’s functions unchanged', async () => {
  const { ask } = await openFigma()
  const code = `try { figma.currentPage.findAll(() => { throw new TypeError('mine') }) }
    catch (error) { return [error instanceof TypeError, error.message] }`
  expect(await ask(code)).toEqual([true, 'mine'])
})

test('endless recursion is an error and not the end of the machine', async () => {
  const { ask } = await openFigma()
  const code = `const deeper = () => deeper() + 1
    try { deeper() } catch (error) { return error.message }`
  expect(await ask(code)).toBe('stack overflow')
})

test('code that blocks is cut off and its plugin closed', async () => {
  const { editor, start } = await openFigma({ patience: 100 })
  const run = await start('while (true) {}')
  expect(run.closed).toBe(true)
  expect(run.longestSlice).toBeGreaterThanOrEqual(100)
  expect(editor.errors()).toMatchObject([{ message: 'interrupted' }])
})

test('large bytes cross whole, in both directions', async () => {
  const { ask } = await openFigma()
  const bytes = new Uint8Array(3_000_000).map((_, index) => index)
  const code = `const bytes = await figma.clientStorage.getAsync('bytes'); return bytes.subarray(1)`
  const answer = (await ask(code, { storage: { bytes } })) as Uint8Array
  expect(Buffer.compare(answer, bytes.subarray(1))).toBe(0)
})

test('values that JSON cannot say cross as well', async () => {
  const { ask } = await openFigma()
  const code = `return [NaN, -0, Infinity, undefined, new Date(5), { $: 'remote', id: 1 }, '\\ud800']`
  expect(await ask(code)).toEqual([NaN, -0, Infinity, undefined, new Date(5), { $: 'remote', id: 1 }, '\ud800'])
})
