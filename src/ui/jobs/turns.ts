import type { Picture } from '../../shared/picture.ts'
import type { Placed } from '../../shared/protocol.ts'

/** A picture as the parts before left it, and where it lies, if it does. */
export interface Before {
  picture: Picture
  placed?: Placed | undefined
}

/** Reads a picture again from where it was left; undefined if it is gone from there. */
export type Left = () => Promise<Before | undefined>

export type Turns = ReturnType<typeof createTurns>

/**
 * Lets the parts of one picture come back one after the other, each into the picture that has those before it: in whatever
 * order they arrive, none takes another's place.
 */
export function createTurns() {
  const last = new Map<string, Promise<Left | undefined>>()

  return {
    /**
     * `work` gets the picture as the parts before it left it, and says where it left its own. It gets undefined where that is
     * the source itself: also where somebody removed the others meanwhile, and wants the picture without them.
     */
    async take(chain: string, work: (before: Before | undefined) => Promise<Left | undefined>): Promise<void> {
      const before = last.get(chain)
      const mine = (async () => {
        const left = await before
        return (await work(await left?.())) ?? left
      })()
      last.set(
        chain,
        mine.catch(() => before),
      )
      await mine
    },
  }
}
