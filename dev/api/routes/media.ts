import type { Context } from 'hono'
import { ApiError } from '../errors.ts'
import type { Env } from '../stand.ts'

/** Needs no key: whoever knows the address may read the file, as at the real host. */
export async function showFile(context: Context<Env>): Promise<Response> {
  const { media, settings } = context.var.stand
  const file = media.find(context.req.param('name') ?? '', settings.mediaLife)
  if (!file) throw new ApiError('NOT_FOUND', 'This file has expired or never was')
  return new Response(new Uint8Array(file.bytes), { headers: { 'content-type': file.type } })
}
