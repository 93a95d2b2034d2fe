import { spawnSync } from 'node:child_process'
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fitsRange, refusalOf } from '../../dev/node-version.mjs'
import { temporaryFolder } from '../harness/temporary-folder.ts'

const RANGE = '^20.19.0 || ^22.13.0 || >=24.0.0'

test.each(['v20.19.0', 'v20.20.2', 'v22.13.0', 'v22.20.1', 'v24.0.0', 'v25.3.0'])('%s is taken', (version) => {
  expect(fitsRange(version, RANGE)).toBe(true)
})

test.each(['v16.20.2', 'v18.20.8', 'v20.9.0', 'v20.18.3', 'v21.7.3', 'v22.12.0', 'v23.11.1'])(
  '%s is refused',
  (version) => {
    expect(fitsRange(version, RANGE)).toBe(false)
  },
)

test('the refusal is one sentence that says what would do', () => {
  expect(refusalOf('v18.20.8', RANGE)).toBe(
    'Refill needs Node 20.19 or a later 20, 22.13 or a later 22, 24 or newer; this is v18.20.8.',
  )
})

const folder = temporaryFolder()
afterAll(folder.remove)

test('another Node is told in that sentence before anything is installed or run', async () => {
  const here = await folder.path()
  for (const name of ['run.mjs', 'node-version.mjs']) await copyFile(`dev/${name}`, join(here, name))
  await writeFile(join(here, 'package.json'), JSON.stringify({ engines: { node: '>=99.5.0' } }))
  const { status, stdout, stderr } = spawnSync('node', ['run.mjs', 'start.ts'], { cwd: here, encoding: 'utf8' })
  expect(stderr).toBe(`Refill needs Node 99.5 or newer; this is ${process.version}.\n`)
  expect([stdout, status]).toEqual(['', 1])
})

let ours: string
let theirs: string[]
beforeAll(async () => {
  ours = JSON.parse(await readFile('package.json', 'utf8')).engines.node
  const lock = JSON.parse(await readFile('package-lock.json', 'utf8'))
  const installed: { optional?: boolean; engines?: { node?: string } }[] = Object.values(lock.packages).slice(
    1,
  ) as never
  // Optional ones are builds for other machines; the package that asks for them says what it needs.
  theirs = installed.flatMap(({ optional, engines }) => (optional ? [] : (engines?.node ?? [])))
})

test('the least versions that are named run every package of the lock file', () => {
  expect(theirs.length).toBeGreaterThan(50)
  for (const part of ours.split('||')) {
    const least = part.replace(/[^\d.]/g, '')
    expect(theirs.filter((range) => !fitsRange(least, range))).toEqual([])
  }
})

test.each(['20.18.99', '21.99.0', '22.12.99', '23.99.0'])('nothing is refused that would run: not %s', (version) => {
  expect(fitsRange(version, ours)).toBe(false)
  expect(theirs.some((range) => !fitsRange(version, range))).toBe(true)
})
