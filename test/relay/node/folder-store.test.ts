import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newFileId } from '../../../relay/src/file-id.ts'
import { openFolder } from '../../../relay/src/node/folder-store.ts'
import { serveRelay } from '../../../relay/src/node/serve.ts'
import { AUTHORIZED, picture } from '../client.ts'
import { TOKEN } from '../running-relay.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'refill-relay-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const HOUR = 3_600_000
const kept = (expires: number) => ({ id: newFileId(), type: 'image/png' as const, expires })

test('what expired while the relay was away is swept at its start', async () => {
  const store = await openFolder(folder)
  const [old, fresh] = [kept(1000), kept(3000)]
  for (const file of [old, fresh]) await store.put(file, picture())
  const again = await openFolder(folder)
  const serving = await serveRelay({ port: 0, tokens: [TOKEN], store: again, write: () => {}, now: () => 2000 })
  await serving.stop()
  expect(await readdir(folder)).toEqual([`${fresh.id}.3000.png`])
})

test('a picture is there for an hour by the relay’s clock, swept or not', async () => {
  let now = 1_000_000
  const options = { tokens: [TOKEN], publicUrl: 'from-request', write: () => {}, now: () => now } as const
  const serving = await serveRelay({ port: 0, store: await openFolder(folder), ...options })
  const answer = await fetch(`${serving.url}/files`, { method: 'POST', body: picture(), headers: AUTHORIZED })
  const { url } = (await answer.json()) as { url: string }
  now += HOUR - 1
  expect((await fetch(url)).status).toBe(200)
  now += 1
  expect((await fetch(url)).status).toBe(404)
  await serving.stop()
})

test('an upload that was cut by the power is deleted, and what is not the relay’s is left alone', async () => {
  const part = `${newFileId()}.99999.png.part`
  const others = ['notes.txt', 'photo.png', `${newFileId()}.png`]
  for (const name of [part, ...others]) await writeFile(join(folder, name), 'x')
  const store = await openFolder(folder)
  await store.sweep(Number.MAX_SAFE_INTEGER)
  expect((await readdir(folder)).toSorted()).toEqual(others.toSorted())
})

test('uploads at the same moment cannot overdraw the room', async () => {
  const store = await openFolder(folder, { files: 3, bytes: 1e6 })
  const stored = await Promise.all([1, 2, 3, 4, 5].map(() => store.put(kept(1e15), picture())))
  expect(stored.filter(Boolean)).toHaveLength(3)
  expect(await readdir(folder)).toHaveLength(3)
})

test('a picture that somebody deleted by hand is simply not there', async () => {
  const store = await openFolder(folder)
  const file = kept(1e15)
  await store.put(file, picture())
  await rm(join(folder, `${file.id}.${file.expires}.png`))
  expect(await store.get(file.id)).toBeUndefined()
  await store.delete(file.id)
})
