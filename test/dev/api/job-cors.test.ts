import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { JobStandIn } from '../../../dev/api/jobs/start.ts'
import { BOTH, post } from './jobs.ts'

describe.each(BOTH)('$name', (client) => {
  let api: JobStandIn
  beforeEach(async () => {
    api = await client.start()
  })
  afterEach(() => api.stop())

  const preflight = (url: string, headers: string, method = 'POST') =>
    fetch(url, {
      method: 'OPTIONS',
      headers: {
        origin: 'null',
        'access-control-request-method': method,
        'access-control-request-headers': headers,
      },
    })
  const allowed = ({ headers }: Response) => headers.get('access-control-allow-origin')

  test('a preflight for the key and the content type is granted to any origin', async () => {
    const response = await preflight(api.url + client.path, `content-type,${client.keyHeader}`)
    expect([response.status, allowed(response)]).toEqual([204, '*'])
    expect(response.headers.get('access-control-allow-headers')).toBe(`${client.keyHeader}, content-type`)
    expect((await preflight(api.url + client.statusPath('x'), client.keyHeader, 'GET')).status).toBe(204)
  })

  test.each(['cache-control', 'x-webhook-url', 'x-stainless-lang', 'apikey'])(
    'a preflight that asks for %s as well is not granted',
    async (header) => {
      const response = await preflight(api.url + client.path, `${client.keyHeader},content-type,${header}`)
      expect([response.status, allowed(response)]).toEqual([403, null])
    },
  )

  test('CORS can be missing everywhere, on errors only, or on one answer', async () => {
    expect(allowed(await post(api, client, {}))).toBe('*')
    api.plan([{ name: 'no-cors', route: 'poll' }, 'no-cors-on-error'])
    expect(allowed(await fetch(api.url + client.statusPath('x'), { headers: client.keyOf(api.key) }))).toBeNull()
    const valid = { prompt: 'x', images: ['http://localhost:9/a.png'] }
    const failed = await post(api, client, valid)
    expect([failed.status, allowed(failed)]).toEqual([502, null])
    api.settings.cors = 'not-on-errors'
    expect(allowed(await post(api, client, {}))).toBeNull()
    expect(allowed(await post(api, client, valid))).toBe('*')
    api.settings.cors = 'never'
    expect(allowed(await preflight(api.url + client.path, 'content-type'))).toBeNull()
    expect(allowed(await post(api, client, valid))).toBeNull()
  })

  test('the media host lets a page read only when that is set, and no header of its own', async () => {
    expect(allowed(await fetch(`${api.media.url}/a.png`))).toBeNull()
    api.settings.mediaCors = true
    expect(allowed(await fetch(`${api.media.url}/a.png`))).toBe('*')
    expect((await preflight(`${api.media.url}/a.png`, client.keyHeader, 'GET')).status).toBe(403)
  })

  test('it answers on 127.0.0.1, says where to ask at the address that was called, and refuses a taken port', async () => {
    const at = { ...api, url: `http://127.0.0.1:${api.port}` } as JobStandIn
    const answer = await post(at, client, { prompt: 'x', images: ['http://localhost:9/a.png'] })
    expect(client.told((await answer.json()) as Record<string, unknown>).statusUrl).toContain(at.url)
    await expect(client.start({ port: api.port })).rejects.toThrow('EADDRINUSE')
  })
})
