import { expect, test, vi } from 'vitest'
import { safePath } from '../../../src/ui/exports/safe-path.ts'
import { uniquePaths } from '../../../src/ui/exports/unique-paths.ts'
import { type ZipFile, zip } from '../../../src/ui/exports/zip.ts'
import { unzipped } from '../../harness/unzipped.ts'
import { NASTY_NAMES } from './nasty-names.ts'

const AT = new Date(2026, 10, 26, 12, 30, 20)

async function* each(files: Iterable<ZipFile>) {
  yield* files
}
const opened = async (blob: Blob) => unzipped(new Uint8Array(await blob.arrayBuffer()))
const textFile = (path: string, text: string): ZipFile => ({ path, blob: new Blob([text]) })

test('files come out as they went in, with their folders, names and dates', async () => {
  const files = [
    textFile('Icons/Größe 👩‍👩‍👧‍👦.png', 'one'),
    textFile('日本語/שלום.svg', 'two'),
    textFile('empty.png', ''),
  ]
  const blob = await zip(each(files), { at: AT })
  expect(blob.type).toBe('application/zip')
  const out = await opened(blob)
  expect(out.map(({ path, bytes }) => [path, bytes.toString()])).toEqual([
    ['Icons/Größe 👩‍👩‍👧‍👦.png', 'one'],
    ['日本語/שלום.svg', 'two'],
    ['empty.png', ''],
  ])
  expect(out.every(({ at }) => at.getTime() === AT.getTime())).toBe(true)
})

test('the same files at the same moment are the same ZIP', async () => {
  const make = async () => (await zip(each([textFile('a/b.png', 'x')]), { at: AT })).arrayBuffer()
  expect(Buffer.from(await make()).equals(Buffer.from(await make()))).toBe(true)
})

test('500 files with nasty names are all there', async () => {
  const paths = uniquePaths(NASTY_NAMES.map((path) => safePath({ path, suffix: '@2x', extension: 'png' })))
  const out = await opened(await zip(each(paths.map((path) => textFile(path, path))), { at: AT }))
  expect(out.length).toBeGreaterThan(500)
  expect(out.map(({ path }) => path)).toEqual(paths)
  expect(out.every(({ path, bytes }) => bytes.toString() === path)).toBe(true)
})

test('each file is made when the one before it has been read', async () => {
  const seen: string[] = []
  async function* large() {
    for (let index = 0; index < 4; index++) {
      seen.push(`made ${index}`)
      const blob = new Blob([Buffer.alloc(3_000_000, 'refill')])
      const stream = blob.stream.bind(blob)
      blob.stream = () => {
        seen.push(`read ${index}`)
        return stream()
      }
      yield { path: `${index}.png`, blob }
    }
  }
  const out = await opened(await zip(large(), { at: AT }))
  expect(seen).toEqual([0, 1, 2, 3].flatMap((index) => [`made ${index}`, `read ${index}`]))
  expect(out.every(({ bytes }) => bytes.equals(Buffer.alloc(3_000_000, 'refill')))).toBe(true)
})

test('of a large ZIP nothing but heads and sums is in hand: the files are in it as the blobs that they are', async () => {
  const held: number[] = []
  class Counted extends Blob {
    constructor(parts: BlobPart[] = [], options: BlobPropertyBag = {}) {
      super(parts, options)
      held.push(parts.reduce((sum, part) => sum + (part instanceof Uint8Array ? part.length : 0), 0))
    }
  }
  const files = Array.from({ length: 10 }, (_, index) => textFile(`${index}.png`, 'x'.repeat(3_000_000)))
  vi.stubGlobal('Blob', Counted)
  try {
    const { size } = await zip(each(files.map(({ path, blob }) => ({ path, blob: new Counted([blob]) }))), { at: AT })
    expect(size).toBeGreaterThan(30_000_000)
  } finally {
    vi.unstubAllGlobals()
  }
  // About 100 bytes for each, where its name stands twice.
  expect(held.reduce((sum, bytes) => sum + bytes)).toBeLessThan(2_000)
})

test('where the files end early, those that came are a whole ZIP', async () => {
  const stop = new AbortController()
  async function* untilStopped() {
    for (let index = 0; !stop.signal.aborted; index++) {
      if (index === 2) stop.abort()
      yield textFile(`${index}.png`, 'x')
    }
  }
  expect((await opened(await zip(untilStopped(), { at: AT }))).map(({ path }) => path)).toEqual([
    '0.png',
    '1.png',
    '2.png',
  ])
  expect(await opened(await zip(each([]), { at: AT }))).toEqual([])
})

test('a stopped ZIP is cancelled, and the files are let go', async () => {
  const stop = new AbortController()
  let ended = false
  async function* endless() {
    try {
      for (let index = 0; ; index++) {
        if (index === 3) stop.abort()
        yield textFile(`${index}.png`, 'x'.repeat(100_000))
      }
    } finally {
      ended = true
    }
  }
  await expect(zip(endless(), { at: AT, signal: stop.signal })).rejects.toMatchObject({ fault: 'cancelled' })
  await expect.poll(() => ended).toBe(true)
})

test('what the files throw is what the ZIP throws', async () => {
  async function* broken() {
    yield textFile('a.png', 'x')
    throw new Error('no more')
  }
  await expect(zip(broken(), { at: AT })).rejects.toThrow('no more')
})
