import { basename } from 'node:path'
import { build } from 'esbuild'

/** The page's scripts by the names that it loads them by, bundled in memory. */
export async function bundlePage(): Promise<Record<string, string>> {
  const { outputFiles } = await build({
    entryPoints: { main: 'dev/host/main.ts', 'draw-world': 'dev/host/draw-world.worker.ts' },
    outdir: '/',
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'esm',
    target: 'chrome111',
    sourcemap: 'inline',
    external: ['node:*'],
    logLevel: 'warning',
  })
  return Object.fromEntries(outputFiles.map(({ path, text }) => [basename(path), text]))
}
