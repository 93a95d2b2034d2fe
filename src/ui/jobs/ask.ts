import type { Connection } from '../../shared/channel.ts'
import { AppError, toAppError } from '../../shared/errors.ts'
import type { Picture } from '../../shared/picture.ts'
import type { Commands, Events } from '../../shared/protocol.ts'
import type { Codec } from '../image/codec.ts'
import type { Recipe } from '../image/recipe.ts'
import type { Ahead } from './ahead.ts'
import { type Answer, askProvider, type Step, toSend } from './edit-layer.ts'
import type { Line, Slot } from './line.ts'
import { createPlacing } from './placing.ts'
import type { Job } from './plan.ts'
import type { Reader } from './reader.ts'
import type { Rush } from './rush.ts'
import type { Ask, Member, Told } from './told.ts'
import type { Adopt, Twins } from './twins.ts'
import type { ReachHooks, Way } from './way.ts'

export interface AskServices {
  code: Pick<Connection<Commands, Events>, 'call'>
  codec: Codec
  /** Room for pictures that are made ready, slots for requests, and room for what has come and is not placed yet. */
  ready: Line
  line: Line
  room: Line
  reader: Reader
  ahead: Pick<Ahead, 'take'>
  twins: Twins
  rush: Pick<Rush, 'begin'>
  /** May throw `settings`. */
  reach(hooks: ReachHooks): Way
  /** Settles when the request may be made, as far as money and a pause go. */
  mayAsk(job: Job, signal: AbortSignal): Promise<void>
  told: Told
}

/**
 * One request to a provider for one or several rows, from the picture of the first to the fill on each. What Stop may
 * end without a loss depends on how far it is: everything before the request is made, and while it waits to be made once
 * more; nothing afterwards. It then goes on *detached*, without its slot, and what comes is told to the stopped rows.
 * Longer than other files, because all of it turns on that one state.
 */
