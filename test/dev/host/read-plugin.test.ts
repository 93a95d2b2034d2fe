import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { manifestIn, readPlugin } from '../../../dev/host/server/read-plugin.ts'
import { watchFiles } from '../../../dev/host/server/watch-files.ts'
import { temporaryFolder } from '../../harness/temporary-folder.ts'

const folder = temporaryFolder()
afterEach(folder.remove)

const MANIFEST = { name: 'Mine', id: '7', api: '1.0.0', main: 'out/code.js', editorType: ['figma'] }

async function write(manifest: object | string, files: Record<string, string> = {}) {
  const path = await folder.path()
  await mkdir(join(path, 'out'), { recursive: true })
  await writeFile(join(path, 'manifest.json'), typeof manifest === 'string' ? manifest : JSON.stringify(manifest))
  for (const [name, text] of Object.entries(files)) await writeFile(join(path, name), text)
  return join(path, 'manifest.json')
}

test('a plugin is its manifest and what that names', async () => {
  const path = await write({ ...MANIFEST, ui: 'ui.html' }, { 'out/code.js': 'go()', 'ui.html': '<p>' })
  const { plugin, paths } = await readPlugin(path)
  expect(plugin).toMatchObject({ manifest: { name: 'Mine' }, code: 'go()', html: '<p>' })
  expect(paths.map((one) => one.slice(path.length - 'manifest.json'.length))).toEqual([
    'manifest.json',
    'out/code.js',
    'ui.html',
  ])
})

test('several pages come by their names', async () => {
  const ui = { main: 'a.html', help: 'b.html' }
  const path = await write({ ...MANIFEST, ui }, { 'out/code.js': '', 'a.html': 'A', 'b.html': 'B' })
  expect((await readPlugin(path)).plugin.html).toEqual({ main: 'A', help: 'B' })
})

test('a folder stands for the manifest in it', async () => {
  const path = await write(MANIFEST)
  expect(await manifestIn(await folder.path())).toBe(path)
  expect(await manifestIn(path)).toBe(path)
  await expect(manifestIn('no/where.json')).rejects.toThrow(/^There is no .*where\.json: name the plugin's manifest/)
})

test.each<[string, object | string, RegExp]>([
  ['that is not JSON', '{', /manifest\.json is not JSON\.$/],
  ['without its code', MANIFEST, /names out\/code\.js, and there is no such file beside it: is the plugin built\?$/],
  [
    'that names a file elsewhere',
    { ...MANIFEST, main: '../code.js' },
    /names \.\.\/code\.js, and there is no such file/,
  ],
  ['that Figma refuses', { ...MANIFEST, colour: 'red' }, /^Figma refuses the manifest: .*colour/],
  ['for another editor', { ...MANIFEST, editorType: ['figjam'] }, /only Figma Design is simulated/],
  ['for Dev Mode’s code panel', { ...MANIFEST, capabilities: ['codegen'] }, /capability “codegen” is not simulated/],
])('a manifest %s is refused in one sentence', async (_what, manifest, sentence) => {
  await expect(readPlugin(await write(manifest))).rejects.toThrow(sentence)
})

test('a change of a file is heard, and of another beside it is not', async () => {
  const path = await write(MANIFEST, { 'out/code.js': '1' })
  const { paths } = await readPlugin(path)
  let heard = 0
  const stop = watchFiles(paths, () => heard++)
  await write(MANIFEST, { 'out/code.js': '2', 'notes.txt': 'x' })
  await expect.poll(() => heard).toBe(1)
  stop()
})
