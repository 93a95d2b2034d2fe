import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import * as esbuild from 'esbuild'

const shared = { bundle: true, minify: true, write: false, metafile: true, format: 'iife', logLevel: 'warning' }

/** Workers travel as text: the iframe has no address to load one from. `import source from './x.ts?worker'`. */
export const workers = {
  name: 'workers',
  setup(build) {
    build.onResolve({ filter: /\?worker$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.replace(/\?worker$/, '')),
      namespace: 'worker',
    }))
    build.onLoad({ filter: /.*/, namespace: 'worker' }, async ({ path }) => {
      const { outputFiles, metafile } = await esbuild.build({ ...shared, entryPoints: [path], target: 'chrome111' })
      return { contents: outputFiles[0].text, loader: 'text', watchFiles: Object.keys(metafile.inputs) }
    })
  },
}

const codeOptions = () => ({
  ...shared,
  entryPoints: ['src/code/main.ts'],
  outdir: 'dist',
  platform: 'neutral',
  target: 'es2020',
})

const uiOptions = (hosts) => ({
  ...shared,
  entryPoints: { ui: 'src/ui/main.tsx' },
  outdir: 'dist',
  target: 'chrome111',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  loader: { '.svg': 'text' },
  define: { ALLOWED_HOSTS: JSON.stringify(hosts) },
  plugins: [workers],
})

/** Figma takes one script and one HTML file, so the UI's script and styles are inlined. */
async function pageOf({ outputFiles }) {
  const text = (ending) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? ''
  return (await readFile('src/ui/index.html', 'utf8'))
    .replace('/*css*/', () => text('.css').replaceAll('</style', '<\\/style'))
    .replace('/*js*/', () => text('.js').replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--'))
}

/** Figma's loader rejects a script that contains these, even inside a string. */
export function forbiddenIn(code) {
  return ['import(', '<!--', '-->', 'eval('].filter((text) => code.includes(text))
}

/**
 * Hosts of one's own, every host, or servers on this machine.
 * @typedef {{ allow?: string[], anyHost?: boolean, local?: string[] }} Network
 */

/**
 * The manifest for this build.
 * @param {any} manifest
 * @param {Network} network
 */
export function manifestFor(manifest, { allow = [], anyHost = false, local = [] } = {}) {
  const { allowedDomains, devAllowedDomains, reasoning } = manifest.networkAccess
  for (const host of [...allow, ...local]) assertHost(host)
  const networkAccess = anyHost
    ? { allowedDomains: ['*'], reasoning: `${reasoning} Built for own use with any host.` }
    : {
        allowedDomains: [...new Set([...allowedDomains, ...allow])],
        reasoning,
        devAllowedDomains: [...new Set([...devAllowedDomains, ...local])],
      }
  return { ...manifest, networkAccess }
}

function assertHost(host) {
  const fits = URL.canParse(host) && /^https?:$/.test(new URL(host).protocol) && !/[\s;,'"]/.test(host)
  if (!fits) throw new Error(`“${host}” is not an address: write it as https://host/`)
}

/**
 * Builds the plugin into `outdir` and returns the metafiles and sizes.
 * @param {{ outdir?: string, quiet?: boolean } & Network} options
 * @returns {Promise<{ metafiles: Record<'code' | 'ui', import('esbuild').Metafile>, sizes: Record<'code' | 'ui', { raw: number, gzip: number }>, manifest: any }>}
 */
export async function build({ outdir = 'dist', quiet = false, ...network } = {}) {
  await mkdir(outdir, { recursive: true })
  const manifest = manifestFor(JSON.parse(await readFile('manifest.json', 'utf8')), network)
  const { allowedDomains, devAllowedDomains = [] } = manifest.networkAccess
  const [code, ui] = await Promise.all([
    esbuild.build(codeOptions()),
    esbuild.build(uiOptions([...allowedDomains, ...devAllowedDomains])),
  ])
  const script = code.outputFiles[0].text
  const forbidden = forbiddenIn(script)
  if (forbidden.length > 0) throw new Error(`code.js contains ${forbidden.join(' and ')}: Figma would reject it.`)

  const files = {
    'code.js': script,
    'ui.html': await pageOf(ui),
    'manifest.json': `${JSON.stringify({ ...manifest, main: 'code.js', ui: 'ui.html' }, null, 2)}\n`,
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(outdir, name), text)
  const sizes = { code: sizeOf(files['code.js']), ui: sizeOf(files['ui.html']) }
  if (!quiet) printSizes(sizes)
  return { metafiles: { code: code.metafile, ui: ui.metafile }, sizes, manifest }
}

const sizeOf = (text) => ({ raw: Buffer.byteLength(text), gzip: gzipSync(text).length })

function printSizes(sizes) {
  for (const [name, { raw, gzip }] of Object.entries(sizes)) {
    const budget = BUDGETS[name]
    const verdict = gzip > budget ? `OVER the budget of ${kB(budget)}` : `budget ${kB(budget)}`
    console.log(`${FILES[name].padEnd(8)} ${kB(raw)} raw, ${kB(gzip)} gzipped (${verdict})`)
  }
}

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`
const FILES = { code: 'code.js', ui: 'ui.html' }
/** Bytes, gzipped. */
export const BUDGETS = { code: 15_000, ui: 60_000 }

/** Builds again whenever a source file changes; `after` hears of every build. */
export async function watch(options, after = () => {}) {
  const { watch: watchFiles } = await import('node:fs')
  let timer
  const again = () => {
    clearTimeout(timer)
    timer = setTimeout(() => build(options).then(after, (error) => console.error(error.message)), 80)
  }
  const watchers = ['src', 'manifest.json'].map((path) => watchFiles(path, { recursive: true }, again))
  return () => {
    for (const watcher of watchers) watcher.close()
  }
}

// Only when run by itself: dev and test bundle this file into their own scripts.
if (basename(process.argv[1] ?? '') === 'build.mjs') {
  const { values } = parseArgs({
    options: {
      watch: { type: 'boolean' },
      allow: { type: 'string', multiple: true, default: [] },
      'any-host': { type: 'boolean', default: false },
    },
  })
  const options = { allow: values.allow, anyHost: values['any-host'] }
  await build(options).catch((error) => {
    console.error(error.message)
    process.exit(1)
  })
  if (values.watch) await watch(options)
}
