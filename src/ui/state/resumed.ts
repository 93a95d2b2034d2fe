import { signal } from '@preact/signals'
import type { Connection } from '../../shared/channel.ts'
import { AppError, toAppError } from '../../shared/errors.ts'
import type { Commands, Events, Standing } from '../../shared/protocol.ts'
import type { Codec } from '../image/codec.ts'
import { namedFor } from '../image/files.ts'
import { type Answer, answersIn, type Weighed } from '../jobs/edit-layer.ts'
import { createLine } from '../jobs/line.ts'
import type { Aim, Remembered } from '../jobs/remembered.ts'
import { finished, placeAt, standingOf } from '../jobs/resume.ts'
import { assertKept, isOver } from '../providers/open-job.ts'
import { T } from '../texts.ts'
import type { JobStore } from './job-store.ts'
import { LISTEN } from './missing.ts'
import type { Reach } from './reach.ts'
import { type Result, type ResumedRow, type ResumedState, toResult, toRow, type Why } from './resumed-row.ts'

export interface ResumedServices {
  code: Pick<Connection<Commands, Events>, 'call'>
  codec: Codec
  store: JobStore
  reachAgain: Reach['reachAgain']
  onPlaced(): void
}

export type ResumedModel = ReturnType<typeof createResumed>

/**
 * The jobs that earlier panels began. Only where a layer is in this file they are claimed; in others the picture is
 * fetched and offered, and whoever opens the right file may still claim it. Long, because it is one row's whole way.
 */
