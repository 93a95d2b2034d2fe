import { expect, test } from 'vitest'
import { openFigma, until } from './open-figma.ts'

const SHOW = 'figma.showUI(__html__);'

test('a message of the code arrives later, as a copy', async () => {
  const { ui, start } = await openFigma()
  await start(`${SHOW} const message = { list: [1] }; figma.ui.postMessage(message); message.list.push(2)`)
  expect(ui.posted).toEqual([])
  await until(() => expect(ui.posted).toEqual([{ list: [1] }]))
})

test('what Figma lists is carried', async () => {
  const { ui, start } = await openFigma()
  await start(
    `${SHOW} figma.ui.postMessage([{ a: null, b: undefined }, 'x', 1.5, true, new Date(7), new Uint8Array([1, 2])])`,
  )
  await until(() =>
    expect(ui.posted).toEqual([[{ a: null, b: undefined }, 'x', 1.5, true, new Date(7), new Uint8Array([1, 2])]]),
  )
})

test.each([
  ['figma.mixed', 'Cannot unwrap symbol'],
  ['new Map()', 'message.at[0] is a Map'],
  ['new ArrayBuffer(1)', 'message.at[0] is a ArrayBuffer'],
  ['new Uint8ClampedArray(1)', 'message.at[0] is a Uint8ClampedArray'],
  ['() => 1', 'message.at[0] is a function'],
  ['new Error("x")', 'message.at[0] is a Error'],
  ['Promise.resolve()', 'message.at[0] is a Promise'],
  ['figma.currentPage', 'message.at[0] is a PageNode'],
])('%s loses the whole message', async (value, message) => {
  const { ui, ask } = await openFigma()
  await expect(ask(`${SHOW} figma.ui.postMessage({ at: [${value}] })`)).rejects.toThrow(`in postMessage: ${message}`)
  expect(ui.posted).toEqual([])
})

test('a message that holds itself is refused', async () => {
  const { ask } = await openFigma()
  await expect(ask(`${SHOW} const a = {}; a.a = a; figma.ui.postMessage(a)`)).rejects.toThrow('cyclic')
})

test('without a UI there is nowhere to post to', async () => {
  const { ask } = await openFigma()
  await expect(ask('figma.ui.postMessage(1)')).rejects.toThrow('in postMessage: There is no UI')
})

test('messages wait until the UI has loaded, and keep their order', async () => {
  const { ui, start } = await openFigma()
  let loaded = () => {}
  ui.show = () =>
    new Promise<void>((resolve) => {
      loaded = resolve
    })
  const run = await start(
    `${SHOW} figma.ui.postMessage(1); figma.ui.postMessage(2); setTimeout(() => console.log('late'))`,
  )
  await until(() => expect(run.logs).toHaveLength(1))
  expect(ui.posted).toEqual([])
  loaded()
  await until(() => expect(ui.posted).toEqual([1, 2]))
})

test('a message of the UI reaches onmessage and on, and once only once', async () => {
  const { start } = await openFigma()
  const run = await start(`${SHOW}
    figma.ui.onmessage = (message, props) => console.log('onmessage', message, props)
    const on = (message) => { console.log('on', message); figma.ui.off('message', on) }
    figma.ui.on('message', on)
    figma.ui.once('message', (message) => console.log('once', message))`)
  run.fromUi({ n: 1 })
  expect(run.logs).toEqual([])
  run.fromUi({ n: 2 })
  await until(() => expect(run.logs).toHaveLength(4))
  expect(run.logs.map(({ values }) => values)).toEqual([
    ['onmessage', { n: 1 }, { origin: 'null' }],
    ['on', { n: 1 }],
    ['once', { n: 1 }],
    ['onmessage', { n: 2 }, { origin: 'null' }],
  ])
})

test('onmessage that is set again replaces the first', async () => {
  const { start } = await openFigma()
  const run = await start(`${SHOW}
    figma.ui.onmessage = () => console.log('first')
    figma.ui.onmessage = () => console.log('second')`)
  run.fromUi(1)
  await until(() => expect(run.logs.map(({ values }) => values)).toEqual([['second']]))
})

test('a message of the UI that Figma does not carry is lost, and said', async () => {
  const { editor, start } = await openFigma()
  const run = await start(`${SHOW} figma.ui.onmessage = (message) => console.log(message)`)
  run.fromUi({ blob: new Blob([]) })
  run.fromUi('fine')
  await until(() => expect(run.logs.map(({ values }) => values)).toEqual([['fine']]))
  expect(editor.errors()).toMatchObject([
    { message: 'in postMessage: message.blob is a Blob, which Figma does not carry' },
  ])
})

/** Types a key into the storage letter by letter, then posts the texts. Returns the log as text. */
async function logAfterTyping(key: string, texts: string[]) {
  const { editor, start } = await openFigma()
  const run = await start(`${SHOW}
    figma.ui.onmessage = async ({ settings, text }) => {
      if (settings) await figma.clientStorage.setAsync('settings', settings)
      else figma.ui.postMessage(text)
    }`)
  for (let length = 1; length <= key.length; length++) {
    run.fromUi({ settings: { accounts: { one: { key: key.slice(0, length) } } } })
  }
  await until(() => expect(run.storage).toEqual({ settings: { accounts: { one: { key } } } }))
  for (const text of texts) run.fromUi({ text })
  await until(() => expect(editor.messages()).toHaveLength(key.length + 2 * texts.length))
  return JSON.stringify(editor.messages())
}

test('a key that is typed letter by letter is hidden whole, and hides nothing else', async () => {
  const log = await logAfterTyping('lmnf_secret123', ['Bearer lmnf_secret123', 'the colour of all minerals'])
  expect(log).toContain('"Bearer •••"')
  expect(log).toContain('the colour of all minerals')
  expect(log).not.toMatch(/lmnf|secret/)
})

test('what is typed of a key but not saved yet is hidden as well', async () => {
  const log = await logAfterTyping('lmnf_sec', ['Bearer lmnf_secret123', '401 for "lmnf_secret123".'])
  expect(log).toContain('401 for \\"•••\\".')
  expect(log).not.toMatch(/lmnf|secret|123/)
})

test('a part too short to be known for a key is hidden in its header', async () => {
  const log = await logAfterTyping('lmn', ['Bearer lmn', 'lmn'])
  expect(log).toContain('"Bearer •••"')
})

test('the log shows both directions, without bytes and without keys', async () => {
  const { editor, start } = await openFigma()
  const run = await start(
    `${SHOW} figma.ui.onmessage = async () => figma.ui.postMessage({ auth: 'Bearer ' + (await figma.clientStorage.getAsync('apiKey')) })`,
    { storage: { apiKey: 'sk-secret' } },
  )
  run.fromUi({ bytes: new Uint8Array(9), account: { key: 'sk-other', name: 'me' } })
  await until(() => expect(editor.messages()).toHaveLength(2))
  expect(editor.messages()).toEqual([
    { from: 'ui', message: { bytes: { bytes: 9 }, account: { key: '•••', name: 'me' } } },
    { from: 'code', message: { auth: 'Bearer •••' } },
  ])
})
