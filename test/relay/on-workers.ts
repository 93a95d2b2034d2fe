import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { runVitest } from '../vitest.ts'

// `npm run test:workers` in relay/: the relay's tests once more, against workerd, the runtime of Cloudflare Workers.
installIfStale()
process.env.RELAY_RUNTIME = 'workers'
const { passed, failed, skipped } = await runVitest(['test/relay/', '--exclude', 'test/relay/node/**'])
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exitCode = failed > 0 ? 1 : 0

/** Miniflare and workerd are large and needed here only. */
function installIfStale() {
  const installed = 'relay/node_modules/.package-lock.json'
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync('relay/package-lock.json').mtimeMs) return
  console.log('Installing what relay/package-lock.json names…')
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: 'relay',
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) process.exit(status ?? 1)
}