export function createResumed({ code, codec, store, reachAgain, onPlaced }: ResumedServices) {
  const rows = signal<readonly ResumedRow[]>([])
  const stops = new Map<string, AbortController>()
  const busy = new Set<string>()
  const line = createLine(AT_ONCE)

  const find = (id: string) => rows.peek().find((row) => row.id === id)
  const isOwn = (id: string) => find(id)?.job.owner === store.window
  function change(id: string, part: Partial<ResumedRow>) {
    rows.value = rows.peek().map((row) => (row.id === id ? { ...row, ...part } : row))
  }
  function remove(id: string) {
    rows.value = rows.peek().filter((row) => row.id !== id)
  }
  async function forget(id: string) {
    change(id, { isKept: false })
    await store.forget(id)
  }
  /** Whether this window may do with it what can be done once. */
  async function claim(id: string): Promise<boolean> {
    const { job, isKept } = find(id)!
    if (!isKept) return true
    if (!(await store.claim(id, job.owner))) return false
    change(id, { job: { ...job, owner: store.window } })
    return true
  }

  /** Work on a row, whose fault is its state. Nothing that is done to a row that was taken away shows. */
  async function attempt(id: string, work: (row: ResumedRow) => Promise<ResumedState | undefined>) {
    const row = find(id)
    if (!row || busy.has(id)) return
    busy.add(id)
    change(id, { state: { at: 'waiting' } })
    try {
      const state = await work(row)
      if (state) change(id, { state })
      else remove(id)
    } catch (thrown) {
      const error = toAppError(thrown)
      if (isOver(thrown) && find(id)) await forget(id)
      change(id, { state: { at: isOver(thrown) ? 'over' : 'failed', error } })
    } finally {
      busy.delete(id)
    }
  }

  const resume = (id: string) => {
    const stop = new AbortController()
    stops.set(id, stop)
    return attempt(id, (row) => bring(row, stop.signal))
  }

  /** `undefined` where another window has it. */
  async function bring({ id, job }: ResumedRow, signal: AbortSignal): Promise<ResumedState | undefined> {
    assertKept(job.open)
    const way = reachAgain(job.open.provider, { signal })
    const { provider, context } = way ?? {}
    if (!provider?.resume || !context) return { at: 'unreachable' }
    const standings = await Promise.all(job.aims.map((aim) => standingOf(aim, job, code)))
    const isHere = standings.some((standing) => standing === 'here' || standing === 'placed')
    if (isHere && !(await claim(id))) return undefined
    if (standings.every((standing) => standing === 'placed')) return placedAll(id)
    // What was uploaded for it is for its owner to forget.
    const open = isOwn(id) ? job.open : { ...job.open, uploads: [] }
    const slot = await line.enter({ signal })
    try {
      const answers = answersIn(await provider.resume(open, context), job, provider)
      signal.throwIfAborted()
      const unread = await Promise.all(answers.map((answer, which) => receive(id, answer, { which, standings })))
      signal.throwIfAborted()
      const state = await place(id, false)
      for (const fault of unread) if (fault) throw fault
      return state
    } finally {
      slot.leave()
    }
  }

  /** What came is here from now on, as a file where it cannot be read. */
  async function receive(id: string, answer: Answer, at: { which: number; standings: readonly Standing[] }) {
    const row = find(id)
    if (!row) return undefined
    const aims = row.job.aims.filter(({ picture }) => picture === at.which)
    const put = (result: Result) => {
      const results = [...(find(id)?.results ?? [])]
      results[at.which] = result
      change(id, { results })
    }
    const raw = toResult(answer, row, aims)
    put(raw)
    try {
      const { picture, isWhole } = await finished(answer, row.job, { code, codec, standings: at.standings })
      const { bytes, ...about } = picture
      const file = new Blob([bytes], { type: picture.type })
      put({ ...raw, file, isWhole, fileName: namedFor(picture.type, row.name), picture: about })
      return undefined
    } catch (thrown) {
      return thrown
    }
  }

  /** What can be placed is placed: by itself only where the layer is as it was, else where it can be. */
  async function place(id: string, isAsked: boolean): Promise<ResumedState | undefined> {
    if ((isAsked || isOwn(id)) && !(await claim(id))) return isAsked ? { at: 'over', error: TAKEN } : undefined
    const { job, results, placed: before } = find(id)!
    const placed = [...before]
    const whys = new Set<Why>()
    let failure: unknown
    const now: Result[] = []
    for (const result of results) {
      const staying: Aim[] = []
      for (const aim of result.aims) {
        const standing = await standingOf(aim, job, code)
        // One is enough of what goes on no layer.
        if (standing === 'placed' || (standing === 'gone' && placed.some(({ of }) => of === result.made))) continue
        const why = isAsked ? undefined : whyNot(aim, standing, result)
        if (why) whys.add(why)
        try {
          if (why) staying.push(aim)
          else placed.push({ ...(await lay(result, aim, standing)), of: result.made })
        } catch (thrown) {
          failure = thrown
          staying.push(aim)
        }
      }
      now.push({ ...result, aims: staying })
    }
    const aims = now.flatMap((result) => result.aims)
    change(id, { results: now, placed, job: { ...job, aims } })
    if (placed.length > before.length) onPlaced()
    if (aims.length === 0) return placedAll(id)
    // Without room in storage the earlier list stands, and its layers say what is placed.
    if (isOwn(id) && aims.length < job.aims.length) await store.keep(id, { ...job, aims }).catch(() => {})
    if (failure) throw failure
    return { at: 'arrived', why: WHYS.find((why) => whys.has(why)) ?? 'elsewhere' }
  }

  async function lay({ file, picture, made }: Result, aim: Aim, standing: Standing): Promise<Weighed> {
    if (!picture) throw new AppError('provider', T.unreadResult)
    const bytes = new Uint8Array(await file.arrayBuffer())
    return placeAt(aim, standing, { picture: { ...picture, bytes }, made, code })
  }

  async function placedAll(id: string): Promise<ResumedState> {
    await forget(id)
    return { at: 'placed' }
  }

  function add(id: string, job: Remembered) {
    if (!find(id)) rows.value = [...rows.peek(), toRow(id, job)]
  }

  async function look(): Promise<void> {
    const others = await store.others()
    // Those that another window has brought to an end.
    for (const { id, isKept } of rows.peek()) {
      if (isKept && !isOwn(id) && !busy.has(id) && !others.some((other) => other.id === id)) remove(id)
    }
    if (others.length > 0) setTimeout(() => void look().catch(() => {}), LISTEN)
    const free = others.filter(({ id, isHeld }) => !isHeld && !find(id))
    for (const { id, job } of free) add(id, job)
    await Promise.all(free.map(({ id }) => resume(id)))
  }

  return {
    rows,
    /** To be called once, when the settings are known. It goes on looking while other windows have jobs. */
    look: () => look().catch(() => {}),
    /** A job of this panel's run whose request has ended without an answer. */
    take(id: string, job: Omit<Remembered, 'owner'>, error: AppError) {
      add(id, { ...job, owner: store.window })
      change(id, { state: { at: 'failed', error } })
    },
    /** Asks for it once more, which is free. */
    again: resume,
    place: (id: string) => attempt(id, () => place(id, true)),
    /** The designer has the file. */
    markSaved(id: string, which: number) {
      const { results = [] } = find(id) ?? {}
      const now = results.map((result, index) => (index === which ? { ...result, saved: true } : result))
      change(id, { results: now })
      if (now.every(({ saved, aims }) => saved || aims.length === 0)) void forget(id)
    },
    /** Gives it up, or takes what is done with off the list. */
    dismiss(id: string) {
      const row = find(id)
      stops.get(id)?.abort()
      remove(id)
      if (row?.isKept) void store.forget(id)
    },
  }
}

function whyNot({ byHand }: Aim, standing: Standing, { isWhole }: Result): Why | undefined {
  if (standing !== 'here') return standing === 'changed' ? 'changed' : 'elsewhere'
  if (byHand) return 'stopped'
  return isWhole ? undefined : 'opaque'
}

/** What is said of several. */
const WHYS: readonly Why[] = ['changed', 'opaque', 'stopped']
const TAKEN = new AppError('layer', T.takenElsewhere)
/** Jobs that are asked about at the same time. */
const AT_ONCE = 6
