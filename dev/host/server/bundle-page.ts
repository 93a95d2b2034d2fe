import { build } from 'esbuild'

/** The page's script, bundled in memory. */
export async function bundlePage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['dev/host/main.ts'],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'esm',
    target: 'chrome111',
    sourcemap: 'inline',
    external: ['node:*'],
    logLevel: 'warning',
  })
  return outputFiles[0]?.text ?? ''
}
