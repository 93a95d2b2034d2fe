import type { LookupAddress } from 'node:dns'
import { expect, test } from 'vitest'
import { createAsk } from '../../../relay/src/node/ask.ts'
import { guardedLookup } from '../../../relay/src/node/guarded-lookup.ts'
import { isPrivate } from '../../../relay/src/node/private-address.ts'
import { startProvider } from '../provider.ts'

test.each([
  '127.0.0.1',
  '127.1.2.3',
  '0.0.0.0',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.0.1',
  '169.254.169.254',
  '100.64.0.1',
  '198.18.0.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '192.0.0.8',
  '203.0.113.7',
  '::',
  '::1',
  'fe80::1',
  'fc00::1',
  'fd12:3456::1',
  'ff02::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '64:ff9b::7f00:1',
  '2001:db8::1',
  '2002:7f00:1::',
  '2001::1',
])('%s is nobody’s public address', (address) => {
  expect(isPrivate(address)).toBe(true)
})

test.each([
  '8.8.8.8',
  '1.1.1.1',
  '172.15.0.1',
  '172.32.0.1',
  '100.63.0.1',
  '104.18.2.3',
  '2606:4700::6812:203',
  '2a00:1450::1',
])('%s is public', (address) => {
  expect(isPrivate(address)).toBe(false)
})

/** A name server that says this. */
const says = (...addresses: string[]) =>
  guardedLookup(((_name: string, _options: object, callback: (error: null, found: LookupAddress[]) => void) => {
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
  }) as never)

const ask = (url: string, ...addresses: string[]) =>
  createAsk(says(...addresses))({
    url,
    method: 'GET',
    headers: {},
    body: undefined,
    signal: AbortSignal.timeout(5000),
  })

test.each([['127.0.0.1'], ['::1'], ['8.8.8.8', '127.0.0.1'], ['10.0.0.1', '8.8.8.8']])(
  'a name that leads to %s is not called',
  async (...addresses) => {
    const inside = await startProvider()
    const { port } = new URL(inside.url)
    await expect(ask(`http://api.lumenfall.test:${port}/`, ...addresses)).rejects.toMatchObject({ reason: 'EPRIVATE' })
    expect(inside.requests).toEqual([])
    await inside.stop()
  },
)

test('a name that leads nowhere is not called', async () => {
  await expect(ask('http://api.lumenfall.test/')).rejects.toMatchObject({ reason: 'ENOTFOUND' })
})

test('this machine’s own name is not called', async () => {
  const inside = await startProvider()
  const { port } = new URL(inside.url)
  const asked = { method: 'GET', headers: {}, body: undefined, signal: AbortSignal.timeout(5000) } as const
  await expect(createAsk()({ url: `http://localhost:${port}/`, ...asked })).rejects.toMatchObject({
    reason: 'EPRIVATE',
  })
  expect(inside.requests).toEqual([])
  await inside.stop()
})
