import { stopped } from '../../shared/errors.ts'

/**
 * To be awaited between any two layers of a long reading: lets Figma draw now and then. After a wait every layer may be
 * gone. Throws `cancelled` once the reading is no longer wanted.
 */
export interface Pace {
  (): Promise<void>
  /** ms that the reading has held the thread so far: what Figma took to answer is left out. */
  held(): number
}

export function createPace(isWanted: () => boolean): Pace {
  let since = Date.now()
  let last = since
  let held = 0
  async function pace() {
    const now = Date.now()
    // Between two layers there is no more work than that; the rest was an answer that did not come at once.
    held += Math.min(now - last, SLICE)
    last = now
    if (now - since >= SLICE) {
      await pause()
      since = last = Date.now()
    }
    if (!isWanted()) throw stopped()
  }
  return Object.assign(pace, { held: () => held })
}

/** Lets Figma draw, and hear what people do. */
export const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 1))

/** ms that the plugin holds Figma's thread in one go; a frame of the screen is 16. */
export const SLICE = 12
