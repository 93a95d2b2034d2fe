import { computed, signal } from '@preact/signals'
import type { Weighed } from '../jobs/edit-layer.ts'
import type { Money } from '../providers/provider.ts'
import { sumOf } from './money.ts'

export type Proceeds = ReturnType<typeof createProceeds>

/** What a run cost and added to the file, summed up as it comes. */
export function createProceeds() {
  const charged = signal<readonly Money[]>([])
  /** Bytes by hash: Figma keeps the same picture once. */
  let weights = new Map<string, number>()
  const added = signal(0)

  return {
    charged: computed(() => charged.value),
    added: computed(() => added.value),
    begin(costs: readonly Money[]) {
      charged.value = sumOf(costs)
      weights = new Map()
      added.value = 0
    },
    pay(cost: Money) {
      charged.value = sumOf([...charged.peek(), cost])
    },
    place({ hash, bytes }: Weighed) {
      if (!weights.has(hash)) added.value += bytes
      weights.set(hash, bytes)
    },
  }
}
