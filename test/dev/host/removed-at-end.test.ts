import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { removedAtEnd } from '../../../dev/host/server/removed-at-end.ts'

test('a folder is removed when that is asked for', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'refill-'))
  await removedAtEnd(folder)()
  expect(existsSync(folder)).toBe(false)
})

test('a folder is removed when its process ends and nobody asked', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'refill-'))
  const contents = `import { removedAtEnd } from './dev/host/server/removed-at-end.ts'
    removedAtEnd(${JSON.stringify(folder)})
    process.exit(130)`
  const stdin = { contents, resolveDir: process.cwd() }
  const { outputFiles } = await build({ stdin, bundle: true, platform: 'node', format: 'esm', write: false })
  const { status } = spawnSync('node', ['--input-type=module', '-'], { input: outputFiles[0]!.text })
  expect(status).toBe(130)
  expect(existsSync(folder)).toBe(false)
})
