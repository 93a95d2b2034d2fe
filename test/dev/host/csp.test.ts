import { expect, test } from 'vitest'
import { cspOf } from '../../../dev/host/plugin/csp.ts'

const policy = (allowedDomains: string[], devAllowedDomains: string[] = [], dev = true) =>
  cspOf({ networkAccess: { allowedDomains, devAllowedDomains } }, { dev })

test('the hosts of the manifest are the only ones beside data: and blob:', () => {
  expect(policy(['https://api.example.com/', '*.example.org'])).toBe(
    [
      'default-src data: blob: https://api.example.com/ *.example.org',
      "script-src 'unsafe-inline' data: blob: https://api.example.com/ *.example.org",
      "style-src 'unsafe-inline' data: blob: https://api.example.com/ *.example.org",
    ].join('; '),
  )
})

test('“none” lets the plugin reach nobody', () => {
  expect(policy(['none']).split('; ')[0]).toBe('default-src data: blob:')
})

test('hosts for development count in development only', () => {
  const local = 'http://localhost:8787'
  expect(policy(['https://a.com/'], [local])).toContain(local)
  expect(policy(['https://a.com/'], [local], false)).not.toContain(local)
})

test('a host that is named twice is listed once', () => {
  expect(policy(['https://a.com/'], ['https://a.com/']).split('; ')[0]).toBe('default-src data: blob: https://a.com/')
})

test.each([
  "https://a.com/; script-src 'self'",
  'https://a.com b.com',
  'ftp://a.com',
  "'self'",
  'javascript:alert(1)',
  '',
])('“%s” is refused as a host, since it could loosen the policy', (domain) => {
  expect(() => policy([domain])).toThrow(`“${domain}” in the manifest's networkAccess is not a host`)
})

test('a manifest without networkAccess may reach every host', () => {
  expect(cspOf({}, { dev: true })).toContain('default-src data: blob: *;')
})
