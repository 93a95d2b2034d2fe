import { MessageChannel } from 'node:worker_threads'
import { afterEach, expect, test } from 'vitest'
import { connect, type Port, serve, type Task } from '../../src/shared/channel.ts'
import { AppError } from '../../src/shared/errors.ts'
import { UNEXPECTED } from '../../src/shared/texts/faults.ts'
import { Written } from '../../src/shared/written.ts'

interface Commands {
  count(input: { to: number }): number
  fail(input: { how: 'fault' | 'error' | 'text' | 'nothing' }): number
  size(input: { bytes: Uint8Array }): number
  list(input: {}): List
}

interface List {
  items: number[]
  bytes: Uint8Array
}

interface Events {
  ping: string
  list: Partial<List>
}

const open: MessageChannel[] = []
afterEach(() => {
  for (const { port1 } of open.splice(0)) port1.close()
})

/** Both ends over a real MessageChannel, which copies and delivers later, as Figma's bridge does. */
function connected(count: (input: { to: number }, task: Task) => number | Promise<number> = ({ to }) => to) {
  const channel = new MessageChannel()
  open.push(channel)
  const posted: unknown[] = []
  const port = (end: MessageChannel['port1']): Port => ({
    post(message, transfer = []) {
      posted.push(message)
      end.postMessage(message, transfer)
    },
    listen: (receive) => end.on('message', receive),
  })
  const code = serve<Commands, Events>(port(channel.port1), {
    count,
    fail({ how }) {
      if (how === 'fault') throw new AppError('layer', 'It is locked.')
      if (how === 'error') throw new RangeError('too far')
      if (how === 'text') throw 'a plain string'
      throw undefined
    },
    size: ({ bytes }) => bytes.length,
    list: () => new Written<List>('{"items":[1,2,3]}', { bytes: new Uint8Array([4]) }),
  })
  const ui = connect<Commands, Events>(port(channel.port2))
  return { code, ui, posted, port2: channel.port2 }
}

const later = () => new Promise((resolve) => setTimeout(resolve, 5))

test('a call reports progress in order and then answers', async () => {
  const { ui } = connected(({ to }, task) => {
    for (let done = 1; done <= to; done++) task.report({ done, total: to })
    return to
  })
  const seen: number[] = []
  expect(await ui.call('count', { to: 3 }, { onProgress: ({ done }) => seen.push(done) })).toBe(3)
  expect(seen).toEqual([1, 2, 3])
})

test('calls that overlap get their own answers', async () => {
  const { ui } = connected(async ({ to }) => {
    await new Promise((resolve) => setTimeout(resolve, 20 - to))
    return to
  })
  expect(await Promise.all([1, 15, 7].map((to) => ui.call('count', { to })))).toEqual([1, 15, 7])
})

test('a fault keeps its name and sentence across the pipe', async () => {
  const { ui } = connected()
  await expect(ui.call('fail', { how: 'fault' })).rejects.toMatchObject({ fault: 'layer', message: 'It is locked.' })
})

test.each([
  ['error', 'too far'],
  ['text', 'a plain string'],
  ['nothing', undefined],
] as const)('thrown %s is answered as a bug, in words for people and with its own as the cause', async (how, cause) => {
  const { ui } = connected()
  await expect(ui.call('fail', { how })).rejects.toMatchObject({ fault: 'bug', message: UNEXPECTED, cause })
})

test.each(['nope', 'toString', '__proto__'])('an unknown command %s is answered', async (name) => {
  const { ui } = connected()
  await expect(ui.call(name as 'count', { to: 1 })).rejects.toMatchObject({ fault: 'bug' })
})

test('aborting rejects at once and tells the other side', async () => {
  let heard: unknown
  const { ui } = connected(async (_, task) => {
    await later()
    try {
      task.throwIfCancelled()
    } catch (thrown) {
      heard = thrown
    }
    return 0
  })
  const stop = new AbortController()
  const call = ui.call('count', { to: 1 }, { signal: stop.signal })
  stop.abort()
  await expect(call).rejects.toMatchObject({ fault: 'cancelled' })
  await expect.poll(() => heard).toMatchObject({ fault: 'cancelled' })
})

test('a call that is aborted before it starts is never sent', async () => {
  const { ui, posted } = connected()
  await expect(ui.call('count', { to: 1 }, { signal: AbortSignal.abort() })).rejects.toMatchObject({
    fault: 'cancelled',
  })
  expect(posted).toEqual([])
})

test('every call is answered exactly once, also a cancelled one', async () => {
  const { ui, posted } = connected(async ({ to }) => {
    await later()
    return to
  })
  const stop = new AbortController()
  const call = ui.call('count', { to: 1 }, { signal: stop.signal })
  stop.abort()
  await expect(call).rejects.toBeDefined()
  const answers = () => posted.filter((message) => ['result', 'error'].includes((message as { kind: string }).kind))
  await expect.poll(answers).toHaveLength(1)
  await later()
  expect(answers()).toHaveLength(1)
})

test('a signal that outlives its call keeps no listener', async () => {
  const { ui } = connected()
  let listeners = 0
  const signal = {
    aborted: false,
    addEventListener: () => void listeners++,
    removeEventListener: () => void listeners--,
  }
  await ui.call('count', { to: 1 }, { signal })
  expect(listeners).toBe(0)
})

test('bytes that are transferred move instead of being copied', async () => {
  const { ui } = connected()
  const bytes = new Uint8Array(1000)
  expect(await ui.call('size', { bytes }, { transfer: [bytes.buffer] })).toBe(1000)
  expect(bytes.length).toBe(0)
})

test('events reach listeners until they leave', async () => {
  const { code, ui } = connected()
  const heard: string[] = []
  const leave = ui.on('ping', (value) => heard.push(value))
  code.emit('ping', 'one')
  await expect.poll(() => heard).toEqual(['one'])
  leave()
  code.emit('ping', 'two')
  await later()
  expect(heard).toEqual(['one'])
})

test.each([undefined, null, 7, 'text', {}, { kind: 'result', id: 99 }, { kind: 'else' }])(
  'a message that is not ours (%j) does no harm',
  async (message) => {
    const { ui, port2 } = connected()
    port2.postMessage(message)
    expect(await ui.call('count', { to: 2 })).toBe(2)
  },
)

test('what the sandbox has written as JSON is told as the object that it says, with what was not written', async () => {
  const { code, ui, posted } = connected()
  expect(await ui.call('list', {})).toEqual({ items: [1, 2, 3], bytes: new Uint8Array([4]) })
  expect(posted.at(-1)).toMatchObject({ kind: 'result', json: '{"items":[1,2,3]}' })
  const heard: unknown[] = []
  ui.on('list', (list) => heard.push(list))
  code.emit('list', new Written('{"items":[5]}'))
  code.emit('list', { items: [6] })
  await expect.poll(() => heard).toEqual([{ items: [5] }, { items: [6] }])
})
