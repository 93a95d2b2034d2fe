import type { Service } from '../jobs/service.ts'
import { refusal } from './errors.ts'
import { addRoutes } from './routes.ts'
import { show } from './show.ts'

/** PixelDojo, by its model page (2026) and its older document of errors and limits (2025). */
export const pixelDojo: Service = {
  key: 'pd_demo.stand-in',
  headers: ['authorization', 'content-type'],
  keyIn: (headers) => /^Bearer (.+)$/.exec(headers.get('authorization') ?? '')?.[1],
  jobsExpire: true,
  refusal,
  statusPath: (id) => `/api/v1/jobs/${id}`,
  words: { waiting: 'pending', working: 'processing', done: 'completed', failed: 'failed', broken: 'failed' },
  oddWord: 'reticulating',
  show,
  addRoutes,
}
