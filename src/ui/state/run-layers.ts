import { computed, type ReadonlySignal } from '@preact/signals'
import { isSettled, type RunRow } from './run-row.ts'
import type { RunRows } from './run-rows.ts'

/** Which layers a run speaks for. Followed. */
export function createRunLayers({ list, all }: Pick<RunRows, 'list' | 'all'>, busy: ReadonlySignal<boolean>) {
  /** While it goes its layers are spoken for; afterwards only those count that got a result. */
  const held = computed(() => {
    if (busy.value) return new Set(list.value.map(({ row }) => row.peek().job.row.id))
    const placed = all.value.filter(({ placed }) => placed !== undefined)
    return new Set(
      placed.flatMap(({ job, placed, variant }) => (placed!.beside || variant ? placed!.id : [placed!.id, job.row.id])),
    )
  })
  /** As one text, which stays the same while other rows change. */
  const owed = computed(() => all.value.flatMap((row) => (isOwed(row) ? row.job.row.id : [])).join('\n'))
  const owing = computed(() => new Set(owed.value.split('\n')))
  /** Layers and the images that they were made. */
  const made = computed(() =>
    all.value.flatMap(({ job, placed }) => (job.enlarging && placed ? `${placed.id} ${placed.hash}` : [])).join('\n'),
  )
  const larger = computed(() => new Set(made.value.split('\n')))

  return {
    /** Whether a picture for that layer waits to be placed or saved: it is paid for. */
    owes: (layer: string) => owing.value.has(layer),
    /** Whether a row of this run has its result on that layer, or on the rectangle that covers it. */
    holds: (layer: string) => held.value.has(layer),
    /** Whether it made that image larger for the layer. */
    enlarged: (layer: string, hash: string) => larger.value.has(`${layer} ${hash}`),
  }
}

const isOwed = ({ unplaced, state }: RunRow) => unplaced?.picture && !unplaced.saved && isSettled(state)
