import type { AppError } from '../../shared/errors.ts'
import { namedFor } from '../image/files.ts'
import type { Job } from '../jobs/plan.ts'
import { idOf } from '../jobs/remembered.ts'
import type { RequestOutcome, RowListener } from '../jobs/row-listener.ts'
import { isLocal } from '../providers/local-model.ts'
import { mayBeCharged } from '../providers/silence.ts'
import type { LentModel } from './lent.ts'
import type { LooksModel } from './looks.ts'
import type { OpenRequests } from './open-requests.ts'
import type { Proceeds } from './proceeds.ts'
import { answeredWith, finishedWith, isSettled, type RunRow } from './run-row.ts'
import type { RunRows } from './run-rows.ts'
import type { VariantPlacing } from './variant-placing.ts'

export interface ListenerServices {
  rows: RunRows
  proceeds: Proceeds
  looks: Pick<LooksModel, 'offerBefore' | 'offerAfter'>
  requests: OpenRequests
  lent: Pick<LentModel, 'keep'>
  /** The provider asked to wait, with this status. */
  waited(status: number | undefined): void
  over(job: Job, outcome: RequestOutcome): void
  variants: Pick<VariantPlacing, 'gather' | 'look'>
}

/** Writes what becomes of requests into the rows that they serve. */
export function createListener({
  rows,
  proceeds,
  looks,
  requests,
  lent,
  waited,
  over,
  variants,
}: ListenerServices): RowListener {
  const there = (ids: readonly number[]) => ids.flatMap((id) => rows.find(id) ?? [])
  /** What has come is kept, whatever has become of its rows meanwhile. */
  function keepers(ids: readonly number[]): RunRow[] {
    const found = there(ids)
    const [first] = ids
    return found.length > 0 || first === undefined ? found : [rows.bringBack({ id: first, job: requests.jobOf(first) })]
  }

  return {
    step(ids, at) {
      const now = Date.now()
      for (const { id, startedAt = now } of there(ids)) {
        rows.change(id, { state: { at }, startedAt, waitsUntil: undefined })
      }
    },
    waits(ids, { until, status }) {
      rows.changeAll(ids, { waitsUntil: until })
      waited(status)
    },
    source: (ids, picture) => looks.offerBefore(there(ids), picture),
    shared(members, ask) {
      requests.serve(members, ask)
      const seed = members[0]?.job.seed
      for (const { id, job } of there(members.map(({ id }) => id))) {
        rows.change(id, { sharedWith: members.length - 1, job: job.seed === seed ? job : { ...job, seed } })
      }
    },
    sent(_, job) {
      // What the panel does itself is never lost on the way, nor charged.
      if (!isLocal(job)) requests.sent(job)
    },
    began(ids, job, begun) {
      rows.changeAll(ids, { keptAs: undefined })
      const keptAs = idOf(begun.open)
      requests.began(ids, job, begun, (stored) => rows.changeAll(stored, { keptAs }))
    },
    ended(ids, job, outcome) {
      rows.changeAll(ids, { isDetached: false })
      const isLeft = 'error' in outcome && requests.isLeft(job, outcome.error)
      if ('error' in outcome && !isLeft) rows.changeAll(ids, { keptAs: undefined })
      if ('error' in outcome && (mayBeCharged(outcome.error) || isLeft)) {
        rows.changeAll(ids, { unsure: { at: 'asking' } })
        void requests.askUnsure(job).then((unsure) => rows.changeAll(ids, { unsure }))
      }
      requests.over(job, outcome)
      over(job, outcome)
      if ('error' in outcome) return
      const cost = outcome.answers[0]?.edited.cost
      const payer = cost && keepers(ids)[0]
      if (!payer) return
      proceeds.pay(cost)
      rows.change(payer.id, { costs: [...(payer.costs ?? []), cost] })
    },
    answered(ids, answer) {
      for (const row of keepers(ids)) rows.change(row.id, answeredWith(row, answer))
    },
    finished(ids, finished) {
      const kept = finishedWith(finished)
      for (const row of keepers(ids)) {
        const part = kept(row)
        rows.change(row.id, part)
        if (isSettled(row.state)) looks.offerAfter({ ...row, ...part })
      }
    },
    smaller(ids, { error, file }) {
      for (const { id, job } of there(ids)) {
        rows.change(id, { smaller: file ? { error, file, fileName: namedFor(file.type, job.row.name) } : { error } })
      }
    },
    placed(id, placed) {
      requests.settled(id)
      proceeds.place(placed)
      // Only now, for it would hold up the placing.
      for (const row of there([id])) looks.offerAfter(row)
      rows.change(id, { state: { at: 'done' }, endedAt: Date.now(), placed, unplaced: undefined })
    },
    lent(id) {
      for (const row of there([id])) {
        // It may go with the next run, as what was saved may.
        const unplaced = { ...row.unplaced!, saved: true }
        // Until an export has it, the next panel would bring it once more.
        if (!lent.keep(row.job, { row: id, picture: unplaced })) requests.settled(id)
        looks.offerAfter(row)
        rows.change(id, { state: { at: 'done' }, endedAt: Date.now(), unplaced })
      }
    },
    gathered: variants.gather,
    failed(id, error: AppError) {
      rows.change(id, {
        state: error.fault === 'cancelled' ? { at: 'stopped' } : { at: 'failed', error },
        endedAt: Date.now(),
      })
      variants.look(id)
    },
  }
}
