import { describe, expect, test, vi } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import { fromBase64 } from '../../../src/ui/image/base64.ts'
import { inlineAddress, mayRefuseAddress, relayAddresses, withAddresses } from '../../../src/ui/providers/pictures.ts'
import { tokenHeader } from '../../../src/ui/providers/relay.ts'
import { TINY_PICTURE } from '../../../src/ui/providers/tiny-picture.ts'
import { everythingIn, faultOf } from './faults-of.ts'
import { startRelayDouble, TOKEN } from './relay-double.ts'
import { httpFor } from './server.ts'

const signal = new AbortController().signal
const addressesAt = (address: string, token = TOKEN) =>
  relayAddresses((signal) => httpFor(address, { signal, headers: tokenHeader({ address, token }) }))

test('an address of its own holds the picture whole', () => {
  const address = inlineAddress(TINY_PICTURE)
  expect(address).toMatch(/^data:image\/png;base64,/)
  expect(fromBase64(address)).toEqual(TINY_PICTURE.bytes)
})

describe('a relay', () => {
  test('keeps the bytes under an address, until they are forgotten', async () => {
    await using relay = await startRelayDouble()
    const { addressOf, forget } = addressesAt(relay.url)
    const address = await addressOf(TINY_PICTURE, { signal })
    expect(relay.seen[0]).toMatchObject({
      method: 'POST',
      path: '/files',
      headers: { 'content-type': 'image/png', 'x-refill-relay': TOKEN },
    })
    expect(new Uint8Array(await (await fetch(address)).arrayBuffer())).toEqual(TINY_PICTURE.bytes)
    await forget(address)
    expect((await fetch(address)).status).toBe(404)
  })

  test('that does not know the token says so, and the key is not blamed', async () => {
    await using relay = await startRelayDouble()
    const { addressOf } = addressesAt(relay.url, 'a-wrong-token-for-it')
    const thrown = await faultOf(addressOf(TINY_PICTURE, { signal }))
    expect(thrown).toMatchObject({ fault: 'settings', message: 'The relay says: “Unknown token”.' })
    expect(everythingIn(thrown)).not.toContain('wrong-token')
  })

  test('is not asked to forget what it never kept', async () => {
    await using relay = await startRelayDouble()
    await addressesAt(relay.url).forget('https://elsewhere.example/a.png')
    expect(relay.seen).toEqual([])
  })
})

describe('what needs addresses', () => {
  test('gets them in the order of the pictures', async () => {
    let count = 0
    const context = { http: httpFor('http://127.0.0.1:9'), signal, addressOf: async () => `address ${++count}` }
    const begin = vi.fn(async (addresses: string[]) => addresses)
    expect(await withAddresses([TINY_PICTURE, TINY_PICTURE], context, begin)).toEqual(['address 1', 'address 2'])
  })

  test('uploads them one after the other, as a relay takes few at once', async () => {
    let [open, most] = [0, 0]
    async function addressOf() {
      most = Math.max(most, ++open)
      await new Promise((resolve) => setTimeout(resolve, 2))
      open--
      return 'address'
    }
    const context = { http: httpFor('http://127.0.0.1:9'), signal, addressOf }
    await withAddresses([TINY_PICTURE, TINY_PICTURE, TINY_PICTURE], context, async () => {})
    expect(most).toBe(1)
  })

  test('begins with none missing; what was uploaded for it is forgotten', async () => {
    const forget = vi.fn(async () => {})
    let count = 0
    const addressOf = async () => {
      if (++count === 2) throw new AppError('busy', 'Full.')
      return `address ${count}`
    }
    const begin = vi.fn(async () => {})
    const context = { http: httpFor('http://127.0.0.1:9'), signal, addressOf, forget }
    expect(await faultOf(withAddresses([TINY_PICTURE, TINY_PICTURE, TINY_PICTURE], context, begin))).toMatchObject({
      fault: 'busy',
    })
    expect(begin).not.toHaveBeenCalled()
    expect(forget.mock.calls).toEqual([['address 1']])
    expect(count).toBe(2)
  })
})

test('a refusal that speaks of a picture’s address may be one of the address', () => {
  const refusal = (message: string) => new AppError('refused', message)
  expect(mayRefuseAddress(refusal('The provider says: “images[0]: Must be an http(s) URL”.'))).toBe(true)
  expect(mayRefuseAddress(refusal('The provider says: “Could not fetch image 1: it took too long”.'))).toBe(true)
  expect(mayRefuseAddress(refusal('The provider says: “prompt: too long”.'))).toBe(false)
  expect(mayRefuseAddress(refusal('The provider says: “The image was flagged by our moderation”.'))).toBe(false)
  expect(mayRefuseAddress(new AppError('denied', 'The provider says: “No access to this URL”.'))).toBe(false)
})
