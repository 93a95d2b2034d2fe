import { openBrowser } from './host/server/open-browser.ts'
import { START_USAGE, type StartOptions, startOptionsOf } from './host/server/start-options.ts'
import { startPlayground } from './host/server/start-playground.ts'

const options = readOptions()
const playground = await startPlayground(options.playground).catch((error) => fail(error.message, 1))
console.log(`Refill playground: ${playground.url}`)
if (options.playground.plugin) {
  console.log('The plugin is opened again when its files change. Ctrl-C stops.')
} else {
  console.log(`Image service:     ${playground.apiUrl}${playground.api ? ' (a stand-in, not a model)' : ''}`)
  if (playground.standIns) console.log('The other providers in Settings have stand-ins too, and a relay.')
  console.log('Changes in src are built and shown at once. Ctrl-C stops.')
}
if (options.open) openBrowser(playground.url)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void playground.stop().finally(() => process.exit(0)))
}

function readOptions(): StartOptions {
  try {
    return startOptionsOf(process.argv.slice(2), process.env)
  } catch (error) {
    return fail(`${(error as Error).message}\n${START_USAGE}`, 2)
  }
}

function fail(message: string, code: number): never {
  console.error(message)
  process.exit(code)
}
