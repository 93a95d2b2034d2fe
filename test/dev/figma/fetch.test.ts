import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { allows } from '../../../dev/figma/network/allows.ts'
import { MANIFEST, openFigma } from './open-figma.ts'

let server: Server
let origin: string
const seen: string[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers.origin}`)
    if (request.url === '/closed') return response.end('no')
    response.setHeader('access-control-allow-origin', '*')
    if (request.url === '/strict') return response.writeHead(request.method === 'OPTIONS' ? 405 : 200).end()
    response.setHeader('access-control-allow-headers', 'content-type')
    response.setHeader('x-hidden', '1')
    let body = ''
    request.on('data', (chunk) => (body += chunk))
    request.on('end', () =>
      response.writeHead(201, 'Made').end(JSON.stringify({ body, type: request.headers['content-type'] })),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://localhost:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

const manifest = () => ({ ...MANIFEST, networkAccess: { allowedDomains: ['none'], devAllowedDomains: [`${origin}/`] } })
const ask = async (code: string) => (await openFigma()).ask(code, { manifest: manifest() })

test('an answer is a plain object, as the typings have it', async () => {
  const code = `const response = await fetch('${origin}/a', { method: 'POST', body: 'hi', headers: { 'content-type': 'application/json' } })
    const { ok, status, statusText, url, redirected } = response
    return [ok, status, statusText, url, redirected, await response.json(), typeof (await response.text()),
      (await response.arrayBuffer()).byteLength > 0, response.headersObject['x-hidden'], 'body' in response]`
  expect(await ask(code)).toEqual([
    ...[true, 201, 'Made', `${origin}/a`, false, { body: 'hi', type: 'application/json' }, 'string', true],
    ...[undefined, false],
  ])
  expect(seen).toEqual(['OPTIONS /a null', 'POST /a null'])
})

test.each([
  ['a host that the manifest does not name', () => 'https://elsewhere.example/'],
  ['a server that does not open to every origin', () => `${origin}/closed`],
])('%s is a failed request', async (_what, url) => {
  await expect(ask(`await fetch('${url()}')`)).rejects.toThrow(/^Failed to fetch$/)
})

test('a header that the server does not allow fails before the request', async () => {
  const before = seen.length
  await expect(ask(`await fetch('${origin}/strict', { headers: { authorization: 'x' } })`)).rejects.toThrow(
    'Failed to fetch',
  )
  expect(seen.slice(before)).toEqual(['OPTIONS /strict null'])
})

test('the console says which policy refused', async () => {
  const { start } = await openFigma()
  const run = await start(`fetch('https://elsewhere.example/').catch(() => {})`)
  await expect
    .poll(() => run.logs.map(({ values }) => values[0]))
    .toEqual([
      `Refused to connect to 'https://elsewhere.example/' because it violates the following Content Security Policy directive: "default-src data:".`,
    ])
})

test('options that Figma does not have are refused', async () => {
  await expect(ask(`await fetch('${origin}/', { signal: {} })`)).rejects.toThrow(
    `in fetch: Property "init" failed validation: Unrecognized key(s) in object: 'signal'`,
  )
  await expect(ask(`await fetch('/relative')`)).rejects.toThrow('"/relative" is not an absolute address')
})

test.each<[string, string, boolean]>([
  ['*', 'http://anything.example/', true],
  ['none', 'https://none/', false],
  ['example.com', 'https://example.com/a', true],
  ['example.com', 'http://example.com/a', false],
  ['http://example.com', 'https://example.com/', true],
  ['https://example.com', 'http://example.com/', false],
  ['*.example.com', 'https://a.b.example.com/', true],
  ['*.example.com', 'https://example.com/', false],
  ['https://example.com/v1/', 'https://example.com/v1/images', true],
  ['https://example.com/v1/images', 'https://example.com/v1/images/edits', false],
  ['http://localhost:3000', 'http://localhost:3000/x', true],
  ['http://localhost:3000', 'http://localhost:3001/x', false],
  ['http://localhost:3000', 'http://127.0.0.1:3000/x', false],
  ['wss://example.com', 'wss://example.com/socket', true],
])('%s and %s: %s', (pattern, url, isAllowed) => {
  expect(allows([pattern], new URL(url))).toBe(isAllowed)
})
