import type { Connection } from '../../shared/channel.ts'
import { AppError, stopped, toAppError } from '../../shared/errors.ts'
import type { Picture } from '../../shared/picture.ts'
import type { Commands, Events } from '../../shared/protocol.ts'
import type { Codec } from '../image/codec.ts'
import type { Recipe } from '../image/recipe.ts'
import { FEWER_RESULTS } from '../texts/answers.ts'
import type { Ahead } from './ahead.ts'
import type { Departures } from './departures.ts'
import { type Answer, type Step, toSend } from './edit-layer.ts'
import type { Line } from './line.ts'
import { askNext } from './next-ask.ts'
import { createPlacing, type Finished } from './placing.ts'
import type { Job } from './plan.ts'
import type { Reader } from './reader.ts'
import { createRequest, type Request } from './request.ts'
import type { Ask, Member, RowListener } from './row-listener.ts'
import type { Rush } from './rush.ts'
import type { Before, Turns } from './turns.ts'
import type { Adopt, Twins } from './twins.ts'
import { keepingJob } from './upscale-job.ts'
import type { ReachHooks, Way } from './way.ts'

export interface AskServices {
  code: Pick<Connection<Commands, Events>, 'call'>
  codec: Codec
  /** Room for pictures that are made ready, slots for requests, and room for what has come and is not placed yet. */
  ready: Line
  line: Line
  room: Line
  departures: Departures
  reader: Reader
  ahead: Pick<Ahead, 'take'>
  twins: Twins
  turns: Turns
  rush: Pick<Rush, 'begin'>
  /** May throw `settings`. */
  reach(hooks: ReachHooks, job: Job): Way
  /** Settles when the request may be made, as far as money and a pause go. */
  mayAsk(job: Job, signal: AbortSignal): Promise<void>
  /** Whether a request that waits to be made once more keeps its slot: others would only wait there for what it costs. */
  keepsSlots(): boolean
  listener: RowListener
}

/**
 * What one or several rows ask for, from the picture of the first to the fill on each. Stop ends what is not made yet; a
 * request that is made goes on *detached*, without its slot, and what comes is told to the stopped rows. Longer than other
 * files, because all of it turns on who still wants what.
 */
