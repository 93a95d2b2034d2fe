import { AppError } from '../../shared/errors.ts'
import { outOfReachText } from '../texts/account.ts'

/**
 * Whether the manifest's list lets the iframe reach `url`.
 * Figma: networkAccess lists hosts by CSP's rules — `*`, `*.example.com`, a scheme or none, a path that is exact unless it ends in `/`.
 */
export function isAllowed(url: string, patterns: readonly string[]): boolean {
  if (!URL.canParse(url)) return false
  const target = new URL(url)
  return PORTS.has(target.protocol) && patterns.some((pattern) => matches(target, pattern))
}

/** Refuses an address that this build may not reach, with the way to get it. */
export function assertAllowed(url: string, allowed: (url: string) => boolean) {
  if (allowed(url)) return
  throw new AppError('settings', outOfReachText(new URL(url).origin))
}

function matches(target: URL, pattern: string) {
  if (pattern === '*') return true
  const parts = PATTERN.exec(pattern)?.groups
  if (!parts) return false
  const { scheme = 'https', host = '', port, path = '' } = parts
  return (
    fitsScheme(target.protocol, `${scheme.toLowerCase()}:`) &&
    fitsHost(target.hostname, host.toLowerCase()) &&
    fitsPort(target, port) &&
    fitsPath(target.pathname, path)
  )
}

/** CSP: a pattern for an open scheme also covers the encrypted one. The plugin's page is https, so no scheme means https. */
const fitsScheme = (scheme: string, pattern: string) =>
  scheme === pattern || (pattern === 'http:' && scheme === 'https:') || (pattern === 'ws:' && scheme === 'wss:')

/** CSP: `*.example.com` does not cover `example.com` itself. */
const fitsHost = (host: string, pattern: string) =>
  pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern

/** CSP: without a port only the scheme's own one is covered. `URL` leaves that one empty. */
function fitsPort({ port, protocol }: URL, pattern = '') {
  if (pattern === '*') return true
  return (port || PORTS.get(protocol)) === (pattern || PORTS.get(protocol))
}

function fitsPath(path: string, pattern: string) {
  if (pattern === '') return true
  return pattern.endsWith('/') ? path.startsWith(pattern) : path === pattern
}

const PATTERN =
  /^(?:(?<scheme>https?|wss?):\/\/)?(?<host>[^\s/:*]+|\*\.[^\s/:*]+)(?::(?<port>\d+|\*))?(?<path>\/[^?#]*)?$/i
const PORTS = new Map([
  ['http:', '80'],
  ['https:', '443'],
  ['ws:', '80'],
  ['wss:', '443'],
])
