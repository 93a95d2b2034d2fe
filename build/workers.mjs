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
 * A worker's whole script as text, and the files it was made of.
 * @param {string} path
 * @returns {Promise<{ text: string, files: string[] }>}
 */
export async function bundleWorker(path) {
  const { outputFiles, metafile } = await esbuild.build({ ...bundled, entryPoints: [path], target: BROWSER })
  return { text: outputFiles[0].text, files: Object.keys(metafile.inputs) }
}

/** Workers travel as text: the iframe has no address to load one from. `import source from './x.ts?worker'`. */
export const workers = {
  name: 'workers',
  setup(build) {
    build.onResolve({ filter: /\?worker$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.replace(/\?worker$/, '')),
      namespace: 'worker',
    }))
    build.onLoad({ filter: /.*/, namespace: 'worker' }, async ({ path }) => {
      const { text, files } = await bundleWorker(path)
      return { contents: text, loader: 'text', watchFiles: files }
    })
  },
}
