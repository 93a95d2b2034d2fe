import { expect, test } from 'vitest'
import type { Manifest, ParameterAnswer } from '../../../dev/figma/editor.ts'
import { soon } from '../../../dev/figma/later.ts'
import { MANIFEST, openFigma } from './open-figma.ts'

const manifest: Manifest = {
  ...MANIFEST,
  menu: [
    {
      name: 'Icon',
      command: 'icon',
      parameters: [
        { name: 'Icon', key: 'icon' },
        { name: 'Size', key: 'size', allowFreeform: true, optional: true },
      ],
    },
    { name: 'Plain', command: 'plain' },
  ],
}
const ICON = { manifest, command: 'icon' }

/** A plugin in query mode, and a way to type into its text box. */
async function asking(code: string) {
  const figma = await openFigma()
  const run = await figma.start(code, { ...ICON, parameters: 'ask' })
  const answers: ParameterAnswer[] = []
  return {
    ...figma,
    run,
    answers,
    type: (key: string, query: string, chosen = {}) =>
      run.query!.type(key, query, chosen, (answer) => answers.push(answer)),
    logs: () => run.logs.map(({ values }) => values),
  }
}

test('the plugin hears what is typed and what was chosen, and suggests', async () => {
  const { type, answers, logs } = await asking(`figma.parameters.on('input', ({ query, key, parameters, result }) => {
    console.log(query, key, parameters)
    result.setLoadingMessage('Looking…')
    result.setSuggestions(['a', { name: 'b', data: { id: 7 } }, { name: 'c', icon: '<svg/>' }])
  })`)
  type('size', 'st', { icon: 'star' })
  expect(logs()).toEqual([['st', 'size', { icon: 'star' }]])
  expect(answers).toEqual([
    { loading: 'Looking…' },
    {
      suggestions: [
        { name: 'a', data: 'a' },
        { name: 'b', data: { id: 7 } },
        { name: 'c', data: 'c', icon: '<svg/>' },
      ],
    },
  ])
})

test('an answer to what was typed before comes too late', async () => {
  const { type, answers } = await asking(`figma.parameters.on('input', ({ query, result }) =>
    setTimeout(() => result.setSuggestions([query]), query === 'slow' ? 20 : 0))`)
  type('icon', 'slow')
  type('icon', 'quick')
  await expect.poll(() => answers.length).toBe(1)
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(answers).toEqual([{ suggestions: [{ name: 'quick', data: 'quick' }] }])
})

test('an error can be told, but not where any text is taken', async () => {
  const { editor, type, answers } = await asking(
    `figma.parameters.on('input', ({ result }) => result.setError('Select a frame first'))`,
  )
  type('icon', '')
  expect(answers).toEqual([{ error: 'Select a frame first' }])
  type('size', '')
  expect(editor.errors()).toMatchObject([{ message: 'in setError: setError is not available with allowFreeform' }])
})

test.each([
  'figma.createRectangle()',
  `figma.currentPage.children[0].name = 'x'`,
  `figma.showUI('')`,
  'figma.currentPage.children[0].remove()',
  'figma.currentPage.selection = []',
])('in query mode %s is refused', async (code) => {
  const { start } = await openFigma()
  const run = await start(`try { ${code} } catch (error) { console.log(error.message) }`, {
    ...ICON,
    parameters: 'ask',
  })
  expect(run.logs[0]!.values[0]).toContain('Not allowed in query mode')
})

test('in query mode a plugin reads', async () => {
  const { logs, run } = await asking(`const [layer] = figma.currentPage.findAll(() => true)
    figma.clientStorage.setAsync('a', 1).then(() => figma.clientStorage.getAsync('a')).then((kept) => console.log(layer.name, kept))`)
  await soon()
  await soon()
  expect(logs()).toEqual([['Box', 1]])
  expect(run.query!.parameters.map(({ key }) => key)).toEqual(['icon', 'size'])
})

test('when all is given the plugin runs and may write', async () => {
  const { editor, logs, run } = await asking(`figma.on('run', ({ command, parameters }) => {
    figma.currentPage.children[0].name = parameters.icon
    console.log(command, parameters)
  })`)
  await soon()
  expect(logs()).toEqual([])
  expect(() => run.query!.run({ size: '3' })).toThrow('The parameter “Icon” is missing.')
  expect(() => run.query!.run({ icon: 'a', color: 'b' })).toThrow('The plugin asks for no parameter “color”.')
  run.query!.run({ icon: 'star' })
  expect(run.query).toBeUndefined()
  await soon()
  expect(logs()).toEqual([['icon', { icon: 'star' }]])
  expect(editor.layer('star').name).toBe('star')
})

test('a run may come without any query, and from the menu it has no parameters', async () => {
  const { start } = await openFigma()
  const code = `figma.on('run', ({ parameters }) => console.log(parameters))`
  const given = await start(code, { ...ICON, parameters: { icon: 'star' } })
  await soon()
  const menu = await start(code, ICON)
  await soon()
  expect([given, menu].map(({ logs }) => logs[0]!.values[0])).toEqual([{ icon: 'star' }, undefined])
})

test('a command without parameters cannot be asked for', async () => {
  const { start } = await openFigma()
  await expect(start('', { manifest, command: 'plain', parameters: 'ask' })).rejects.toThrow('asks for no parameters')
})

test('optional parameters come last, and no key twice', async () => {
  const { start } = await openFigma()
  const wrong = (parameters: Manifest['parameters']) => start('', { manifest: { ...MANIFEST, parameters } as Manifest })
  await expect(
    wrong([
      { name: 'A', key: 'a', optional: true },
      { name: 'B', key: 'b' },
    ]),
  ).rejects.toThrow('Figma refuses the manifest: parameters: optional parameters must come last')
  await expect(
    wrong([
      { name: 'A', key: 'a' },
      { name: 'B', key: 'a' },
    ]),
  ).rejects.toThrow('has a key twice')
})
