import type { Connection } from '../../shared/channel.ts'
import type { Commands, Events } from '../../shared/protocol.ts'

type Code = Pick<Connection<Commands, Events>, 'call'>

/** The sandbox, with an eye on what it is placing: what was stopped meanwhile may be written all the same. */
export function createPlacements({ call }: Code) {
  const open = new Set<Promise<unknown>>()
  const watched: Code['call'] = (name, ...given) => {
    const answer = call(name, ...given)
    if (name === 'placeImage' || name === 'placeVariant') {
      open.add(answer)
      const forget = () => open.delete(answer)
      answer.then(forget, forget)
    }
    return answer
  }

  return {
    code: { call: watched } satisfies Code,
    /** At once, or when the rows know what the sandbox has written. */
    whenWritten(work: () => void) {
      if (open.size === 0) return work()
      // The rows hear of an answer in the same turn.
      void Promise.allSettled(open).then(() => setTimeout(work))
    },
  }
}
