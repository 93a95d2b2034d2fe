import { urlUnder } from './address.ts'

/** A relay of one's own, which passes requests on to the hosts that it knows. */
export interface Relay {
  /** `https://relay.example.com`, or with a path. */
  address: string
  /** Its access token. It is sent to the relay alone, and the relay passes it on to nobody. */
  token: string
}

/** The way of any request: straight, or by the relay under the name of the host that is meant. */
export function throughRelay(relay: Relay | undefined) {
  if (!relay) return { headers: {}, urlFor: (url: string) => url }
  return {
    headers: tokenHeader(relay),
    urlFor(url: string) {
      const { host, pathname, search } = new URL(url)
      return urlUnder(relay.address, `/pass/${host}${pathname}${search}`)
    },
  }
}

export const tokenHeader = ({ token }: Relay): Record<string, string> => ({ 'x-refill-relay': token.trim() })

/** In which the relay is told where the provider is to call back: it adds the provider's own header. */
export const callbackHeader = (address: string): Record<string, string> => ({ 'x-refill-callback': address })
