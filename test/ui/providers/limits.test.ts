import { expect, test } from 'vitest'
import { assertWithin, lengthAsSent } from '../../../src/ui/providers/limits.ts'
import { lumenfall } from '../../../src/ui/providers/lumenfall.ts'
import type { EditRequest } from '../../../src/ui/providers/provider.ts'
import { TINY_PICTURE } from '../../../src/ui/providers/tiny-picture.ts'
import { requestFor } from './request.ts'

const check = (given: Partial<EditRequest>) => () => assertWithin(lumenfall.can('p-image-edit'), requestFor(given))

test('a prompt is as long as a form sends it', async () => {
  const prompt = 'a\nb\r\nc\rd'
  const form = new FormData()
  form.set('prompt', prompt)
  const sent = await new Response(form).text()
  const value = sent.slice(sent.indexOf('\r\n\r\n') + 4, sent.lastIndexOf('\r\n--'))
  expect(lengthAsSent(prompt)).toBe(10)
  expect(lengthAsSent(prompt)).toBe(value.length)
})

test('a prompt may be as long as the limit, and no longer', () => {
  expect(check({ prompt: 'x'.repeat(1000) })).not.toThrow()
  expect(check({ prompt: 'x'.repeat(1001) })).toThrow('The prompt has 1001 characters; this model takes 1000.')
  expect(check({ prompt: `${'x'.repeat(998)}\ny` })).toThrow('The prompt has 1001 characters')
})

test.each([
  [{ prompt: ' \n' }, 'Write what should change.'],
  [{ pictures: [] }, 'no image'],
  [{ pictures: Array(6).fill(TINY_PICTURE) }, 'These are 6 images; this model takes 5.'],
  [{ n: 0 }, 'The count is a whole number from 1 to 10.'],
  [{ n: 11 }, 'The count is a whole number from 1 to 10.'],
  [{ n: 1.5 }, 'The count is a whole number from 1 to 10.'],
])('%j is refused with a reason', (given, reason) => {
  expect(check(given)).toThrow(reason)
  expect(check(given)).toThrow(expect.objectContaining({ fault: 'settings' }))
})

test.each([
  'model',
  'prompt',
  'n',
  'response_format',
  'image',
  'image[]',
  'size',
  'aspect_ratio',
  'resolution',
  'output_format',
  'seed',
])('a free field cannot be “%s”', (name) => {
  expect(check({ options: { extra: { [name]: 'x' } } })).toThrow(`“${name}” is not free`)
})

test('a free field may be one that has no control with this model', () => {
  const request = requestFor({ options: { extra: { seed: '7', constructor: 'x' } } })
  expect(() => assertWithin(lumenfall.can('another-model'), request)).not.toThrow()
})