export function createAsk(first: readonly Member[], services: AskServices): Ask {
  const { code, codec, ready, line, room, reader, ahead, twins, rush, told } = services
  const members = [...first]
  let unread: readonly Member[] = first
  const wanted = new Set(first.map(({ id }) => id))
  const drop = new AbortController()
  const { signal } = drop
  let slot: Slot | undefined
  /** A place among what has come. */
  let place: Promise<Slot> | undefined
  let step: Step = 'reading'
  let isMade = false
  let isOpen = true

  const all = () => members.map(({ id }) => id)
  const isWanted = ({ id }: Member) => wanted.has(id)

  async function enter(again: boolean) {
    slot = await line.enter({ signal, again })
  }
  function leave() {
    slot?.leave()
    slot = undefined
  }
  /** What comes faster than it is placed would pile up: the next request waits for room. */
  function come() {
    place ??= room.enter().then((entered) => {
      leave()
      return entered
    })
    return place
  }
  function reached(next: Step) {
    step = next
    told.step([...wanted], next)
  }
  function fail(id: number, thrown: unknown) {
    if (wanted.delete(id)) told.failed(id, toAppError(thrown))
  }

  /** Of the first row whose layer still has the picture; the others then need not have it. */
  async function ofFirst<T>(work: (job: Job) => Promise<T>): Promise<T> {
    let failure: unknown = new AppError('cancelled', 'Stopped.')
    for (const { job } of members.filter(isWanted)) {
      try {
        const done = await work(job)
        signal.throwIfAborted()
        return done
      } catch (thrown) {
        failure = thrown
        if (toAppError(thrown).fault !== 'layer') break
      }
    }
    throw failure
  }

  async function request({ job }: Member) {
    let recipe: Recipe | undefined
    const way = services.reach({
      signal,
      onWait(wait) {
        isMade = false
        if (wanted.size === 0) return drop.abort()
        leave()
        told.waits([...wanted], wait)
      },
      onCome: () => void come(),
      onJob: (open) => told.began(all(), job, { open, framed: recipe!.framed }),
      assertWanted() {
        if (wanted.size === 0) throw new AppError('cancelled', 'Stopped.')
      },
      async beforeRepeat() {
        await enter(true)
        await services.mayAsk(job, signal)
        isMade = true
        reached('editing')
      },
    })
    recipe = await prepared(job)
    if (!recipe) return undefined
    const { sent, back } = recipe
    await services.mayAsk(job, signal)
    signal.throwIfAborted()
    isMade = true
    reached('editing')
    told.sent(all(), job)
    return { answers: await asked(job, sent, way), back }
  }

  /** The picture as it is sent, and a slot to send it; undefined where another request serves these rows. */
  async function prepared(job: Job): Promise<Recipe | undefined> {
    const readying = await ready.enter({ signal })
    const settled = rush.begin()
    try {
      reached('reading')
      const before = await ahead.take(job)
      const source = before?.source ?? (await ofFirst(reader.read))
      if (await twins.joined(members.filter(isWanted), source.bytes, adopt)) return undefined
      told.source(all(), source)
      const [recipe] = await Promise.all([
        before?.recipe ?? toSend(source, job, { codec, signal }),
        ofFirst(reader.confirm),
      ])
      release()
      settled()
      if (!line.isFree) reached('waiting')
      await enter(false)
      return recipe
    } finally {
      settled()
      readying.leave()
    }
  }

  async function asked(job: Job, sent: Picture, way: Way): Promise<Answer[]> {
    try {
      const answers = await askProvider(job, sent, way).catch(async (thrown) => {
        const other = wanted.size === 0 ? undefined : way.otherwise?.(thrown)
        if (!other) throw thrown
        await services.mayAsk(job, signal)
        return askProvider(job, sent, other)
      })
      told.ended(all(), job, { answers })
      return answers
    } catch (thrown) {
      told.ended(all(), job, { error: toAppError(thrown) })
      throw thrown
    } finally {
      isMade = false
    }
  }

  const placing = createPlacing({ code, members, wanted, told, fail })

  async function finish(answer: Answer, { back, which }: { back: Recipe['back']; which: number }) {
    const getting = () => members.flatMap(({ id, job }) => (job.picture === which ? id : []))
    told.answered(getting(), answer)
    const settled = rush.begin()
    try {
      const picture = await back(answer.file)
      await placing.place(which, { picture, made: answer.made })
    } catch (thrown) {
      for (const id of getting()) fail(id, thrown)
    } finally {
      settled()
    }
  }

  const adopt: Adopt = async (others) => {
    const open = isOpen && wanted.size > 0
    const found = isOpen ? undefined : await placing.found(others[0]!)
    // One that was stopped is not begun anew for others.
    if (!open && !found) return false
    members.push(...others)
    for (const { id } of others) wanted.add(id)
    told.shared(members, self)
    if (open) {
      told.step(
        others.map(({ id }) => id),
        step,
      )
      for (const member of others) placing.catchUp(member)
    }
    if (open) return true
    for (const member of others) {
      const finished = member === others[0] ? found : await placing.found(member)
      if (finished) await placing.placeLate(member, finished)
      else fail(member.id, FEWER)
    }
    return true
  }

  function release() {
    for (const { job } of unread) reader.release(job)
    unread = []
  }

  const self: Ask = {
    async perform() {
      try {
        const answered = await request(members[0]!)
        if (!answered) return
        await come()
        const { answers, back } = answered
        await Promise.all(answers.map((answer, which) => finish(answer, { back, which })))
        for (const id of wanted) fail(id, FEWER)
      } catch (thrown) {
        for (const id of all()) fail(id, thrown)
      } finally {
        isOpen = false
        leave()
        void place?.then((entered) => entered.leave())
        release()
      }
    },
    stop(id) {
      if (!wanted.delete(id)) return
      placing.stop(id)
      if (wanted.size > 0) return
      leave()
      if (isMade) return
      drop.abort()
      release()
    },
    get isOpen() {
      return isOpen && !signal.aborted
    },
  }
  return self
}

const FEWER = new AppError('provider', 'The provider sent fewer pictures than it was asked for.')
