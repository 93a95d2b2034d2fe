import { expect, test } from 'vitest'
import { fromBase64, toBase64 } from '../../../src/ui/image/base64.ts'

const bytes = Uint8Array.from({ length: 100_001 }, (_, index) => index * 7)

test('bytes go to text and back, also where the browser cannot do it by itself', () => {
  const text = toBase64(bytes)
  expect(text).toBe(Buffer.from(bytes).toString('base64'))
  expect(fromBase64(text)).toEqual(bytes)
})

test('line breaks and a data: prefix do no harm', () => {
  expect(fromBase64('data:image/png;base64,AAEC\nAwQ=')).toEqual(new Uint8Array([0, 1, 2, 3, 4]))
})

test.each(['<html>', 'AAA$', 'A'])('“%s” is the provider’s fault', (text) => {
  expect(() => fromBase64(text)).toThrow(expect.objectContaining({ fault: 'provider' }))
})
