import type { Context } from 'hono'
import type { Env } from './env.ts'
import { RelayError } from './errors.ts'
import { FILE_ID, newFileId } from './file-id.ts'
import type { Limits } from './limits.ts'
import { ENDINGS, pictureTypeOf } from './picture-type.ts'
import type { Store } from './store.ts'
import { measured } from './stream.ts'

interface Keeping {
  store: Store
  limits: Limits
  now: () => number
  publicUrl: string | 'from-request' | undefined
}

/** Keeps pictures for a while, so that providers who take addresses only can fetch them. */
export function createFiles({ store, limits, now, publicUrl }: Keeping) {
  let uploads = 0

  async function keep({ req }: Context<Env>): Promise<Response> {
    const base = publicUrl === 'from-request' ? new URL(req.url).origin : publicUrl
    if (!base) throw new RelayError('RELAY_NO_ADDRESS', 'The relay was not told its public address, RELAY_PUBLIC_URL.')
    if (uploads >= limits.uploadsAtOnce) {
      throw new RelayError('RELAY_BUSY', 'The relay takes no more uploads at once.', { 'retry-after': '1' })
    }
    uploads += 1
    try {
      const bytes = await read(req.raw, limits.fileBytes)
      const type = pictureTypeOf(bytes)
      if (!type) throw new RelayError('RELAY_NOT_A_PICTURE', 'The relay keeps PNG, JPEG and WebP pictures only.')
      const picture = { id: newFileId(), type, expires: now() + limits.fileLife }
      if (!(await store.put(picture, bytes)))
        throw new RelayError('RELAY_FULL', 'The relay has no room for more files.')
      const { id, expires } = picture
      const url = `${base.replace(/\/+$/, '')}/files/${id}.${ENDINGS[type]}`
      return Response.json({ id, url, expiresAt: new Date(expires).toISOString() }, { status: 201 })
    } finally {
      uploads -= 1
    }
  }

  async function show({ req }: Context<Env>): Promise<Response> {
    // The ending is there for those who go by it, and decides nothing.
    const [id = ''] = (req.param('name') ?? '').split('.')
    const found = FILE_ID.test(id) ? await store.get(id) : undefined
    if (found && found.expires > now()) {
      const headers = { 'content-type': found.type, 'content-length': String(found.bytes), ...PRIVATE }
      return new Response(found.body, { headers })
    }
    await found?.body.cancel()
    throw new RelayError('RELAY_NOT_FOUND', 'There is no such file, or its time is over.')
  }

  async function drop({ req }: Context<Env>): Promise<Response> {
    const id = req.param('id') ?? ''
    if (FILE_ID.test(id)) await store.delete(id)
    return new Response(null, { status: 204 })
  }

  return { keep, show, drop }
}

async function read({ body, headers }: Request, most: number): Promise<Uint8Array> {
  const tooLarge = new RelayError('RELAY_TOO_LARGE', `The relay keeps pictures of at most ${most} bytes.`)
  if (Number(headers.get('content-length') ?? 0) > most) throw tooLarge
  let over = false
  const onEnd = ({ bytes }: { bytes: number }) => {
    over = bytes > most
  }
  try {
    return body ? new Uint8Array(await new Response(measured(body, { most, onEnd })).arrayBuffer()) : new Uint8Array()
  } catch {
    throw over ? tooLarge : new RelayError('RELAY_NOT_A_PICTURE', 'The picture did not arrive whole.')
  }
}

const PRIVATE = { 'x-robots-tag': 'noindex, nofollow, noarchive' }
