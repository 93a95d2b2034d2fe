/**
 * Hosts of one's own, every host, or servers on this machine.
 * @typedef {{ allow?: string[], anyHost?: boolean, local?: string[] }} Network
 */

/**
 * The manifest for this build.
 * @param {any} manifest
 * @param {Network} network
 */
export function manifestFor(manifest, { allow = [], anyHost = false, local = [] } = {}) {
  const { allowedDomains, devAllowedDomains, reasoning } = manifest.networkAccess
  for (const host of [...allow, ...local]) assertHost(host)
  const networkAccess = anyHost
    ? { allowedDomains: ['*'], reasoning: `${reasoning} Built for own use with any host.` }
    : {
        allowedDomains: [...new Set([...allowedDomains, ...allow])],
        reasoning,
        devAllowedDomains: [...new Set([...devAllowedDomains, ...local])],
      }
  return { ...manifest, networkAccess }
}

function assertHost(host) {
  const { protocol, hostname } = URL.canParse(host) ? new URL(host) : {}
  // The panel sends a key nowhere else.
  const isSafe = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname))
  const fits = isSafe && !/[\s;,'"]/.test(host)
  if (!fits) throw new Error(`“${host}” is not an address: write it as https://host/`)
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']
