import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Bytes } from '../../../src/shared/picture.ts'
import { digestOf } from '../../../src/ui/jobs/digest.ts'

const bytes = fc.uint8Array({ minLength: 1, maxLength: 200 }).map((array) => array.slice() as Bytes)

test('the same bytes have the same name', () => {
  fc.assert(fc.property(bytes, (one) => digestOf(one.slice()) === digestOf(one)))
})

test('one bit more or less, or one byte, is another name', () => {
  fc.assert(
    fc.property(bytes, fc.nat(), fc.integer({ min: 0, max: 7 }), (one, at, bit) => {
      const other = one.slice()
      other[at % one.length]! ^= 1 << bit
      expect(digestOf(other)).not.toBe(digestOf(one))
      expect(digestOf(one.slice(1))).not.toBe(digestOf(one))
    }),
  )
})
