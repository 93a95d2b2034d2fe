import { join } from 'node:path'
import * as esbuild from 'esbuild'

/** What our bundles have in common: `code.js`, `ui.html`'s script and the workers. */
export const bundled = {
  bundle: true,
  minify: true,
  write: false,
  metafile: true,
  format: 'iife',
  logLevel: 'warning',
}

/** The oldest browser that the UI and its workers are built for. */
export const BROWSER = 'chrome111'

/**
 * A module as one function that bundles all that it needs: called, it gives what the module exports; its text does the same
 * in a worker.
 * @param {string} path
 * @returns {Promise<{ text: string, metafile: import('esbuild').Metafile }>}
 */
export async function bundleWorker(path) {
  const options = { ...bundled, entryPoints: [path], target: BROWSER, globalName: 'exported' }
  const { outputFiles, metafile } = await esbuild.build(options)
  return { text: `export default function () {\n${outputFiles[0].text}return exported\n}`, metafile }
}

/**
 * `import load from './x.ts?worker'`. The iframe has no address to load a worker from, so workers start from text, and what
 * they run must run on the page as well where none may start: a function is both, and is in the bundle once.
 */
export const workers = {
  name: 'workers',
  setup(build) {
    build.onResolve({ filter: /\?worker$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.replace(/\?worker$/, '')),
      namespace: 'worker',
    }))
    build.onLoad({ filter: /.*/, namespace: 'worker' }, async ({ path }) => {
      const { text, metafile } = await bundleWorker(path)
      return { contents: text, watchFiles: Object.keys(metafile.inputs) }
    })
  },
}
