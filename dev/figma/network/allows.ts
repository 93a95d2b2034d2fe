import type { Manifest } from '../manifest.ts'

/** The patterns that hold while a plugin is developed; all hosts where the manifest says nothing. */
export function patternsOf({ networkAccess }: Pick<Manifest, 'networkAccess'>): readonly string[] {
  if (!networkAccess) return ['*']
  return [...networkAccess.allowedDomains, ...(networkAccess.devAllowedDomains ?? [])]
}

/** Whether one of the patterns names the address, by the rules of a content security policy, which Figma turns them into. */
export const allows = (patterns: readonly string[], url: URL): boolean =>
  patterns.some((pattern) => pattern !== 'none' && (pattern === '*' || matches(pattern, url)))

function matches(pattern: string, { protocol, hostname, port, pathname }: URL): boolean {
  const parts = PATTERN.exec(pattern)
  if (!parts) return false
  const [, scheme, host = '', wantedPort = '', path = ''] = parts
  if (!fitsScheme(scheme, protocol.slice(0, -1)) || !fitsHost(host.toLowerCase(), hostname)) return false
  if (wantedPort !== port) return false
  return path === '' || (path.endsWith('/') ? pathname.startsWith(path) : pathname === path)
}

/** CSP: a plain scheme also allows its secure twin; without one, that of Figma's own page is meant, which is https. */
function fitsScheme(wanted: string | undefined, scheme: string): boolean {
  if (wanted === undefined) return scheme === 'https' || scheme === 'wss'
  return wanted === scheme || (wanted === 'http' && scheme === 'https') || (wanted === 'ws' && scheme === 'wss')
}

const fitsHost = (wanted: string, hostname: string) =>
  wanted.startsWith('*.') ? hostname.endsWith(wanted.slice(1)) : wanted === hostname

/** Scheme, host, port and path. */
const PATTERN = /^(?:(https?|wss?):\/\/)?((?:\*\.)?[a-z0-9.-]+)(?::(\d+))?(\/\S*)?$/i
