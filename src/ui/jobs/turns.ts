import type { Connection } from '../../shared/channel.ts'
import type { Picture } from '../../shared/picture.ts'
import type { Commands, Events } from '../../shared/protocol.ts'

/** A placed picture, from where it can be read again. */
interface Lying {
  on: string
  hash: string
}

export type Turns = ReturnType<typeof createTurns>

/**
 * Lets the parts of one picture come back one after the other, each into the picture that has those before it: in whatever
 * order they arrive, none takes another's place.
 */
export function createTurns(code: Pick<Connection<Commands, Events>, 'call'>) {
  const last = new Map<string, Promise<Lying | undefined>>()

  async function read({ on, hash }: Lying): Promise<Picture | undefined> {
    // Whoever removed it meanwhile wants the picture without it.
    return code.call('readImage', { id: on, hash, anyLayer: true }).catch(() => undefined)
  }

  return {
    /**
     * `work` gets the picture as the parts before it left it, undefined where that is the source itself, and says where its
     * own lies, if it was placed.
     */
    async take(chain: string, work: (into: Picture | undefined) => Promise<Lying | undefined>): Promise<void> {
      const before = last.get(chain)
      const mine = (async () => {
        const lying = await before
        return (await work(lying && (await read(lying)))) ?? lying
      })()
      last.set(
        chain,
        mine.catch(() => before),
      )
      await mine
    },
  }
}
