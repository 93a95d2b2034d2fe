import { setMaxListeners } from 'node:events'

/** What ends every wait when its server stops. As many requests wait as there are: Node would take eleven for a leak. */
export function createStopper(): AbortController {
  const stopper = new AbortController()
  setMaxListeners(0, stopper.signal)
  return stopper
}
