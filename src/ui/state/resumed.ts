import { signal } from '@preact/signals'
import type { Connection } from '../../shared/channel.ts'
import { AppError, toAppError } from '../../shared/errors.ts'
import type { Commands, Events, Placed, Standing } from '../../shared/protocol.ts'
import type { Codec } from '../image/codec.ts'
import { namedFor } from '../image/files.ts'
import { assertAlike } from '../jobs/alike.ts'
import { type Answer, answersIn } from '../jobs/edit-layer.ts'
import { createLine } from '../jobs/line.ts'
import type { Aim, Remembered } from '../jobs/remembered.ts'
import { finished, placeAt, standingsOf } from '../jobs/resume.ts'
import { assertKept, isOver } from '../providers/open-job.ts'
import { T } from '../texts.ts'
import type { JobStore } from './job-store.ts'
import { LISTEN } from './missing.ts'
import type { Reach } from './reach.ts'
import { type ResumedRow, type ResumedState, toRow, type Why } from './resumed-row.ts'
import { finishedIn } from './run-row.ts'

export interface ResumedServices {
  code: Pick<Connection<Commands, Events>, 'call'>
  codec: Codec
  store: JobStore
  reachAgain: Reach['reachAgain']
  /** These layers have a picture, or one of them. */
  onPlaced(ids: readonly string[]): void
}

export type ResumedModel = ReturnType<typeof createResumed>

/**
 * The jobs that earlier panels began. Only where a layer is in this file they are claimed; in others the picture is
 * fetched and offered, and whoever opens the right file may still claim it. Long, because it is one row's whole way.
 */
