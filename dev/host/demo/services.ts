import { isPassed } from '../server/start-relay.ts'

/** What the demo has to know of a provider to have it edit: the rest is the panel's. */
export interface Service {
  /** The provider's id in the panel, and what it is called. */
  id: 'lumenfall' | 'pixeldojo' | 'pixazo' | 'openai'
  label: string
  /** Where the real one answers, where it takes edits, and the headers that a page has to be allowed to send there. */
  origin: string
  edits: string
  headers: readonly string[]
  /** Of the real one's key. */
  keyName: string
  keyPage: string
}

/** Throws one sentence for a provider that there is none of. */
export function serviceNamed(id: string): Service {
  const found = SERVICES.find((service) => service.id === id)
  if (found) return found
  throw new Error(`There is no provider “${id}”: there are ${SERVICES.map((service) => service.id).join(', ')}.`)
}

/** Throws one sentence for a provider that no relay passes anything on to. */
export function assertPassed({ label, origin }: Service) {
  if (isPassed(new URL(origin).host)) return
  throw new Error(`The relay passes nothing on to ${label}: leave --relay out.`)
}

export const SERVICES: readonly Service[] = [
  {
    ...{ id: 'lumenfall', label: 'Lumenfall', origin: 'https://api.lumenfall.ai' },
    ...{ edits: '/openai/v1/images/edits', headers: ['authorization'] },
    ...{ keyName: 'LUMENFALL_API_KEY', keyPage: 'lumenfall.ai/app/api_keys' },
  },
  {
    ...{ id: 'pixeldojo', label: 'PixelDojo', origin: 'https://pixeldojo.ai' },
    ...{ edits: '/api/v1/models/p-image-edit/run', headers: ['authorization', 'content-type'] },
    ...{ keyName: 'PIXELDOJO_API_KEY', keyPage: 'pixeldojo.ai/api-platform' },
  },
  {
    ...{ id: 'pixazo', label: 'Pixazo', origin: 'https://gateway.pixazo.ai' },
    ...{ edits: '/p-image/v1/p-image-edit/generate', headers: ['content-type', 'ocp-apim-subscription-key'] },
    ...{ keyName: 'PIXAZO_API_KEY', keyPage: 'api.pixazo.ai' },
  },
  {
    ...{ id: 'openai', label: 'OpenAI', origin: 'https://api.openai.com' },
    ...{ edits: '/v1/images/edits', headers: ['authorization'] },
    ...{ keyName: 'OPENAI_API_KEY', keyPage: 'platform.openai.com/api-keys' },
  },
]
