import { expect, test } from 'vitest'
import { askPreflight, refusalIn } from '../../../dev/host/demo/preflight.ts'
import { serviceNamed } from '../../../dev/host/demo/services.ts'
import { listenOnLoopback } from '../../../dev/host/server/listen.ts'

const KEY = ['authorization']
const open = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'Content-Type, Authorization' }

test('a service that allows every origin and the key is not refused', () => {
  expect(refusalIn(204, open, KEY)).toBeUndefined()
  expect(refusalIn(200, { ...open, 'access-control-allow-origin': 'null' }, KEY)).toBeUndefined()
})

test('an error, another origin and a key that is not allowed by its name are refused', () => {
  expect(refusalIn(404, open, KEY)).toBe('the preflight was answered 404')
  expect(refusalIn(204, {}, KEY)).toBe('it allows no origin, not the null origin')
  expect(refusalIn(204, { ...open, 'access-control-allow-origin': 'https://a.com' }, KEY)).toBe(
    'it allows the origin https://a.com, not the null origin',
  )
  expect(refusalIn(204, { ...open, 'access-control-allow-headers': '*' }, KEY)).toBe(
    'it does not allow the header authorization by its name',
  )
})

test('`*` stands for every header but the key’s own one', () => {
  const all = { ...open, 'access-control-allow-headers': '*' }
  expect(refusalIn(204, all, serviceNamed('pixazo').headers)).toBeUndefined()
  expect(refusalIn(204, open, serviceNamed('pixazo').headers)).toBe(
    'it does not allow the header ocp-apim-subscription-key by its name',
  )
})

test('the question is the one that a browser asks from a null origin, without a key', async () => {
  let asked: unknown
  const { port, stop } = await listenOnLoopback(
    ({ method, url, headers }, response) => {
      asked = {
        method,
        url,
        origin: headers.origin,
        wants: headers['access-control-request-headers'],
        key: headers.authorization,
      }
      response.writeHead(204, open).end()
    },
    { port: 0 },
  )
  const { status, headers, refusal } = await askPreflight(`http://localhost:${port}`, serviceNamed('lumenfall'))
  await stop()
  expect(asked).toEqual({
    ...{ method: 'OPTIONS', url: '/openai/v1/images/edits', origin: 'null', wants: 'authorization', key: undefined },
  })
  expect({ status, headers, refusal }).toEqual({ status: 204, headers: open, refusal: undefined })
})

test('where nobody answers, one sentence says so', async () => {
  const { port, stop } = await listenOnLoopback(() => {}, { port: 0 })
  await stop()
  await expect(askPreflight(`http://localhost:${port}`, serviceNamed('lumenfall'))).rejects.toThrow(
    `http://localhost:${port} could not be reached (ECONNREFUSED): is this machine offline?`,
  )
})
