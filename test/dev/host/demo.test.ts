import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApi } from '../../../dev/api/server.ts'
import { runDemo } from '../../../dev/host/demo/run-demo.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'refill-'))
})
afterAll(() => rm(folder, { recursive: true }))

function demo(...args: string[]) {
  const { LUMENFALL_API_KEY: _, ...env } = process.env
  const { status, stderr } = spawnSync('node', ['dev/run.mjs', 'dev/demo.ts', ...args], { encoding: 'utf8', env })
  return { status, told: stderr.split('\n')[0] }
}

test('what is asked for wrongly ends with 2, what cannot be done with 1, each with one sentence', async () => {
  const out = join(folder, 'result.png')
  const rest = ['--prompt', 'night', '--out', out]
  expect(demo('--out', out)).toEqual({ status: 2, told: '--prompt is missing: say what should change.' })
  expect(demo('--image', 'no.jpg', ...rest)).toEqual({ status: 1, told: 'There is no file “no.jpg”.' })
  await writeFile(join(folder, 'text.png'), 'just text')
  expect(demo('--image', join(folder, 'text.png'), ...rest)).toEqual({
    status: 1,
    told: `“${join(folder, 'text.png')}” is not a PNG, JPEG, GIF, WebP or AVIF picture.`,
  })
})

test('a service whose preflight refuses a null origin ends with 3, before a browser is started', async () => {
  const api = await startApi({ cors: 'never' })
  const said: string[] = []
  const code = await runDemo({
    ...{ image: 'photo.png', prompt: 'night', out: 'result.png', bytes: new Uint8Array() },
    ...{ provider: 'lumenfall', relay: false, live: { url: api.url, key: api.key } },
    say: (line) => void said.push(line),
    write: async () => {},
  })
  await api.stop()
  expect(code).toBe(3)
  expect(said.join('\n')).toMatch(/^Preflight of .*: \d+/)
  expect(said.at(-1)).toMatch(/^A browser would not send the edit: /)
  expect(said.join('\n')).not.toContain(api.key)
})
