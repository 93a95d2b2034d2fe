import { parseOptions } from '../../script.ts'
import { addressOf } from '../server/start-options.ts'
import { assertPassed, type Service, serviceNamed } from './services.ts'

export interface DemoOptions {
  /** Path of the picture; without one, a picture is drawn. */
  image: string | undefined
  prompt: string
  out: string
  provider: Service['id']
  /** Whether the stand-in is reached by a relay, which also keeps pictures for those who fetch them. */
  relay: boolean
  /** A real service, and the key for it; otherwise the stand-in answers. */
  live: { url: string; key: string } | undefined
}

/** What `npm run demo -- …` was asked for. Throws one sentence for what is missing or not understood. */
export function demoOptionsOf(args: string[], environment: Record<string, string | undefined>): DemoOptions {
  const {
    image,
    prompt,
    out,
    provider = 'lumenfall',
    relay = false,
    live,
    api,
  } = parseOptions({ args, options: OPTIONS }).values
  const service = serviceNamed(provider)
  if (image === '') throw new Error('--image is empty: name the picture to edit, or leave it out to have one drawn.')
  if (!prompt?.trim()) throw new Error('--prompt is missing: say what should change.')
  if (!out) throw new Error('--out is missing: name the PNG file to write.')
  if (!/\.png$/i.test(out)) throw new Error(`The result is a PNG: give --out a name that ends in .png, not “${out}”.`)
  if (api && !live) throw new Error('--api needs --live: without it the stand-in answers.')
  if (relay && live) throw new Error('--relay goes with the stand-in: it does nothing beside --live.')
  if (relay) assertPassed(service)
  const options = { image, prompt, out, provider: service.id, relay }
  return { ...options, live: live ? liveOf(service, api, environment) : undefined }
}

/** A key comes from the environment: what is typed as an option stays in the shell's history. */
function liveOf(
  { origin, keyName, keyPage }: Service,
  api: string | undefined,
  environment: Record<string, string | undefined>,
) {
  const key = environment[keyName]?.trim()
  if (!key) throw new Error(`--live needs a key: set ${keyName} to yours from ${keyPage}.`)
  return { url: addressOf(api ?? origin), key }
}

const OPTIONS = {
  image: { type: 'string' },
  prompt: { type: 'string' },
  out: { type: 'string' },
  provider: { type: 'string' },
  relay: { type: 'boolean' },
  live: { type: 'boolean' },
  api: { type: 'string' },
} as const

export const DEMO_USAGE = `npm run demo -- --prompt "starry night sky" --out result.png [--image photo.jpg]
                [--provider lumenfall|pixeldojo|pixazo|openai] [--relay]
                [--live [--api https://host]]   with LUMENFALL_API_KEY set, or PIXELDOJO_API_KEY and so on`
