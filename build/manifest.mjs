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
  const fits = URL.canParse(host) && /^https?:$/.test(new URL(host).protocol) && !/[\s;,'"]/.test(host)
  if (!fits) throw new Error(`“${host}” is not an address: write it as https://host/`)
}
