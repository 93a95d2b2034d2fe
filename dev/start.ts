import { openBrowser } from './host/server/open-browser.ts'
import { START_USAGE, startOptionsOf } from './host/server/start-options.ts'
import { startPlayground } from './host/server/start-playground.ts'
import { askedFor } from './script.ts'

const options = askedFor(START_USAGE, startOptionsOf)
const playground = await startPlayground(options.playground).catch((error) => {
  console.error(error.message)
  return process.exit(1)
})
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
