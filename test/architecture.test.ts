import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { STAND_IN } from '../build/options.mjs'
import { BUDGETS, build, forbiddenIn, manifestFor } from '../build.mjs'
import { DEMO_KEY } from '../dev/api/stand.ts'
import { T } from '../src/ui/texts.ts'
import { temporaryFolder } from './harness/temporary-folder.ts'

let built: Awaited<ReturnType<typeof build>>
const folder = temporaryFolder()
beforeAll(async () => {
  built = await build({ outdir: await folder.path(), quiet: true })
})
afterAll(folder.remove)

/** The map's rules: who never imports whom, in what was really bundled. */
const RULES: readonly [bundle: 'code' | 'ui' | 'worker', from: RegExp, never: RegExp][] = [
  ['code', /^src\/shared\//, /src\/(code|ui)\/|dev\/|node_modules/],
  ['ui', /^src\/shared\//, /src\/(code|ui)\/|dev\/|node_modules/],
  ['worker', /^src\/shared\//, /src\/(code|ui)\/|dev\/|node_modules/],
  ['code', /^src\/code\//, /src\/ui\/|dev\/|node_modules/],
  ['ui', /^src\/ui\//, /src\/code\/|dev\/|test\//],
  ['ui', /^src\/ui\/components\//, /ui\/(providers|jobs|image)\/|shared\/channel/],
  ['ui', /^src\/ui\/providers\//, /ui\/(state|jobs|components)\/|preact/],
  ['ui', /^src\/ui\/jobs\//, /ui\/(state|components)\/|preact/],
  ['ui', /^src\/ui\/image\//, /ui\/(state|jobs|components|providers)\/|preact/],
  ['worker', /^src\/ui\/image\//, /src\/code\/|ui\/(state|jobs|components|providers)\/|dev\/|test\/|node_modules/],
  ['ui', /^src\/ui\/state\//, /ui\/components\//],
]

test.each(RULES)('in %s, %s never imports %s', (bundle, from, never) => {
  const files = Object.entries(built.metafiles[bundle].inputs).filter(([file]) => from.test(file))
  expect(files.length, 'files that the rule speaks of').toBeGreaterThan(0)
  expect(
    files.flatMap(([file, { imports }]) =>
      imports.filter(({ path }) => never.test(path)).map(({ path }) => `${file} → ${path}`),
    ),
  ).toEqual([])
})

test('the stand-in shares no code with the plugin it judges', async () => {
  const sources = await sourcesIn('dev/api')
  expect(sources.length).toBeGreaterThan(0)
  expect(sources.filter(({ text }) => /from '[^']*src\//.test(text))).toEqual([])
})

test('the relay can be deployed alone: it imports nothing of the plugin or of its simulation', async () => {
  const sources = await sourcesIn('relay/src')
  expect(sources.length).toBeGreaterThan(0)
  const { dependencies } = JSON.parse(await readFile('relay/package.json', 'utf8'))
  const known = new RegExp(`^(node:|(${Object.keys(dependencies).join('|')})$)`)
  for (const { path, text } of sources) {
    const imported = [...text.matchAll(/(?:from|import) '([^']+)'/g)].map(([, name]) => name!)
    const outside = imported.filter((name) =>
      name.startsWith('.') ? !join(dirname(path), name).startsWith(join('relay', 'src')) : !known.test(name),
    )
    expect(outside, path).toEqual([])
  }
})

test('the pure relay knows neither runtime', async () => {
  const sources = (await sourcesIn('relay/src')).filter(({ path }) => !/src.(node|workers)\W|src.worker\.ts/.test(path))
  expect(sources.length).toBeGreaterThan(0)
  expect(sources.filter(({ text }) => /from '(node:|@hono\/node-server|\.\/(node|workers)\/)/.test(text))).toEqual([])
})

test('relay and plugin stand on the same versions', async () => {
  const [own, root] = await Promise.all(['relay/package.json', 'package.json'].map((path) => readFile(path, 'utf8')))
  expect(JSON.parse(root!).devDependencies).toMatchObject(JSON.parse(own!).dependencies)
})

test('only http.ts, through exchange.ts, reaches the network', async () => {
  const sources = await sourcesIn('src')
  const callers = sources.filter(({ text }) => /\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon/.test(text))
  expect(callers.length).toBeGreaterThan(0)
  for (const { path } of callers) expect(path).toMatch(/providers.(http|exchange)\.ts$/)
})

test('an exported type has a name that no other has', async () => {
  const names = (await sourcesIn('src')).flatMap(({ text }) =>
    [...text.matchAll(/^export (?:abstract )?(?:interface|type|class) (\w+)/gm)].map(([, name]) => name!),
  )
  expect(names.length).toBeGreaterThan(0)
  expect(names.filter((name, at) => names.indexOf(name) < at)).toEqual([])
})

test('every sandbox command has a file of its own', async () => {
  const protocol = await readFile('src/shared/protocol.ts', 'utf8')
  const [list = ''] = protocol.split('\n}')
  const commands = [...list.matchAll(/^ {2}(\w+)\(input/gm)].map(([, name]) => name!)
  const files = commands.map((name) => `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`)
  expect(files.length).toBeGreaterThan(0)
  expect(await readdir('src/code/commands')).toEqual(expect.arrayContaining(files))
})

test('both bundles keep their budgets', () => {
  expect(built.sizes.code.gzip).toBeLessThanOrEqual(BUDGETS.code)
  expect(built.sizes.ui.gzip).toBeLessThanOrEqual(BUDGETS.ui)
})

test('the pixel code is in the panel once, though a worker and the page may each have to run it', async () => {
  const page = await readFile(join(await folder.path(), 'ui.html'), 'utf8')
  expect(page.split('There is not enough memory left for an image of this size.')).toHaveLength(2)
  const worker = writtenIn('worker')
  const twice = [...writtenIn('ui')].filter(([path]) => worker.has(path))
  // Errors, the geometry, what a file's first bytes say: small, and both need them.
  const bytes = twice.reduce((sum, [, bytes]) => sum + bytes, 0)
  expect(bytes, twice.join(' ')).toBeLessThan(5_000)
})

test('a build for designers knows of no stand-in, and one that was asked for does', async () => {
  const pageIn = async (folder: string) => (await readFile(join(folder, 'ui.html'), 'utf8')).toLowerCase()
  expect(await pageIn(await folder.path())).not.toContain('stand-in')
  const other = join(await folder.path(), 'other')
  await build({ outdir: other, quiet: true, standIn: STAND_IN })
  const page = await pageIn(other)
  expect(page).toContain('try with the stand-in')
  expect(page).toContain(DEMO_KEY)
})

test('the full zod is not in the bundle', () => {
  expect([...writtenIn('ui').keys()].filter((path) => /zod\/v4\/(classic|locales)\//.test(path))).toEqual([])
})

test.each(['import(', '<!--', '-->', 'eval('])('a script with %s is refused', (text) => {
  expect(forbiddenIn(`const a = "${text}"`)).toEqual([text])
})

const MANIFEST = {
  networkAccess: {
    allowedDomains: ['https://a.com/'],
    devAllowedDomains: ['http://localhost:8787'],
    reasoning: 'Why.',
  },
}

test('a host of one’s own is added to the built manifest', () => {
  const { networkAccess } = manifestFor(MANIFEST, { allow: ['https://mine.example/'] })
  expect(networkAccess.allowedDomains).toEqual(['https://a.com/', 'https://mine.example/'])
})

test('a build for any host says so in its reasoning', () => {
  const { networkAccess } = manifestFor(MANIFEST, { anyHost: true })
  expect(networkAccess).toEqual({ allowedDomains: ['*'], reasoning: expect.stringContaining('any host') })
})

test.each(['mine.example', 'ftp://x/', 'http://mine.example/', "https://x/;script-src 'self'", ''])(
  '%j is no host to allow',
  (host) => {
    expect(() => manifestFor(MANIFEST, { allow: [host] })).toThrow('is not an address')
  },
)

test('the manifest names every host with a closing slash, and this machine only for development', async () => {
  const { networkAccess } = JSON.parse(await readFile('manifest.json', 'utf8'))
  for (const host of networkAccess.allowedDomains) expect(host).toMatch(/^https:\/\/[\w.-]+\/$/)
  for (const host of networkAccess.devAllowedDomains) expect(host).toMatch(/^http:\/\/localhost:\d+$/)
})

test('every command of the menu and of the buttons on layers is one that the plugin knows', async () => {
  const { menu, relaunchButtons } = JSON.parse(await readFile('manifest.json', 'utf8'))
  const paths = ['src/code/relaunch.ts', 'src/code/main.ts', 'src/ui/main.tsx', 'src/ui/state/started.ts']
  const [buttons, ...openers] = await Promise.all(paths.map((path) => readFile(path, 'utf8')))
  for (const { command } of [...menu, ...relaunchButtons]) {
    if (command) expect(openers.join()).toContain(`'${command}'`)
  }
  for (const { command } of relaunchButtons) expect(buttons).toMatch(new RegExp(`\\W${command}'?: ''`))
})

/** The files of which anything is left in a bundle, each with its bytes there. */
function writtenIn(bundle: 'ui' | 'worker'): Map<string, number> {
  const files = Object.values(built.metafiles[bundle].outputs).flatMap(({ inputs }) => Object.entries(inputs))
  return new Map(
    files.flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [[path, bytesInOutput] as const] : [])),
  )
}

async function sourcesIn(folder: string) {
  const names = await readdir(folder, { recursive: true })
  const files = names.filter((name) => /\.tsx?$/.test(name)).map((name) => join(folder, name))
  return Promise.all(files.map(async (path) => ({ path, text: await readFile(path, 'utf8') })))
}

test('what is said of the panel’s page in its source is not in the panel', async () => {
  expect(await readFile('src/ui/index.html', 'utf8')).toContain('<!--')
  expect(await readFile(join(await folder.path(), 'ui.html'), 'utf8')).not.toMatch(/<!--|^ |hidden paints nothing/m)
})

test('the panel shows its tabs before its script has run, by the words that they have then', async () => {
  const page = await readFile('src/ui/index.html', 'utf8')
  const words = [...page.matchAll(/<span>(.*?)<\/span>/g)].map(([, word]) => word)
  expect(words).toEqual([T.edit, T.upscale, T.export, T.settings])
})
