import { batch, computed, effect, untracked } from '@preact/signals'
import type { Connection } from '../../shared/channel.ts'
import type { Commands, Events } from '../../shared/protocol.ts'
import type { Codec } from '../image/codec.ts'
import type { Ahead } from '../jobs/ahead.ts'
import { createAsk } from '../jobs/ask.ts'
import { byRequest } from '../jobs/by-request.ts'
import type { Images } from '../jobs/images.ts'
import type { Job } from '../jobs/plan.ts'
import { createReader, type Reader } from '../jobs/reader.ts'
import type { Rush } from '../jobs/rush.ts'
import { createTurns } from '../jobs/turns.ts'
import { createTwins } from '../jobs/twins.ts'
import type { ReachHooks, Way } from '../jobs/way.ts'
import { isLocal } from '../providers/local-model.ts'
import type { Money } from '../providers/provider.ts'
import { announcedText } from '../texts/run.ts'
import { createAnnouncer } from './announcer.ts'
import { createClock, timeLeft } from './clock.ts'
import { createGate, type HoldReason } from './gate.ts'
import type { JournalServices } from './journal.ts'
import { createLent } from './lent.ts'
import { createLentPlacing } from './lent-placing.ts'
import type { LooksModel } from './looks.ts'
import { createOpenRequests, type OpenRequestsServices } from './open-requests.ts'
import { createPlacements } from './placements.ts'
import { createPlacingByHand } from './placing-by-hand.ts'
import { createProceeds } from './proceeds.ts'
import { createRunLayers } from './run-layers.ts'
import { createListener } from './run-listener.ts'
import { createRunPrices } from './run-prices.ts'
import { isSettled, type RunRow } from './run-row.ts'
import { createRunRows } from './run-rows.ts'
import { createSlots } from './slots.ts'
import type { RunSettings } from './stored-settings.ts'
import { settledIn } from './tally.ts'
import { isRetriable } from './unsure.ts'
import { createVariantPlacing } from './variant-placing.ts'

export interface RunServices {
  code: Pick<Connection<Commands, Events>, 'call'>
  codec: Codec
  images?: Images
  ahead?: Pick<Ahead, 'take'>
  /** Who is asked for the job, and the way there, as the settings stand. Throws `settings`. */
  reach(hooks: ReachHooks, job: Job): Way
  /** Followed while a run goes. */
  settings(): RunSettings
  /** Of one request, as far as it was asked for. */
  priceOf(job: Job): Money | undefined
  rush: Pick<Rush, 'begin'>
  looks: Pick<LooksModel, 'offerBefore' | 'offerAfter'>
  saveJournal: JournalServices['save']
  jobs: Pick<OpenRequestsServices, 'store' | 'onLeft'>
  onEnd(): void
}

/** Why nothing new is asked for, and how many rows that leaves. */
export type Hold = HoldReason & { left: number }

export type RunModel = ReturnType<typeof createRun>

/**
 * A run: its rows, and what may be done to them. Longer than other files because it joins what the parts in `jobs` and
 * beside it do; each of those is small.
 */
