import { defineConfig } from 'vitest/config'
import { bundleWorker } from './build/workers.mjs'

export default defineConfig({
  // What the `workers` plugin is to the build.
  plugins: [
    {
      name: 'workers',
      enforce: 'pre',
      async load(id) {
        if (!id.endsWith('?worker')) return undefined
        return (await bundleWorker(id.slice(0, -'?worker'.length))).text
      },
    },
  ],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  define: {
    ALLOWED_HOSTS: JSON.stringify('https://api.lumenfall.ai/ http://localhost:8787'),
    STAND_IN: JSON.stringify('other https://other.example key-of-stand-in'),
  },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    setupFiles: ['test/fixed-seed.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    css: { modules: { classNameStrategy: 'non-scoped' } },
  },
})