export function createAsk(asking: readonly Member[], services: AskServices): Ask {
  const { code, codec, ready, line, room, departures, reader, ahead, twins, turns, rush, listener } = services
  const members = [...asking]
  let unread = asking
  const wanted = new Set(asking.map(({ id }) => id))
  let step: Step = 'reading'
  let isOpen = true

  const all = () => members.map(({ id }) => id)
  const { mayAsk, reach, keepsSlots } = services
  const ways = { line, room, departures, listener, mayAsk, reach, keepsSlots }
  const first = createRequest({
    ...{ ...ways, rows: all, wanted: () => [...wanted] },
    onMade: () => reached('editing'),
  })
  const { signal } = first
  /** What is asked for the pictures that came, by which they are. */
  const later = new Map<number, Request>()
  const isWanted = ({ id }: Member) => wanted.has(id)

  function reached(next: Step, ids: readonly number[] = [...wanted]) {
    step = next
    listener.step(ids, next)
  }
  function fail(id: number, thrown: unknown) {
    if (wanted.delete(id)) listener.failed(id, toAppError(thrown))
  }

  /** Of the first row whose layer still has the picture; the others then need not have it. */
  async function ofFirst<T>(work: (job: Job) => Promise<T>): Promise<T> {
    let failure: unknown
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
    throw failure ?? stopped()
  }

  async function request({ job }: Member) {
    let recipe: Recipe | undefined
    const way = first.way(job, () => recipe!.framed)
    recipe = await prepared(job)
    if (!recipe) return undefined
    return { answers: await first.ask(job, recipe, way), recipe }
  }

  /** The picture as it is sent, and a slot to send it; undefined where another request serves these rows. */
  async function prepared(job: Job): Promise<Recipe | undefined> {
    const readying = await ready.enter({ signal })
    // Its slot is not free yet: there is time to let those leave that have one.
    if (!line.isFree) await departures.over()
    const settled = rush.begin()
    try {
      reached('reading')
      const before = await ahead.take(job)
      const source = before?.source ?? (await ofFirst(reader.read))
      if (await twins.joined(members.filter(isWanted), source.bytes, adopt)) return undefined
      listener.source(all(), source)
      const [recipe] = await Promise.all([
        before?.recipe ?? toSend(source, job, { codec, signal }),
        ofFirst(reader.confirm),
      ])
      release()
      settled()
      if (!line.isFree) reached('waiting')
      await first.enter()
      return recipe
    } finally {
      settled()
      readying.leave()
    }
  }

  const jobOf = (which: number) => members.find(({ job }) => job.picture === which)!.job
  const getting = (which: number) => members.flatMap(({ id, job }) => (job.picture === which ? id : []))
  const placing = createPlacing({ code, members, wanted, listener, fail })

  async function finish(answer: Answer, { recipe, which }: { recipe: Recipe; which: number }) {
    listener.answered(getting(which), answer)
    const settled = rush.begin()
    try {
      const finished = await finishing(answer, { recipe, which })
      const { chain } = jobOf(which)
      const place = async (before?: Before) => placing.place(which, await finished(before?.picture), before?.placed)
      await (chain === undefined ? place() : turns.take(chain, place))
    } catch (thrown) {
      for (const id of getting(which)) fail(id, thrown)
    } finally {
      later.get(which)?.done()
      settled()
    }
  }

  /** All but putting a part back into its picture, for which it waits its turn. */
  async function finishing({ file, made }: Answer, { recipe, which }: { recipe: Recipe; which: number }) {
    const { piece, back } = recipe
    if (!piece || !keepingJob(jobOf(which))) {
      if (piece) return async (into?: Picture): Promise<Finished> => ({ picture: await back(file, into), made })
      const { likeness, ...picture } = await back(file)
      const finished = await last({ picture, made, likeness }, which)
      return async () => finished
    }
    const larger = await last({ picture: await piece.cut(file), made }, which)
    return async (into?: Picture): Promise<Finished> => ({ ...larger, picture: await piece.join(larger.picture, into) })
  }

  /** What is placed: the picture itself, or what a second request makes of it. */
  async function last(finished: Finished, which: number): Promise<Finished> {
    const rows = () => getting(which)
    const stillWanted = () => rows().filter((id) => wanted.has(id))
    const job = jobOf(which)
    // Only what was in the price: an answer that is smaller than it should be is no reason to pay more.
    const next = keepingJob(job) && keepingJob(job, finished.picture)
    if (!next || stillWanted().length === 0) return finished
    const request = createRequest({
      ...{ ...ways, rows, wanted: stillWanted },
      // What is remembered is the job that gave this picture: it is enough to bring it back, and this one alone is not.
      listener: { ...listener, began() {} },
      onMade: () => reached('enlarging', stillWanted()),
    })
    later.set(which, request)
    // Its room is for what comes of others: they keep their slots until there is some.
    first.done()
    return askNext(finished, next, { request, codec, listener, rows })
  }

  const adopt: Adopt = async (others) => {
    const open = isOpen && wanted.size > 0
    const found = isOpen ? undefined : await placing.found(others[0]!)
    // One that was stopped is not begun anew for others.
    if (!open && !found) return false
    members.push(...others)
    for (const { id } of others) wanted.add(id)
    listener.shared(members, self)
    if (open) {
      listener.step(
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
        await first.come()
        const { answers, recipe } = answered
        await Promise.all(answers.map((answer, which) => finish(answer, { recipe, which })))
        for (const id of wanted) fail(id, FEWER)
      } catch (thrown) {
        for (const id of all()) fail(id, thrown)
      } finally {
        isOpen = false
        first.done()
        release()
      }
    },
    stop(id) {
      if (!wanted.delete(id)) return
      placing.stop(id)
      const requests = [...later.values()]
      for (const { giveUp } of requests) giveUp()
      // What one of them brings is still to come.
      if (wanted.size > 0 || requests.some(({ isMade }) => isMade)) return
      first.giveUp()
      release()
    },
    get isOpen() {
      return isOpen && !signal.aborted
    },
  }
  return self
}

const FEWER = new AppError('provider', FEWER_RESULTS)
