import type { Entry } from './log.ts'

/** What Hono carries along with a request. */
export interface Env {
  Bindings: object
  Variables: { entry: Entry }
}
