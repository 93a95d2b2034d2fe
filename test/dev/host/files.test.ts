import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { assertWritable, readPicture } from '../../../dev/host/demo/files.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'refill-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function file(name: string, content: string | Uint8Array) {
  await writeFile(join(folder, name), content)
  return join(folder, name)
}

test('a picture is known by its bytes, whatever it is called', async () => {
  const path = await file('photo.txt', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))
  await expect(readPicture(path)).resolves.toHaveLength(4)
})

test('what is missing, a folder, empty or not a picture is said in one sentence', async () => {
  await expect(readPicture(join(folder, 'no.jpg'))).rejects.toThrow(/^There is no file “.*no\.jpg”\.$/)
  await expect(readPicture(folder)).rejects.toThrow(/is a folder, not a picture\.$/)
  await expect(readPicture(await file('empty.png', ''))).rejects.toThrow(/is empty\.$/)
  const text = await file('text.png', 'just text')
  await expect(readPicture(text)).rejects.toThrow(`“${text}” is not a PNG, JPEG, GIF, WebP or AVIF picture.`)
})

test('a place that cannot be written to is said before anything runs', async () => {
  await expect(assertWritable(join(folder, 'result.png'))).resolves.toBeUndefined()
  await expect(assertWritable(folder)).rejects.toThrow(/is a folder: name a file to write\.$/)
  await expect(assertWritable(join(folder, 'none', 'result.png'))).rejects.toThrow(/^There is no folder “.*none”\.$/)
})
