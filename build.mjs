import { watch as watchFiles } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import * as esbuild from 'esbuild'
import { manifestFor } from './build/manifest.mjs'
import { BUILD_USAGE, buildOptionsOf } from './build/options.mjs'
import { printSizes, sizeOf } from './build/sizes.mjs'
import { BROWSER, bundled, bundleWorker, workers } from './build/workers.mjs'
import { askedFor } from './dev/script.ts'

export { manifestFor } from './build/manifest.mjs'
export { BUDGETS } from './build/sizes.mjs'
export { bundleWorker, workers } from './build/workers.mjs'

const codeOptions = () => ({
  ...bundled,
  entryPoints: ['src/code/main.ts'],
  outdir: 'dist',
  platform: 'neutral',
  target: 'es2020',
})

const uiOptions = (hosts, standIn) => ({
  ...bundled,
  entryPoints: { ui: 'src/ui/main.tsx' },
  outdir: 'dist',
  target: BROWSER,
  jsx: 'automatic',
  jsxImportSource: 'preact',
  loader: { '.svg': 'text' },
  // A list would become a module that every other module starts with.
  define: { ALLOWED_HOSTS: JSON.stringify(hosts.join(' ')), STAND_IN: JSON.stringify(standIn) },
  plugins: [workers],
})

/** Figma takes one script and one HTML file, so the UI's script and styles are inlined. Comments of the page are for us alone. */
async function pageOf({ outputFiles }) {
  const text = (ending) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? ''
  return (await readFile('src/ui/index.html', 'utf8'))
    .replace(/<!--.*?-->|\/\/ .*|^ +/gm, '')
    .replace(/\n+/g, '\n')
    .replace('/*css*/', () => text('.css').replaceAll('</style', '<\\/style'))
    .replace('/*js*/', () => text('.js').replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--'))
}

/** Figma's loader rejects a script that contains these, even inside a string. */
export function forbiddenIn(code) {
  return ['import(', '<!--', '-->', 'eval('].filter((text) => code.includes(text))
}

/** @typedef {'code' | 'ui' | 'worker'} Part */

/**
 * Builds the plugin into `outdir` and returns the metafiles and sizes; the worker is a part of `ui`. `standIn`: provider,
 * address and key of one on this computer, which the panel then offers to whoever has no key.
 * @param {{ outdir?: string, quiet?: boolean, standIn?: string } & import('./build/manifest.mjs').Network} options
 * @returns {Promise<{ metafiles: Record<Part, import('esbuild').Metafile>, sizes: Record<Part, import('./build/sizes.mjs').Weight>, manifest: any }>}
 */
export async function build({ outdir = 'dist', quiet = false, standIn = '', ...network } = {}) {
  await mkdir(outdir, { recursive: true })
  const manifest = manifestFor(JSON.parse(await readFile('manifest.json', 'utf8')), network)
  const { allowedDomains, devAllowedDomains = [] } = manifest.networkAccess
  const [code, ui, worker] = await Promise.all([
    esbuild.build(codeOptions()),
    esbuild.build(uiOptions([...allowedDomains, ...devAllowedDomains], standIn)),
    bundleWorker('src/ui/image/worker.ts'),
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
  const sizes = { code: sizeOf(files['code.js']), ui: sizeOf(files['ui.html']), worker: sizeOf(worker.text) }
  if (!quiet) printSizes(sizes)
  return { metafiles: { code: code.metafile, ui: ui.metafile, worker: worker.metafile }, sizes, manifest }
}

/** Builds again whenever a source file changes; `after` hears of every build. */
export async function watch(options, after = () => {}) {
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
  const { network, standIn, watch: stay } = askedFor(BUILD_USAGE, buildOptionsOf)
  await build({ standIn, ...network }).catch((error) => {
    console.error(error.message)
    process.exit(1)
  })
  console.log('Figma takes dist/manifest.json.')
  if (stay) {
    await watch({ standIn, ...network })
    console.log('Changes in src are built at once. Ctrl-C stops.')
  }
}
