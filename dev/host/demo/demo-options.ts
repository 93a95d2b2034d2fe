import { parseArgs } from 'node:util'
import { addressOf, firstSentence } from '../server/start-options.ts'

export interface DemoOptions {
  image: string
  prompt: string
  out: string
  /** A real service, and the key for it; otherwise the stand-in answers. */
  live: { url: string; key: string } | undefined
}

/** What `npm run demo -- …` was asked for. Throws one sentence for what is missing or not understood. */
export function demoOptionsOf(args: string[], environment: Record<string, string | undefined>): DemoOptions {
  const { image, prompt, out, live, api } = parseStrictly(args)
  if (!image) throw new Error('--image is missing: name the picture to edit.')
  if (!prompt?.trim()) throw new Error('--prompt is missing: say what should change.')
  if (!out) throw new Error('--out is missing: name the PNG file to write.')
  if (!/\.png$/i.test(out)) throw new Error(`The result is a PNG: give --out a name that ends in .png, not “${out}”.`)
  if (api && !live) throw new Error('--api needs --live: without it the stand-in answers.')
  if (!live) return { image, prompt, out, live: undefined }
  const key = environment.LUMENFALL_API_KEY?.trim()
  if (!key) throw new Error('--live needs a key: set LUMENFALL_API_KEY to yours from lumenfall.ai/app/api_keys.')
  return { image, prompt, out, live: { url: addressOf(api ?? LUMENFALL), key } }
}

function parseStrictly(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        image: { type: 'string' },
        prompt: { type: 'string' },
        out: { type: 'string' },
        live: { type: 'boolean' },
        api: { type: 'string' },
      },
    }).values
  } catch (error) {
    throw new Error(firstSentence((error as Error).message))
  }
}

export const DEMO_USAGE = `npm run demo -- --image photo.jpg --prompt "starry night sky" --out result.png
                [--live [--api https://host]]   with LUMENFALL_API_KEY set`

const LUMENFALL = 'https://api.lumenfall.ai'
