import { build } from 'esbuild'
import { beforeAll, expect, test } from 'vitest'
import { createEditor } from '../../dev/figma/editor.ts'
import { noPainter } from '../../dev/figma/no-painter.ts'
import { connect } from '../../src/shared/channel.ts'

// The same channel over the simulated Figma's pipe: QuickJS on one side, copied and policed messages between.

interface Commands {
  double(input: { bytes: Uint8Array }): { bytes: Uint8Array }
  count(input: { to: number }): number
  wait(input: {}): string
  mixed(input: {}): unknown
}

const PLUGIN = `
  import { serve } from './src/shared/channel.ts'
  figma.showUI(__html__)
  const port = { post: (message) => figma.ui.postMessage(message), listen: (receive) => figma.ui.on('message', receive) }
  const { emit } = serve(port, {
    double: ({ bytes }) => ({ bytes: new Uint8Array([...bytes, ...bytes]).subarray(0) }),
    count({ to }, task) {
      for (let done = 1; done <= to; done++) task.report({ done, total: to })
      return to
    },
    async wait(_, task) {
      await new Promise((resolve) => setTimeout(resolve, 10))
      try {
        task.throwIfCancelled()
      } catch (thrown) {
        emit('heard', thrown.fault)
        throw thrown
      }
    },
    mixed: () => ({ fills: figma.mixed }),
  })
`

let code: string
beforeAll(async () => {
  const options = { bundle: true, format: 'iife', target: 'es2020', write: false } as const
  const { outputFiles } = await build({ ...options, stdin: { contents: PLUGIN, resolveDir: '.', loader: 'js' } })
  code = outputFiles[0]!.text
})

const MANIFEST = {
  ...{ name: 'Pipe', id: '1', api: '1.0.0', main: 'code.js', ui: 'ui.html', editorType: ['figma'] },
  documentAccess: 'dynamic-page',
  networkAccess: { allowedDomains: ['none'] },
}

async function connected() {
  const editor = await createEditor({ painter: noPainter })
  editor.open({ id: 'empty', title: 'Empty', pages: [{ name: 'Page', layers: [] }], pictures: {} })
  const listeners: ((message: unknown) => void)[] = []
  const post = (message: unknown) => {
    for (const receive of listeners) receive(message)
  }
  const window = { show: () => {}, post, close: () => {}, resize: () => {}, notify: () => {} }
  const run = await editor.run({ manifest: MANIFEST, code, html: '<p>' }, window)
  return connect<Commands, { heard: string }>({
    post: (message) => run.fromUi(message),
    listen: (receive) => void listeners.push(receive),
  })
}

test('bytes cross whole, both ways', async () => {
  const ui = await connected()
  const { bytes } = await ui.call('double', { bytes: new Uint8Array([0, 1, 2, 3]).subarray(1, 3) })
  expect([...bytes]).toEqual([1, 2, 1, 2])
})

test('progress arrives in order, before the answer', async () => {
  const ui = await connected()
  const seen: number[] = []
  expect(await ui.call('count', { to: 3 }, { onProgress: ({ done }) => seen.push(done) })).toBe(3)
  expect(seen).toEqual([1, 2, 3])
})

test('a cancelled command hears of it', async () => {
  const ui = await connected()
  const heard: string[] = []
  ui.on('heard', (fault) => heard.push(fault))
  const stop = new AbortController()
  const call = ui.call('wait', {}, { signal: stop.signal })
  stop.abort()
  await expect(call).rejects.toMatchObject({ fault: 'cancelled' })
  await expect.poll(() => heard).toEqual(['cancelled'])
})

test('an answer that Figma cannot carry is answered as a fault, not lost', async () => {
  const ui = await connected()
  await expect(ui.call('mixed', {})).rejects.toMatchObject({ fault: 'bug', cause: expect.stringContaining('symbol') })
})
