import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

const run = (...args: string[]) => spawnSync('node', ['dev/run.mjs', ...args], { encoding: 'utf8' })

test.each([
  ['dev/start.ts', 'npm start -- '],
  ['dev/demo.ts', 'npm run demo -- '],
  ['build.mjs', 'npm run build -- '],
])('%s says how it is used when it is asked, and does no more', (script, usage) => {
  const { status, stdout, stderr } = run(script, '--help')
  expect(stdout).toContain(usage)
  expect(stderr).toBe('')
  expect(status).toBe(0)
})

test('a picture that there is none of is refused before a browser is started', () => {
  const { status, stderr } = run('dev/screenshots.ts', 'edit', 'eddit')
  expect(stderr).toMatch(/^There is no picture “eddit”: there are edit, result, .*, playground\.\n/)
  expect(status).toBe(2)
})
