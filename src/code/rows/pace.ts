import { AppError } from '../../shared/errors.ts'

/**
 * To be awaited between any two layers of a long reading: lets Figma draw now and then. After a wait every layer may be
 * gone. Throws `cancelled` once the reading is no longer wanted.
 */
export type Pace = () => Promise<void>

export function createPace(isWanted: () => boolean): Pace {
  let since = Date.now()
  return async () => {
    if (Date.now() - since >= SLICE) {
      await new Promise((resolve) => setTimeout(resolve, 1))
      since = Date.now()
    }
    if (!isWanted()) throw new AppError('cancelled', 'Stopped.')
  }
}

/** ms; a frame of the screen is 16. */
const SLICE = 12
