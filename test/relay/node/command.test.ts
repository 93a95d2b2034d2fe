import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, afterEach, expect, test } from 'vitest'
import { temporaryFolder } from '../../harness/temporary-folder.ts'
import { TOKEN } from '../running-relay.ts'

const folder = temporaryFolder()
afterAll(folder.remove)
let child: ChildProcess | undefined
afterEach(() => child?.kill('SIGKILL'))

/** `npm run relay`, with what it prints. */
function run(env: Record<string, string>, ...args: string[]) {
  const started = spawn(process.execPath, ['dev/run.mjs', 'relay/src/node.ts', ...args], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
  })
  child = started
  let output = ''
  for (const stream of [started.stdout, started.stderr]) stream.on('data', (text) => (output += text))
  const exit = once(started, 'exit').then(([code]) => code as number | null)
  return { started, exit, output: () => output }
}

test('it tells how it is used', async () => {
  const { exit, output } = run({}, '--help')
  expect(await exit).toBe(0)
  expect(output()).toContain('RELAY_TOKEN')
})

test('it does not start without a token, nor with a short one, and says so', async () => {
  const none = run({})
  expect(await none.exit).toBe(2)
  expect(none.output()).toContain('RELAY_TOKEN is not set')
  const short = run({ RELAY_TOKEN: 'short-token', RELAY_FOLDER: await folder.path(), PORT: '0' })
  expect(await short.exit).toBe(1)
  expect(short.output()).toContain('at least 16')
  expect(short.output()).not.toContain('short-token')
})

test('it runs until it is told to stop, and prints no token', async () => {
  const { started, exit, output } = run({ RELAY_TOKEN: TOKEN, RELAY_FOLDER: await folder.path(), PORT: '0' })
  while (!/http:\S+/.test(output())) await once(started.stdout, 'data')
  const [url] = /http:\S+/.exec(output()) ?? []
  expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ ok: true })
  started.kill('SIGTERM')
  expect(await exit).toBe(0)
  expect(output()).toContain('"route":"health"')
  expect(output()).not.toContain(TOKEN)
})
