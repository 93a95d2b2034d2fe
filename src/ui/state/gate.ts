import { signal } from '@preact/signals'
import { stopped } from '../../shared/errors.ts'
import type { Job } from '../jobs/plan.ts'
import type { Money } from '../providers/provider.ts'

/** Why nothing new is asked for. */
export type HoldReason = { why: 'paused' } | { why: 'funds' } | { why: 'ceiling'; ceiling: Money }

export interface GateServices {
  /** Of the whole request; undefined where the provider did not say. */
  priceOf(job: Job): Money | undefined
  /** What a run may cost at the most, in the provider's unit. */
  ceiling(): number | undefined
}

export type Gate = ReturnType<typeof createGate>

/** Whether the next request of a run may be made: nobody paused it, there is money, and the ceiling is above it. */
export function createGate({ priceOf, ceiling }: GateServices) {
  const held = signal<HoldReason | undefined>(undefined)
  const open = new Map<Job, Money | undefined>()
  let charged = new Map<string, number>()
  let usual: Money | undefined
  let isLifted = false
  let waiting: (() => void)[] = []

  function lookAgain() {
    const all = waiting
    waiting = []
    for (const look of all) look()
  }

  /** A request of unknown price goes alone until one has told what it costs. */
  function verdictOn(job: Job): 'now' | 'later' | HoldReason {
    const most = ceiling()
    const price = priceOf(job) ?? usual
    if (most === undefined || isLifted || open.has(job)) return 'now'
    if (!price) return open.size === 0 ? 'now' : 'later'
    const { amount, unit } = price
    const promised = [...open.values()].reduce((sum, money) => sum + (money?.unit === unit ? money.amount : 0), 0)
    if ((charged.get(unit) ?? 0) + promised + amount <= most + ROUNDING) return 'now'
    // What is under way may yet be refused, and cost nothing.
    return open.size > 0 ? 'later' : { why: 'ceiling', ceiling: { amount: most, unit } }
  }

  return {
    held,
    /** A new run: what earlier ones cost does not count, and the ceiling holds again. */
    begin() {
      charged = new Map()
      usual = undefined
      isLifted = false
      held.value = undefined
      lookAgain()
    },
    hold(why: HoldReason) {
      held.value ??= why
    },
    /** Nothing is left to be held. */
    clear() {
      held.value = undefined
    },
    /** Goes on; past the ceiling for the rest of this run, where that was why. */
    resume() {
      if (held.value?.why === 'ceiling') isLifted = true
      held.value = undefined
      lookAgain()
    },
    /** Settles when the request may be made. Throws `cancelled` as soon as it is no longer wanted. */
    async mayAsk(job: Job, signal: AbortSignal): Promise<void> {
      for (;;) {
        if (signal.aborted) throw stopped()
        const verdict = held.value ? 'later' : verdictOn(job)
        if (verdict === 'now') return void open.set(job, priceOf(job) ?? usual)
        if (verdict !== 'later') held.value = verdict
        await new Promise<void>((resolve) => {
          const look = () => {
            signal.removeEventListener('abort', look)
            resolve()
          }
          waiting.push(look)
          signal.addEventListener('abort', look)
        })
      }
    },
    /** The request has ended, charged or not. */
    ended(job: Job, cost: Money | undefined) {
      open.delete(job)
      if (cost) {
        usual = cost
        charged.set(cost.unit, (charged.get(cost.unit) ?? 0) + cost.amount)
      }
      lookAgain()
    },
  }
}

/** Sums of cents in floating point. */
const ROUNDING = 1e-9
