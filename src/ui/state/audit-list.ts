import { computed, effect, signal } from '@preact/signals'
import type { AuditedBitmap, Use } from '../../shared/protocol.ts'
import { auditCsv } from '../jobs/audit-csv.ts'
import { type AuditFilter, type AuditOrder, countVerdicts, filtered, ordered } from '../jobs/audited.ts'
import { type Judged, judge, needOf, shownSize, type Target, unusedShare } from '../jobs/verdict.ts'
import { pixelsIn } from '../providers/upscaling.ts'
import { csvName } from '../texts/audit.ts'
import { createWeights, type WeightsServices } from './weights.ts'

export interface AuditListServices extends WeightsServices {
  /** What was found. Followed. */
  bitmaps(): readonly AuditedBitmap[]
}

/** The images that an audit found, judged at a scale: which are listed in what order, and which are ticked. */
export function createAuditList({ bitmaps, ...services }: AuditListServices) {
  const target = signal<Target>(2)
  const order = signal<AuditOrder>('worst')
  const filter = signal<AuditFilter>({ name: '', verdict: 'all' })
  /** Those that the designer left out, by hash: in a new audit they are still left out. */
  const left = signal<ReadonlySet<string>>(new Set())
  const weights = createWeights(services)

  const judged = computed(() => bitmaps().map((bitmap) => judge(bitmap, target.value)))
  const worstFirst = computed(() => ordered(judged.value, 'worst'))
  const inOrder = computed(() => ordered(judged.value, order.value))
  const shown = computed(() => filtered(inOrder.value, filter.value))
  const gaining = computed(() => shown.value.filter(({ gains }) => gains))
  const large = computed(() =>
    judged.value
      .filter(({ verdict }) => verdict === 'large')
      .sort((one, other) => unusedPixels(other) - unusedPixels(one)),
  )
  effect(() => weights.follow(large.value.map(({ bitmap }) => bitmap.hash)))

  const isTicked = ({ bitmap, gains }: Judged) => gains && !left.value.has(bitmap.hash)
  function tickAll(some: readonly Judged[], on: boolean) {
    const next = new Set(left.peek())
    for (const { bitmap } of some) {
      if (on) next.delete(bitmap.hash)
      else next.add(bitmap.hash)
    }
    left.value = next
  }
  /** About how many bytes of its file no use needs; undefined until it is weighed. */
  function unusedOf(one: Judged): number | undefined {
    const bytes = weights.of(one.bitmap.hash)
    return bytes === undefined ? undefined : bytes * unusedShare(one)
  }

  return {
    target,
    order,
    filter,
    counts: computed(() => countVerdicts(judged.value)),
    uses: computed(() => judged.value.reduce((sum, { bitmap }) => sum + bitmap.uses.length, 0)),
    /** What the filter lets through, in the chosen order. */
    shown,
    isTicked,
    tick: (one: Judged, on: boolean) => tickAll([one], on),
    /** All that are listed and gain. */
    tickShown: (on: boolean) => tickAll(gaining.peek(), on),
    /** Of those that are listed. */
    tally: computed(() => ({ gaining: gaining.value.length, ticked: gaining.value.filter(isTicked).length })),
    /** Whether any image gains, also where the filter hides it. */
    anyGains: computed(() => judged.value.some(({ gains }) => gains)),
    /** All that are ticked, also where the filter hides them, the worst first. */
    ticked: computed(() => worstFirst.value.filter(isTicked)),
    /** What one of its uses needs. */
    needOf: (bitmap: AuditedBitmap, use: Use) => needOf(bitmap, use, target.value),
    shownOf: shownSize,
    unusedOf,
    /** The same of all that are large, as far as they are weighed. */
    unused: computed(() => {
      const known = large.value.flatMap((one) => unusedOf(one) ?? [])
      return { bytes: known.reduce((sum, bytes) => sum + bytes, 0), isAll: known.length === large.value.length }
    }),
    csv: computed(() => ({
      name: csvName(target.value),
      file: new Blob([auditCsv(worstFirst.value, target.value)], { type: 'text/csv;charset=utf-8' }),
    })),
  }
}

const unusedPixels = (one: Judged) => unusedShare(one) * pixelsIn(one.bitmap)
