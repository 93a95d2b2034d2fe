import type { Manifest } from '../../figma/editor.ts'

/**
 * The content security policy that the manifest's `networkAccess` gives the plugin's iframe. Figma's own text starts
 * `default-src data: blob: <hosts>`; its script and style parts are not documented and are the least that lets ours run:
 * no text becomes code (`unsafe-eval`), which may be stricter than Figma.
 */
export function cspOf({ networkAccess }: Pick<Manifest, 'networkAccess'>, { dev }: { dev: boolean }): string {
  const { allowedDomains, devAllowedDomains = [] } = networkAccess ?? { allowedDomains: ['*'] }
  const domains = [...allowedDomains, ...(dev ? devAllowedDomains : [])].filter((domain) => domain !== 'none')
  for (const domain of domains) assertDomain(domain)
  const sources = ['data:', 'blob:', ...new Set(domains)].join(' ')
  return [
    `default-src ${sources}`,
    `script-src 'unsafe-inline' ${sources}`,
    `style-src 'unsafe-inline' ${sources}`,
  ].join('; ')
}

/** Figma: only http, https, ws and wss are taken. Anything that could end a directive would loosen the policy. */
function assertDomain(domain: string) {
  if (!DOMAIN.test(domain)) {
    throw new Error(`“${domain}” in the manifest's networkAccess is not a host: write it as https://host/`)
  }
}

const DOMAIN = /^((https?|wss?):\/\/)?(\*|(\*\.)?[a-z0-9.-]+|\[[0-9a-f:]+\])(:\d+)?(\/[^\s;,'"<>]*)?$/i
