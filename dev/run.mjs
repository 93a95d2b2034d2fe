// Runs a TypeScript file of dev/ or test/ on a machine that may have nothing but Node:
// installs what the lock file names, bundles the file, runs it.
//   node dev/run.mjs dev/start.ts --port 9000
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fitsRange, refusalOf } from './node-version.mjs'

const { engines } = JSON.parse(readFileSync('package.json', 'utf8'))
if (!fitsRange(process.version, engines.node)) {
  console.error(refusalOf(process.version, engines.node))
  process.exit(1)
}

const [entry, ...args] = process.argv.slice(2)
installIfStale()
const { build } = await import('esbuild')
const outfile = resolve(`node_modules/.cache/refill/${basename(entry).replace(/\.(ts|mjs)$/, '')}.mjs`)
await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
})
process.argv.splice(1, Infinity, outfile, ...args)
await import(pathToFileURL(outfile).href)

function installIfStale() {
  const installed = 'node_modules/.package-lock.json'
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs) return
  console.log('Installing what package-lock.json names…')
  // Nothing here needs the scripts of packages; without them nothing of theirs runs unasked.
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) process.exit(status ?? 1)
}
