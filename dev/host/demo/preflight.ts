import { request as insecure } from 'node:http'
import { request as secure } from 'node:https'
import type { Service } from './services.ts'

/** Where the edits go, and with which headers. */
export type Asked = Pick<Service, 'edits' | 'headers'>

export interface Preflight {
  status: number
  /** The Access-Control-* headers, as sent. */
  headers: Record<string, string>
  /** Why a browser would refuse to send an edit from a frame without an origin; undefined where it would send it. */
  refusal: string | undefined
}

/** Prints what the preflight answered, and whether a browser would go on. */
export async function preflightPasses(url: string, asked: Asked, say: (line: string) => void): Promise<boolean> {
  const { status, headers, refusal } = await askPreflight(url, asked)
  say(`Preflight of ${url}${asked.edits}: ${status}`)
  for (const [name, value] of Object.entries(headers)) say(`  ${name}: ${value}`)
  if (refusal) say(`A browser would not send the edit: ${refusal}.`)
  return !refusal
}

/** Asks what a browser asks before an edit is sent from Figma's null origin. Sends no key. Throws one sentence where nobody answers. */
export async function askPreflight(url: string, { edits, headers: wanted }: Asked): Promise<Preflight> {
  const { status, headers } = await options(`${url}${edits}`, wanted)
  return { status, headers, refusal: refusalIn(status, headers, wanted) }
}

function options(url: string, wanted: readonly string[]): Promise<Pick<Preflight, 'status' | 'headers'>> {
  const asked = {
    Origin: 'null',
    'Access-Control-Request-Method': 'POST',
    'Access-Control-Request-Headers': wanted.join(','),
  }
  const send = url.startsWith('https:') ? secure : insecure
  return new Promise((resolve, reject) => {
    const request = send(url, { method: 'OPTIONS', headers: asked, timeout: PATIENCE }, (response) => {
      response.resume()
      const headers = Object.entries(response.headers).filter(([name]) => name.startsWith('access-control-'))
      resolve({
        status: response.statusCode ?? 0,
        headers: Object.fromEntries(headers.map(([k, v]) => [k, String(v)])),
      })
    })
    request.on('timeout', () => request.destroy(Object.assign(new Error(), { code: 'ETIMEDOUT' })))
    request.on('error', ({ code }: NodeJS.ErrnoException) =>
      reject(new Error(`${new URL(url).origin} could not be reached (${code}): is this machine offline?`)),
    )
    request.end()
  })
}

/**
 * The Fetch standard, 4.8 CORS-preflight fetch: an ok status, the origin, and each header, `authorization` by its name
 * where the others may be meant by `*`.
 */
export function refusalIn(
  status: number,
  headers: Record<string, string>,
  wanted: readonly string[],
): string | undefined {
  const origin = headers['access-control-allow-origin']
  const allowed = (headers['access-control-allow-headers'] ?? '').toLowerCase().split(/\s*,\s*/)
  if (status < 200 || status > 299) return `the preflight was answered ${status}`
  if (origin !== '*' && origin !== 'null')
    return `it allows ${origin ? `the origin ${origin}` : 'no origin'}, not the null origin`
  const isAllowed = (name: string) => allowed.includes(name) || (name !== 'authorization' && allowed.includes('*'))
  const missing = wanted.find((name) => !isAllowed(name))
  return missing === undefined ? undefined : `it does not allow the header ${missing} by its name`
}

/** ms */
const PATIENCE = 20_000
