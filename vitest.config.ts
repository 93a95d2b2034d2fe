import { build } from 'esbuild'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  // The same contract as the `workers` plugin in build.mjs.
  plugins: [
    {
      name: 'workers',
      enforce: 'pre',
      async load(id) {
        if (!id.endsWith('?worker')) return undefined
        const { outputFiles } = await build({
          entryPoints: [id.slice(0, -'?worker'.length)],
          bundle: true,
          format: 'iife',
          write: false,
        })
        return `export default ${JSON.stringify(outputFiles[0]?.text)}`
      },
    },
  ],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  define: { ALLOWED_HOSTS: JSON.stringify(['https://api.lumenfall.ai/', 'http://localhost:8787']) },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    css: { modules: { classNameStrategy: 'non-scoped' } },
  },
})
