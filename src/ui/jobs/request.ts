import { stopped, toAppError } from '../../shared/errors.ts'
import type { Framed, Recipe } from '../image/recipe.ts'
import type { AskServices } from './ask.ts'
import { type Answer, askProvider } from './edit-layer.ts'
import type { Slot } from './line.ts'
import type { Job } from './plan.ts'
import type { Way } from './way.ts'

interface RequestServices
  extends Pick<AskServices, 'line' | 'room' | 'departures' | 'mayAsk' | 'keepsSlots' | 'listener' | 'reach'> {
  /** All rows that it serves, and those of them that still want what comes. */
  rows(): number[]
  wanted(): readonly number[]
  /** It is made, for the first time or once more. */
  onMade(): void
}

export type Request = ReturnType<typeof createRequest>

/**
 * One request to a provider: its slot, whether it may be made, and what Stop may end without a loss. That depends on how
 * far it is: everything before it is made, and while it waits to be made once more; nothing afterwards.
 */
export function createRequest({
  line,
  room,
  departures,
  listener,
  rows,
  wanted,
  onMade,
  ...services
}: RequestServices) {
  const { mayAsk, keepsSlots, reach } = services
  const stop = new AbortController()
  const { signal } = stop
  let slot: Slot | undefined
  /** A place among what has come. */
  let place: Promise<Slot> | undefined
  let isMade = false

  async function enter(again = false) {
    slot = await line.enter({ signal, again })
  }
  function leave() {
    slot?.leave()
    slot = undefined
  }
  /** What comes faster than it is placed would pile up: the slot is kept until there is room. */
  function come() {
    place ??= room.enter().then((entered) => {
      leave()
      return entered
    })
    return place
  }
  async function make(job: Job) {
    await mayAsk(job, signal)
    signal.throwIfAborted()
    isMade = true
    onMade()
    departures.leaves()
  }

  return {
    signal,
    /** It cannot be taken back any more. */
    get isMade() {
      return isMade
    },
    /** A slot to send it. `again`: before all that wait for their first time. */
    enter,
    /** Room for what has come. */
    come,
    /** What came is placed, or goes to the next request. */
    done() {
      leave()
      void place?.then((entered) => entered.leave())
    },
    /** Rows were stopped: what none of them wants any more leaves its slot, and ends if it is not made yet. */
    giveUp() {
      if (wanted().length > 0) return
      leave()
      if (!isMade) stop.abort(NOT_WANTED)
    },
    /** The way to the provider. `framed`: how to cut what comes of it. Throws `settings`. */
    way: (job: Job, framed: () => Framed): Way =>
      reach(
        {
          signal,
          onWait(wait) {
            isMade = false
            if (wanted().length === 0) return stop.abort(NOT_WANTED)
            if (!keepsSlots()) leave()
            listener.waits(wanted(), wait)
          },
          onCome() {
            void come()
            // The next request has its slot now, and goes before what has come is read.
            return departures.over()
          },
          onJob: (open) => listener.began(rows(), job, { open, framed: framed() }),
          assertWanted() {
            if (wanted().length === 0) throw NOT_WANTED
          },
          async beforeRepeat() {
            // What has come has room, for which those in the slots may wait.
            if (!slot && !place) await enter(true)
            await make(job)
          },
        },
        job,
      ),
    /** One answer for each picture that came. */
    async ask(job: Job, { sent, mask }: Pick<Recipe, 'sent' | 'mask'>, way: Way): Promise<Answer[]> {
      await make(job)
      listener.sent(rows(), job)
      try {
        const answers = await askProvider(job, sent, way, mask).catch(async (thrown) => {
          const other = wanted().length === 0 ? undefined : way.otherwise?.(thrown)
          if (!other) throw thrown
          // What was refused is over: until it is asked anew, Stop may end it.
          isMade = false
          await make(job)
          return askProvider(job, sent, other, mask)
        })
        listener.ended(rows(), job, { answers })
        return answers
      } catch (thrown) {
        listener.ended(rows(), job, { error: toAppError(thrown) })
        throw thrown
      } finally {
        isMade = false
      }
    },
  }
}

/** One for all: with a thousand rows, as many traces of where each was stopped take a moment that Stop does not have. */
const NOT_WANTED = stopped()
