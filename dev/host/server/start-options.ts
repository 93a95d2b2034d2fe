import { DEMO_KEY } from '../../api/stand.ts'
import { parseOptions } from '../../script.ts'
import { worlds } from '../../worlds/index.ts'
import type { PlaygroundOptions } from './start-playground.ts'

export interface StartOptions {
  open: boolean
  playground: PlaygroundOptions
}

/**
 * What `npm start -- …` was asked for. Throws one sentence for what it cannot do. A key comes from the environment: what
 * is typed as an option stays in the shell's history and is shown to everybody on the machine.
 */
export function startOptionsOf(args: string[], { REFILL_API_KEY }: NodeJS.ProcessEnv): StartOptions {
  const { values } = parseOptions({ args, options: OPTIONS })
  const port = numberOf(values.port, '--port', 65_535)
  const latency = numberOf(values.latency, '--latency', 600_000)
  if (latency !== undefined && values.api)
    throw new Error('--latency slows the stand-in: it does nothing beside --api.')
  if (values.world !== undefined && !worlds.some(({ id }) => id === values.world)) {
    throw new Error(`There is no world “${values.world}”: there are ${worlds.map(({ id }) => id).join(', ')}.`)
  }
  return {
    open: !values['no-open'],
    playground: {
      port: port ?? PORT,
      nextPort: port === undefined,
      apiPort: API_PORT,
      watch: true,
      ...(latency !== undefined && { latency }),
      ...(values.world !== undefined && { world: values.world }),
      ...(values.plugin !== undefined && { plugin: values.plugin }),
      ...(values.api !== undefined && { api: serviceAt(addressOf(values.api), REFILL_API_KEY) }),
    },
  }
}

function numberOf(text: string | undefined, name: string, most: number): number | undefined {
  if (text === undefined) return undefined
  if (!/^\d+$/.test(text) || Number(text) > most)
    throw new Error(`${name} takes a number from 0 to ${most}, not “${text}”.`)
  return Number(text)
}

/** A service on this machine is asked with the stand-in's key, which is no secret, so that Run works at once there too. */
function serviceAt(url: string, key: string | undefined) {
  const isHere = LOOPBACK.has(new URL(url).hostname)
  return { url, key: key ?? (isHere ? DEMO_KEY : '') }
}

/** An http or https address without a slash at its end. */
export function addressOf(text: string): string {
  const fits = URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
  if (!fits) throw new Error(`“${text}” is not an address: write it as http://localhost:8787`)
  return text.replace(/\/+$/, '')
}

export const START_USAGE = `npm start -- [--port 8780] [--no-open] [--world hero] [--latency 1500]
             [--plugin path/to/manifest.json]
             [--api http://localhost:8787], with its key in REFILL_API_KEY`

const OPTIONS = {
  port: { type: 'string' },
  'no-open': { type: 'boolean' },
  api: { type: 'string' },
  latency: { type: 'string' },
  world: { type: 'string' },
  plugin: { type: 'string' },
} as const

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])
const PORT = 8780
/** The manifest's devAllowedDomains name this one; with another, the playground's own build allows that. */
const API_PORT = 8787
