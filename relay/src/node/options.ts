import { tokensIn } from '../tokens-in.ts'
import type { ServeOptions } from './serve.ts'

/** What the environment asks for. */
export interface NodeOptions extends Pick<ServeOptions, 'tokens' | 'port' | 'host' | 'publicUrl' | 'behindProxy'> {
  folder: string
  limits: { fileBytes: number }
}

/** Throws one sentence for what cannot be, and never repeats a token. */
export function nodeOptionsOf(env: Readonly<Record<string, string | undefined>>): NodeOptions {
  const { RELAY_TOKEN = '', RELAY_PUBLIC_URL, RELAY_FOLDER = 'relay-files', HOST } = env
  const tokens = tokensIn(RELAY_TOKEN)
  if (tokens.length === 0) throw new Error('RELAY_TOKEN is not set: the relay does not run without an access token.')
  return {
    tokens,
    port: numberOf(env, 'PORT', { preset: 8790, most: 65_535 }),
    host: HOST || undefined,
    publicUrl: RELAY_PUBLIC_URL ? addressIn(RELAY_PUBLIC_URL) : undefined,
    behindProxy: env.RELAY_BEHIND_PROXY === '1',
    folder: RELAY_FOLDER,
    limits: { fileBytes: numberOf(env, 'RELAY_FILE_MB', { preset: 20, most: 100 }) * 1_000_000 },
  }
}

/** Providers fetch pictures there over the open network; plain http is for a try on this machine. */
export function addressIn(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && url.hostname === 'localhost')
  if (url && isSafe && !url.username && !url.search && !url.hash) return url.href
  throw new Error(
    'RELAY_PUBLIC_URL is not an address that can be reached safely: write it as https://relay.example.com',
  )
}

function numberOf(
  env: Readonly<Record<string, string | undefined>>,
  name: string,
  { preset, most }: { preset: number; most: number },
): number {
  const text = env[name] || String(preset)
  if (/^\d+$/.test(text) && Number(text) <= most) return Number(text)
  throw new Error(`${name} takes a number from 0 to ${most}.`)
}

export const NODE_USAGE = `npm run relay

The relay listens to Refill on this machine; put a proxy with https in front of it. Everything is set by environment:

  RELAY_TOKEN         the access token, at least 16 characters; several with commas between them. Needed.
  RELAY_PUBLIC_URL    where the world finds this relay, https://relay.example.com. Without it no pictures are kept.
  RELAY_FOLDER        where pictures are kept for an hour. Default: relay-files
  RELAY_FILE_MB       the largest picture, in MB. Default: 20
  RELAY_BEHIND_PROXY  1: the proxy in front writes X-Forwarded-For, and it is believed.
  PORT                Default: 8790
  HOST                the address to listen at. Default: 127.0.0.1, this machine only`