export function createRun({
  code: sandbox,
  codec,
  images,
  ahead = NOTHING_AHEAD,
  reach,
  settings,
  priceOf,
  rush,
  looks,
  saveJournal,
  jobs,
  onEnd,
}: RunServices) {
  const { code, whenWritten } = createPlacements(sandbox)
  const rows = createRunRows()
  const proceeds = createProceeds()
  const clock = createClock()
  const lent = createLent()
  const prices = createRunPrices((job) => {
    const price = priceOf(job)
    return price && lent.of(job) ? { ...price, amount: 0 } : price
  })
  const gate = createGate({ priceOf: prices.of, ceiling: () => settings().ceiling })
  const requests = createOpenRequests({ saveJournal, ...jobs })
  const slots = createSlots()
  const busy = computed(() => rows.tally.value.waiting + rows.tally.value.underWay > 0)
  const announcer = createAnnouncer(() => announcedText(rows.tally.peek()))
  let twins = createTwins()
  let turns = createTurns()

  const listener = createListener({
    rows,
    proceeds,
    looks,
    requests,
    lent,
    waited: slots.refused,
    variants: { gather: (id) => variants.gather(id), look: (id) => variants.look(id) },
    over(job, outcome) {
      const isAnswered = 'answers' in outcome
      const edited = isAnswered ? outcome.answers[0]?.edited : undefined
      // Where it does not say what it charged, the ceiling goes by the price.
      gate.ended(job, edited && !isLocal(job) ? (edited.cost ?? prices.of(job)) : undefined)
      if (isAnswered) slots.answered()
      else if (outcome.error.fault === 'funds') gate.hold({ why: 'funds' })
    },
  })

  const variants = createVariantPlacing({ code, rows, looks, placed: listener.placed })

  effect(() => slots.set(settings().parallel))
  effect(() => {
    const isHeld = gate.held.value !== undefined
    if (isHeld) slots.line.pause()
    else slots.line.resume()
    if (isHeld) clock.pause()
    else clock.resume()
  })
  let wasBusy = false
  effect(() => {
    if (busy.value === wasBusy) return
    wasBusy = busy.value
    untracked(wasBusy ? announcer.start : end)
  })
  let ends = 0
  function end() {
    gate.clear()
    clock.end()
    const own = ++ends
    // What was stopped while it was placed may turn out to be done: what is said of the run waits for that, Stop does not.
    whenWritten(() => {
      // Another one that began meanwhile tells of this one's rows as well.
      if (busy.peek() || own !== ends) return
      announcer.stop()
      onEnd()
    })
  }

  /** One request for these rows, to its end. */
  async function ask(group: readonly RunRow[], reader: Reader) {
    const members = group.map(({ id, job }) => ({ id, job }))
    const made = createAsk(members, {
      ...{
        code,
        codec,
        ready: slots.ready,
        line: slots.line,
        room: slots.room,
        departures: slots.departures,
        reader,
        ahead,
        twins,
        turns,
        rush,
        listener,
        mayAsk: gate.mayAsk,
        keepsSlots: () => settings().ceiling !== undefined,
      },
      reach(hooks, job) {
        const way = reach(hooks, job)
        requests.reachedBy(job, way)
        return way
      },
    })
    requests.serve(members, made)
    if (members.length > 1) listener.shared(members, made)
    await made.perform()
    requests.forget(members)
  }

  const { place, placeAgain, placeBeside } = createPlacingByHand({
    ...{ code, rows, variants, whenWritten },
    placed: listener.placed,
  })
  const { placeLent, markTaken } = createLentPlacing({ rows, requests, lent, place })

  async function perform(added: readonly RunRow[]) {
    variants.add(added)
    const reader = createReader(
      code,
      added.map(({ job }) => job),
      images,
    )
    for (const group of byRequest(added, ({ job }) => job)) {
      const picture = lent.of(group[0]!.job)
      void (picture ? placeLent(group, picture) : ask(group, reader))
    }
    await Promise.all(added.map(({ id }) => rows.whenSettled(id)))
  }

  /** Runs the jobs: a new run, or more of the one that goes on. One that fails does not touch the others. */
  async function start(jobs: readonly Job[]) {
    const anew = !busy.peek()
    const added = batch(() => {
      prices.add(jobs, { anew })
      if (anew) {
        twins = createTwins()
        turns = createTurns()
        gate.begin()
        clock.begin()
      }
      const begun = rows.begin(jobs, { anew })
      if (anew) proceeds.begin(rows.all.peek().flatMap(({ costs }) => costs ?? []))
      return begun
    })
    await perform(added)
  }

  /** More of the run of several prompts that there is, also where that has ended: what its cells came to stays in sight. */
  async function add(jobs: readonly Job[]) {
    if (busy.peek() || !rows.all.peek().some(({ job }) => job.column)) return start(jobs)
    const added = batch(() => {
      prices.add(jobs, { anew: false })
      clock.goOn()
      return rows.begin(jobs, { anew: false })
    })
    await perform(added)
  }

  /** The same jobs once more, in the same places; a picture that is there is not paid for again. */
  async function retryAll(ids: readonly number[]) {
    const added = rows.beginAgain(new Set(ids))
    if (added.length === 0) return
    clock.goOn()
    await perform(added)
  }

  function stopRow(id: number) {
    const row = rows.find(id)
    if (!row || isSettled(row.state)) return
    const ask = requests.askOf(id)
    ask?.stop(id)
    requests.stopped(id)
    rows.change(id, {
      state: { at: 'stopped' },
      endedAt: Date.now(),
      waitsUntil: undefined,
      isDetached: ask?.isOpen ?? false,
    })
    variants.stopped(id)
  }

  const fundless = () => rows.all.value.filter(({ state }) => state.at === 'failed' && state.error.fault === 'funds')
  const hold = computed((): Hold | undefined => {
    const held = gate.held.value
    const { waiting, underWay } = rows.tally.value
    return held && { ...held, left: waiting + underWay + (held.why === 'funds' ? fundless().length : 0) }
  })
  return {
    list: rows.list,
    arrived: rows.arrived,
    rows: rows.all,
    tally: rows.tally,
    settled: computed(() => settledIn(rows.tally.value)),
    busy,
    hold,
    startedAt: clock.startedAt,
    endedAt: clock.endedAt,
    /** ms without the pauses. */
    elapsed: clock.elapsed,
    /** ms, from what has ended; undefined while that says too little. */
    timeLeft(now: number) {
      const { waiting, underWay, ...tally } = rows.tally.value
      return timeLeft({
        elapsed: clock.elapsed(now),
        ended: settledIn({ ...tally, waiting, underWay }),
        left: waiting + underWay,
      })
    },
    parallel: slots.parallel,
    /** What the provider said it charged, by unit. */
    charged: proceeds.charged,
    estimated: prices.estimated,
    /** What the placed pictures added to the file, in bytes: Figma keeps the same picture once. */
    added: proceeds.added,
    announced: announcer.text,
    whenWritten,
    start,
    add,
    retryAll,
    retry: (id: number) => retryAll([id]),
    retryFailed: () => retryAll(rows.all.peek().flatMap((row) => (isRetriable(row) ? row.id : []))),
    placeAgain,
    placeBeside,
    stopRow,
    stopAll: (ids: readonly number[]) =>
      batch(() => {
        for (const id of ids) stopRow(id)
      }),
    /** What is placed stays; what was asked for and comes later waits to be placed by hand. */
    stop: () =>
      batch(() => {
        for (const { id } of rows.all.peek()) stopRow(id)
      }),
    pause: () => gate.hold({ why: 'paused' }),
    resume() {
      const ids = gate.held.peek()?.why === 'funds' ? fundless().map(({ id }) => id) : []
      gate.resume()
      void retryAll(ids)
    },
    /** The designer has the file: it may go with the next run. */
    markSaved(id: number) {
      const unplaced = rows.find(id)?.unplaced
      requests.settled(id)
      if (unplaced) rows.change(id, { unplaced: { ...unplaced, saved: true } })
    },
    /** What was made of the job's image for exports, by its model and at least as large as it asks for. Followed. */
    lentFor: lent.of,
    markTaken,
    /** The ids of the new variants that runs of this panel made. */
    madeVariants: variants.made,
    /** How the new variant stands that the row's picture is for. Followed. */
    variantOf: ({ job }: Pick<RunRow, 'job'>) => variants.standing(job.into),
    /** Which layers it speaks for. */
    ...createRunLayers(rows, busy),
  }
}

const NOTHING_AHEAD: Pick<Ahead, 'take'> = { take: async () => undefined }
