import { describe, expect, test } from 'vitest'
import { assertAllowed, isAllowed } from '../../../src/ui/providers/hosts.ts'

const cases: [pattern: string, url: string, allowed: boolean][] = [
  ['*', 'https://anything.example.com/v1', true],
  ['*', 'file:///etc/hosts', false],
  ['https://api.example.com/', 'https://api.example.com/openai/v1/images/edits?dryRun=true', true],
  ['https://api.example.com', 'https://api.example.com/openai/v1', true],
  ['api.example.com', 'https://api.example.com/', true],
  ['api.example.com', 'http://api.example.com/', false],
  ['API.Example.com', 'https://api.example.com/', true],
  ['https://api.example.com', 'http://api.example.com/', false],
  ['http://api.example.com', 'https://api.example.com/', true],
  ['ws://api.example.com', 'https://api.example.com/', false],
  ['https://api.example.com', 'https://api.example.com.evil.com/', false],
  ['https://api.example.com', 'https://evil.com/https://api.example.com', false],
  ['https://api.example.com', 'https://api.example.com@evil.com/', false],
  ['*.example.com', 'https://a.b.example.com/', true],
  ['*.example.com', 'https://example.com/', false],
  ['*.example.com', 'https://notexample.com/', false],
  ['https://*.example.com', 'https://a.example.com/', true],
  ['https://api.example.com/v1/images', 'https://api.example.com/v1/images', true],
  ['https://api.example.com/v1/images', 'https://api.example.com/v1/images/edits', false],
  ['https://api.example.com/v1/', 'https://api.example.com/v1/images/edits', true],
  ['https://api.example.com/v1/', 'https://api.example.com/v10', false],
  ['https://api.example.com/v1/', 'https://api.example.com/v1/../v2', false],
  ['http://localhost:8787', 'http://localhost:8787/v1/balance', true],
  ['http://localhost:8787', 'http://localhost:8788/', false],
  ['http://localhost:8787', 'http://127.0.0.1:8787/', false],
  ['http://localhost', 'http://localhost:8787/', false],
  ['http://localhost:*', 'http://localhost:8787/', true],
  ['https://api.example.com:443', 'https://api.example.com/', true],
  ['https://api.example.com', 'https://api.example.com:8443/', false],
  ['ftp://api.example.com', 'https://api.example.com/', false],
  ['https://api.example.com', 'not an address', false],
]

describe("Figma's patterns", () => {
  test.each(cases)('%s and %s: %s', (pattern, url, allowed) => {
    expect(isAllowed(url, [pattern])).toBe(allowed)
  })
})

test('a list that allows nothing refuses every host', () => {
  expect(isAllowed('https://api.example.com/', ['none'])).toBe(false)
  expect(isAllowed('https://api.example.com/', [])).toBe(false)
})

test('one pattern of several is enough', () => {
  expect(isAllowed('https://b.example.com/', ['https://a.example.com/', 'https://b.example.com/'])).toBe(true)
})

test('a refused address comes with the way to allow it, and without its path', () => {
  const refused = () => assertAllowed('https://relay.example.com:8443/team?token=secret', () => false)
  expect(refused).toThrow('may not reach https://relay.example.com:8443. ')
  expect(refused).not.toThrow('secret')
})
