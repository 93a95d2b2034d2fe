import type { ServerResponse } from 'node:http'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { JobStandIn } from '../../../dev/api/jobs/start.ts'
import { collectGarbage } from '../../collect-garbage.ts'
import { BOTH, finish, jsonOf, post, run } from './jobs.ts'
import { type PictureHost, plain, startPictureHost } from './picture-host.ts'

let host: PictureHost
let bytes: Buffer
beforeAll(async () => {
  host = await startPictureHost()
  bytes = await plain(40, 40)
})
afterAll(() => host.stop())

const png = { 'content-type': 'image/png' }
const to = (location: string) => (_: unknown, response: ServerResponse) =>
  void response.writeHead(302, { location }).end()

describe.each(BOTH)('$name', (client) => {
  let api: JobStandIn
  beforeEach(async () => {
    api = await client.start()
    host.requests.length = 0
  })
  afterEach(() => api.stop())

  const edit = (...images: string[]) => ({ prompt: 'echo', images })

  test('fetches every picture once, without the key, and says so', async () => {
    const [first, second] = [host.picture('/1.png', bytes), host.picture('/2.png', bytes, 'application/octet-stream')]
    await finish(api, client, edit(first, second))
    expect(host.requests.map(({ path }) => path).toSorted()).toEqual(['/1.png', '/2.png'])
    expect(JSON.stringify(host.requests)).not.toContain(api.key)
    expect(api.fetches.map(({ address, status, fault }) => [address, status, fault]).toSorted()).toEqual([
      [first, 200, undefined],
      [second, 200, undefined],
    ])
  })

  test('fetches when the work begins, not when it is asked for', async () => {
    api.settings.waiting = 600_000
    await run(api, client, edit(host.picture('/1.png', bytes)))
    expect(api.fetches).toEqual([])
  })

  test.each<[string, () => string, string]>([
    ['that there is not', () => host.serve('/none', (_, response) => response.writeHead(404).end()), 'answered 404'],
    ['of a host that is not loopback', () => 'https://example.com/a.png', 'could not be reached'],
    ['of a host that looks like loopback', () => 'http://127.0.0.1.example.com/a.png', 'could not be reached'],
    ['of a port where nobody is', () => 'http://localhost:9/a.png', 'could not be reached'],
    ['that is a page', () => host.picture('/page', Buffer.from('<h1>No</h1>'), 'text/html'), 'it is text/html'],
    ['that says it is one and is not', () => host.picture('/lie', Buffer.from('No')), 'it is no PNG'],
    ['that is cut off', () => host.picture('/half', bytes.subarray(0, 60)), 'it is no PNG'],
    [
      'that breaks off',
      () =>
        host.serve('/broken', (_, response) => {
          response.writeHead(200, { ...png, 'content-length': bytes.length })
          response.write(bytes.subarray(0, 60), () => response.destroy())
        }),
      'broke off',
    ],
    ['that leads elsewhere', () => host.serve('/away', to('https://example.com/a.png')), 'could not be reached'],
    ['that leads to data', () => host.serve('/data', to('data:image/png;base64,AAAA')), 'could not be reached'],
    ['that leads nowhere', () => host.serve('/nowhere', to('http://')), 'leads nowhere'],
    ['that leads in a circle', () => host.serve('/round', to('/round')), 'too many redirects'],
  ])('fails the job over a picture %s, and the run is charged', async (_, address, why) => {
    const answer = await finish(api, client, edit(host.picture('/fine.png', bytes), address()), 'failed')
    expect(answer.error).toMatch(/^Could not fetch image 2: /)
    expect(answer.error).toContain(why)
    expect(api.balance).toBe(10 - client.price)
    expect(api.fetches.at(-1)?.fault).toContain(why)
  })

  test('fails the job over a picture that is too large, announced or not', async () => {
    api.settings.largest = 50
    const streamed = host.serve('/streamed.png', (_, response) => {
      response.writeHead(200, png)
      response.write(bytes.subarray(0, 60))
      response.end(bytes.subarray(60))
    })
    for (const address of [host.picture('/large.png', bytes), streamed]) {
      const { error } = await finish(api, client, edit(address), 'failed')
      expect(error).toBe('Could not fetch image 1: it is larger than 50 bytes')
    }
  })

  test('fails the job over a host that does not answer in time', async () => {
    api.settings.fetchTimeout = 50
    const silent = host.serve('/silent', () => collectGarbage())
    const { error } = await finish(api, client, edit(silent), 'failed')
    expect(error).toBe('Could not fetch image 1: it took too long')
  })

  test('follows a redirect on loopback', async () => {
    const address = host.serve('/moved.png', to(host.picture('/there.png', bytes)))
    await finish(api, client, edit(address))
    expect(api.fetches.map(({ status }) => status)).toEqual([302, 200])
  })

  test('takes a data: address only when it is told to, and only if it holds a picture', async () => {
    const address = `data:image/png;base64,${bytes.toString('base64')}`
    const refused = await post(api, client, edit(address))
    expect(refused.status).toBe(400)
    expect(client.messageIn(await jsonOf(refused))).toBe('images[0]: Must be an http(s) URL')

    api.settings.dataAddresses = 'accept'
    const [result] = client.resultsIn(await finish(api, client, edit(address)))
    expect((await sharp(await (await fetch(result!)).arrayBuffer()).metadata()).width).toBeGreaterThan(1000)
    expect(api.fetches).toEqual([])
    expect((await post(api, client, edit('data:text/plain,hello'))).status).toBe(400)
    await finish(api, client, edit('data:image/png;base64,AAAA'), 'failed')
  })

  test('notes an address without a key that was put into it', async () => {
    const address = host.picture(`/1.png?key=${api.key}`, bytes)
    await finish(api, client, edit(address))
    expect(api.fetches[0]?.address).toContain('?key=(the key)')
    expect(JSON.stringify([api.fetches, api.requests])).not.toContain(api.key)
  })
})
