import { openFolder } from './node/folder-store.ts'
import { NODE_USAGE, type NodeOptions, nodeOptionsOf } from './node/options.ts'
import { serveRelay } from './node/serve.ts'

const { folder, ...options } = readOptions()
try {
  const write = (line: string) => void process.stdout.write(`${line}\n`)
  const serving = await serveRelay({ ...options, store: await openFolder(folder), write })
  console.log(`Refill relay: ${serving.url}`)
  if (!options.publicUrl) console.log('RELAY_PUBLIC_URL is not set: requests are passed on, but no pictures are kept.')
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void serving.stop().finally(() => process.exit(0)))
  }
} catch (error) {
  fail((error as Error).message, 1)
}

function readOptions(): NodeOptions {
  const [argument] = process.argv.slice(2)
  if (argument === '--help') {
    console.log(NODE_USAGE)
    return process.exit(0)
  }
  if (argument !== undefined) return fail(`There are no options: everything is set by environment.\n\n${NODE_USAGE}`, 2)
  try {
    return nodeOptionsOf(process.env)
  } catch (error) {
    return fail(`${(error as Error).message}\n\n${NODE_USAGE}`, 2)
  }
}

function fail(message: string, code: number): never {
  console.error(message)
  process.exit(code)
}