export function createResumed({ code, codec, store, reachAgain, onPlaced }: ResumedServices) {
  const rows = signal<readonly ResumedRow[]>([])
  /** What ends the work on a row, while there is any. */
  const busy = new Map<string, AbortController>()
  const line = createLine(AT_ONCE)

  const find = (id: string) => rows.peek().find((row) => row.id === id)
  const isOwn = ({ job }: ResumedRow) => job.owner === store.window
  function change(id: string, part: Partial<ResumedRow>) {
    rows.value = rows.peek().map((row) => (row.id === id ? { ...row, ...part } : row))
  }
  function remove(id: string) {
    rows.value = rows.peek().filter((row) => row.id !== id)
  }
  function add(row: ResumedRow) {
    remove(row.id)
    rows.value = [...rows.peek(), row]
  }
  function forget(id: string) {
    const owner = find(id)?.job.owner
    change(id, { isKept: false })
    void store.forget(id, owner)
  }
  /** Whether this window may do with it what can be done once. */
  async function claim({ id, job, isKept }: ResumedRow): Promise<boolean> {
    if (!isKept) return true
    if (!(await store.claim(id, job.owner))) return false
    // Given up meanwhile.
    if (!find(id)) await store.forget(id)
    change(id, { job: { ...job, owner: store.window } })
    return true
  }

  /** Work on a row, whose end or fault is its state; `undefined` where it is another window's. */
  async function attempt(
    id: string,
    work: (row: ResumedRow, signal: AbortSignal) => Promise<ResumedState | undefined>,
  ) {
    const row = find(id)
    if (!row || busy.has(id)) return
    const stop = new AbortController()
    busy.set(id, stop)
    change(id, { state: { at: 'waiting' } })
    try {
      const state = await work(row, stop.signal)
      if (!state) remove(id)
      else change(id, { state })
    } catch (thrown) {
      const isLost = isOver(thrown)
      // One that was taken off the list is forgotten already, or waits to be claimed.
      if (isLost && find(id)) forget(id)
      change(id, { state: { at: isLost ? 'over' : 'failed', error: toAppError(thrown) } })
    } finally {
      busy.delete(id)
    }
  }

  async function bring(row: ResumedRow, signal: AbortSignal): Promise<ResumedState | undefined> {
    const { id, job } = row
    assertKept(job.open)
    const { provider, context } = reachAgain(job.open.provider, { signal }) ?? {}
    if (!provider?.resume || !context) throw new AppError('settings', T.accountMissing)
    const standings = await standingsOf(job, code)
    const isHere = standings.some(isThisFile)
    if (isHere && !(await claim(row))) return undefined
    if (standings.every((standing) => standing === 'placed')) return end(id)
    const slot = await line.enter({ signal })
    try {
      // What was uploaded for it is for its owner to forget.
      const edited = await provider.resume(isHere ? job.open : { ...job.open, uploads: [] }, context)
      await receive(row, answersIn(edited, { ...job, n: 1 }, provider)[0]!, standings)
      signal.throwIfAborted()
      return await place(id, false)
    } finally {
      slot.leave()
    }
  }

  /** What came is here from now on; as it came, where it cannot be read. */
  async function receive({ id, job, name }: ResumedRow, answer: Answer, standings: readonly Standing[]) {
    const { file, made } = answer
    change(id, { unplaced: { file, made, fileName: namedFor(file.type, name) } })
    const { bytes, likeness, ...picture } = await finished(answer, job, { code, codec, standings })
    const { type } = picture
    change(id, { unplaced: { file: new Blob([bytes], { type }), made, picture, fileName: namedFor(type, name) } })
    assertAlike(likeness)
  }

  /** What can be placed is placed: by itself only where the layer is as it was, else where it can be. */
  async function place(id: string, isAsked: boolean): Promise<ResumedState | undefined> {
    const before = find(id)
    if (!before) return undefined
    const standings = await standingsOf(before.job, code)
    // It may have come back by Undo since it was asked for.
    const isOurs = isAsked || isOwn(before) || standings.some(isThisFile)
    if (isOurs && !(await claim(before))) {
      if (!isAsked) return undefined
      change(id, { isKept: false })
      return { at: 'over', error: TAKEN }
    }
    const row = find(id)
    if (!row) return undefined
    const { job, unplaced, isKept } = row
    const aims: Aim[] = []
    let placed: Placed | undefined
    let why: Why | undefined
    let failure: unknown
    for (const [index, aim] of job.aims.entries()) {
      const standing = standings[index]!
      // One is enough of what goes on no layer.
      if (standing === 'placed' || (standing === 'gone' && placed)) continue
      const reason = isAsked ? undefined : whyNot(aim, standing, isOwn(row))
      why = reason ?? why
      try {
        if (reason) aims.push(aim)
        else placed = await placeAt(aim, standing, { ...(await finishedIn(unplaced!)), code })
      } catch (thrown) {
        failure = thrown
        aims.push(aim)
      }
    }
    if (placed) change(id, { placed })
    if (placed) onPlaced(job.aims.map(({ row }) => row.id))
    if (aims.length === 0) return end(id)
    change(id, { job: { ...job, aims } })
    // Without room in storage the earlier list stands, and its layers say what is placed.
    if (placed && isKept) await store.keep(id, { ...job, aims }).catch(() => {})
    if (failure) throw failure
    return { at: 'arrived', why: why ?? 'changed' }
  }

  function end(id: string): ResumedState {
    change(id, { unplaced: undefined })
    forget(id)
    return { at: 'placed' }
  }

  const resume = (id: string) => attempt(id, bring)

  async function look(): Promise<void> {
    const others = await store.others().catch(() => undefined)
    if (others?.length !== 0) setTimeout(look, LISTEN)
    if (!others) return
    for (const row of rows.peek()) {
      if (!row.isKept || busy.has(row.id)) continue
      const other = others.find(({ id }) => id === row.id)
      if (other ? other.isHeld : !isOwn(row)) remove(row.id)
      // Whoever had claimed it is closed.
      else if (other) change(row.id, { job: other.job })
    }
    for (const { id, job, isHeld } of others) {
      if (isHeld || find(id)) continue
      add(toRow(id, job))
      void resume(id)
    }
  }

  return {
    rows,
    /** Whether it is there to be asked for again. */
    isListed: (id: string | undefined) => rows.value.some((row) => row.id === id && row.isKept),
    /** To be called once, when the settings are known. It goes on looking while other windows have jobs. */
    look,
    /** A job of this panel's run whose request has ended without an answer. */
    take(id: string, job: Omit<Remembered, 'owner'>, error: AppError) {
      add(toRow(id, { ...job, owner: store.window }, { at: 'failed', error }))
    },
    /** Asks for it once more, which is free. */
    again: resume,
    place: (id: string) => attempt(id, () => place(id, true)),
    /** The designer has the file. */
    markSaved: forget,
    /** Gives it up, or takes what is done with off the list. */
    dismiss(id: string) {
      const row = find(id)
      busy.get(id)?.abort()
      remove(id)
      if (row?.isKept) void store.forget(id, row.job.owner)
    },
  }
}

function whyNot({ byHand, place }: Aim, standing: Standing, isOwn: boolean): Why | undefined {
  // Also of what was stopped: by hand, too, it goes beside.
  if (standing === 'here' && place === 'variant') return 'variant'
  if (standing === 'here') return byHand ? 'stopped' : place === 'lend' ? 'export' : undefined
  return standing === 'copy' || (standing === 'gone' && !isOwn) ? 'elsewhere' : 'changed'
}

const isThisFile = (standing: Standing) => standing === 'here' || standing === 'placed'

const TAKEN = new AppError('layer', T.takenElsewhere)
/** Jobs that are asked about at the same time. */
const AT_ONCE = 6
