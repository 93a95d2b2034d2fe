import type { Service } from '../jobs/service.ts'
import { refusal } from './errors.ts'
import { addRoutes } from './routes.ts'
import { show } from './show.ts'

/** Pixazo's gateway, by its page of P Image. */
export const pixazo: Service = {
  key: 'pixazo-demo.stand-in',
  headers: ['ocp-apim-subscription-key', 'content-type'],
  keyIn: (headers) => headers.get('ocp-apim-subscription-key') ?? undefined,
  jobsExpire: false,
  refusal,
  statusPath: (id) => `/v2/requests/status/${id}`,
  words: { waiting: 'QUEUED', working: 'PROCESSING', done: 'COMPLETED', failed: 'FAILED', broken: 'ERROR' },
  oddWord: 'THROTTLED',
  show,
  addRoutes,
}
