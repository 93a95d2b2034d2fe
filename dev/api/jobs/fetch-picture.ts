import { decode, type Upload } from '../uploads.ts'
import type { JobSettings } from './settings.ts'

/** One time that the service fetched a picture, each hop of a redirect on its own. */
export interface Fetched {
  /** Without the key, should a client have put it there. */
  address: string
  status?: number
  bytes?: number
  /** Why it was not taken. */
  fault?: string
}

export class Unfetched extends Error {}

interface Circumstances {
  settings: JobSettings
  stopping: AbortSignal
  /** Notes a fetch before it begins. */
  note: (address: string) => Fetched
}

/**
 * Fetches a picture as the service would: without the key, from loopback alone, in the time and up to the size set, and
 * takes it only if it is one. Throws Unfetched.
 */
export async function fetchPicture(address: string, circumstances: Circumstances, hops = HOPS): Promise<Upload> {
  const { settings, stopping, note } = circumstances
  if (address.startsWith('data:') && hops === HOPS) return fromData(address, settings)
  const fetched = note(address)
  try {
    const url = new URL(address)
    if (!/^https?:$/.test(url.protocol) || !LOOPBACK.test(url.hostname))
      throw new Unfetched('the host could not be reached')
    const deadline = AbortSignal.timeout(settings.fetchTimeout)
    // Node collects a timeout that `AbortSignal.any` alone holds, and then it never comes (nodejs/node#57736).
    deadline.addEventListener('abort', () => undefined)
    const signal = AbortSignal.any([stopping, deadline])
    const response = await fetch(url, { redirect: 'manual', signal }).catch((error: Error) => {
      throw new Unfetched(error.name === 'TimeoutError' ? 'it took too long' : 'the host could not be reached')
    })
    fetched.status = response.status
    const next = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null
    if (next !== null) {
      await response.body?.cancel()
      if (hops === 0) throw new Unfetched('too many redirects')
      if (!URL.canParse(next, url)) throw new Unfetched('it leads nowhere')
      return await fetchPicture(new URL(next, url).href, circumstances, hops - 1)
    }
    if (!response.ok) throw new Unfetched(`the host answered ${response.status}`)
    const type = response.headers.get('content-type') ?? ''
    if (!/^(image\/|application\/octet-stream|$)/.test(type)) throw new Unfetched(`it is ${type}`)
    const bytes = await readUpTo(settings.largest, response)
    fetched.bytes = bytes.length
    return await toPicture(bytes)
  } catch (error) {
    if (!(error instanceof Unfetched)) throw error
    fetched.fault = error.message
    throw error
  }
}

async function readUpTo(most: number, { body, headers }: Response): Promise<Buffer> {
  const large = () => new Unfetched(`it is larger than ${most} bytes`)
  const chunks: Uint8Array[] = []
  let total = 0
  if (Number(headers.get('content-length') ?? 0) > most) {
    await body?.cancel()
    throw large()
  }
  try {
    for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
      total += chunk.length
      if (total > most) throw large() // leaving the loop cancels the body
      chunks.push(chunk)
    }
  } catch (error) {
    throw error instanceof Unfetched ? error : new Unfetched('the connection broke off')
  }
  return Buffer.concat(chunks)
}

function fromData(address: string, { largest }: JobSettings): Promise<Upload> {
  const bytes = Buffer.from(address.slice(address.indexOf(',') + 1), 'base64')
  if (bytes.length > largest) throw new Unfetched(`it is larger than ${largest} bytes`)
  return toPicture(bytes)
}

async function toPicture(bytes: Buffer): Promise<Upload> {
  const picture = await decode(bytes)
  if (!picture) throw new Unfetched('it is no PNG, JPEG, WebP or GIF')
  return picture
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/
const HOPS = 3
