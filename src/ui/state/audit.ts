import { computed, effect, signal } from '@preact/signals'
import type { Connection, Progress } from '../../shared/channel.ts'
import type { Audit, Commands, Events, LayerRow, Use } from '../../shared/protocol.ts'
import { largestFirst } from '../jobs/audited.ts'
import { auditedText, auditingText } from '../texts/audit.ts'
import { T } from '../texts.ts'
import { createAuditList } from './audit-list.ts'
import { type AuditedLayers, hasChanged, layersIn } from './audit-stale.ts'
import { createNotice } from './notice.ts'
import type { SelectionModel } from './selection.ts'
import type { WeightsServices } from './weights.ts'

export type Scope = 'selection' | 'page'

/** The list is of another scope or page than is there now, of another selection, or of layers that have changed. */
export type Stale = 'scope' | 'selection' | 'document'

export interface AuditServices extends WeightsServices {
  code: Pick<Connection<Commands, Events>, 'call'>
  selection: SelectionModel
  /** Whether what a layer shows is an image of the list that was made larger. Followed. */
  isOwn(layer: string, hash: string): boolean
}

export type AuditModel = ReturnType<typeof createAudit>

/** An image that was found, and what it needs at the wanted scale. */
export type { Judged as JudgedImage } from '../jobs/verdict.ts'

interface Found extends Audit {
  of: Scope
  at: AuditedLayers
  /** Id of the page, where it shows any image. */
  page: string | undefined
  /** The layers that were selected, and the rows that were known of them: those of a change may come later. */
  selected: ReadonlySet<string>
  rows: readonly LayerRow[]
}

/** How sharp the images of the page or of the selection are, as far as they were looked at. */
export function createAudit({ code, selection, rush, isOwn }: AuditServices) {
  const scope = signal<Scope>('page')
  const progress = signal<Progress | undefined>(undefined)
  const found = signal<Found | undefined>(undefined)
  const isChanged = signal(false)
  const heard = signal('')
  const notice = createNotice()
  const list = createAuditList({ code, rush, bitmaps: () => found.value?.bitmaps ?? [] })
  const selectedNow = computed(() => [
    ...new Set(selection.rows.value.filter(({ inside }) => !inside).map(({ id }) => id)),
  ])
  let stop = new AbortController()
  /** What is told while it looks. */
  let meanwhile: { ids: readonly string[]; isLarger: boolean }[] = []

  const stale = computed((): Stale | undefined => {
    if (!found.value) return undefined
    const { of, at, selected, page } = found.value
    const isOnOther = of === 'page' && page && selection.rows.value.some((row) => row.at.page !== page)
    if (of !== scope.value || isOnOther) return 'scope'
    if (isChanged.value) return 'document'
    // To look at a layer of the list is to select it.
    const isOther = of === 'selection' && selectedNow.value.some((id) => !selected.has(id) && !at.has(id))
    return isOther ? 'selection' : undefined
  })
  const summary = computed(() => {
    const images = found.value?.bitmaps.length ?? 0
    return images > 0 ? auditedText(list.counts.value, { images, layers: list.uses.value }) : ''
  })

  /** What is not selected is not heard of, and what was changed back was another meanwhile. */
  effect(() => {
    const [audit, rows] = [found.value, selection.rows.value]
    if (isChanged.value) return
    if (audit && rows !== audit.rows && hasChanged(audit.at, rows, isOwn)) isChanged.value = true
  })

  /** Whether the same layers would be looked at now. */
  const isSame = ({ of, selected }: Found) =>
    of === scope.peek() && (of === 'page' || String([...selected]) === String(selectedNow.peek()))

  /** Whether it was taken. `only`: what is found on another page is not. */
  async function look(signal: AbortSignal, only?: string): Promise<boolean> {
    const of = scope.peek()
    const selected = new Set(selectedNow.peek())
    const isTime = createInterval()
    const onProgress = (told: Progress) => {
      progress.value = told
      if (isTime()) heard.value = auditingText(told)
    }
    meanwhile = []
    const audit = await code.call('auditImages', { of }, { signal, onProgress })
    const page = audit.bitmaps[0]?.uses[0]?.at.page
    if (only !== undefined && page !== only) return false
    const at = layersIn(audit)
    isChanged.value = meanwhile.some(({ ids }) => ids.some((id) => at.has(id)))
    found.value = {
      ...audit,
      bitmaps: audit.bitmaps.map(largestFirst),
      of,
      at,
      page,
      selected,
      rows: selection.rows.peek(),
    }
    return true
  }

  /** `only`: nobody asked for it. What it cannot do is not told, and the list is as old as it was. */
  async function start(only?: string) {
    if (progress.peek()) return
    stop = new AbortController()
    const { signal } = stop
    heard.value = T.auditing
    progress.value = { done: 0, total: 0 }
    let isTaken = false
    const work = async () => {
      isTaken = await look(signal, only)
    }
    await (only === undefined ? notice.attempt(work) : work().catch(() => {}))
    if (signal.aborted) notice.clear()
    heard.value = signal.aborted ? T.auditStopped : isTaken ? summary.peek() || T.auditNone : ''
    progress.value = undefined
    const isOwnDoing = isChanged.peek() && meanwhile.every(({ isLarger }) => isLarger)
    if (isTaken && only !== undefined && isOwnDoing && isSame(found.peek()!)) void start(only)
  }

  return {
    ...list,
    scope,
    /** While it is under way. */
    progress,
    found,
    stale,
    summary,
    /** What a screen reader says of it. */
    heard,
    /** What was pressed here and could not be done. */
    notice,
    canStart: computed(() => scope.value === 'page' || selectedNow.value.length > 0),
    start: () => start(),
    stop: () => stop.abort(),
    showLayer: ({ id }: Use) => notice.attempt(() => code.call('showLayer', { id })),
    /** These layers show other pictures now; `isLarger`: of the same, and the list is made anew at once. */
    hear(ids: readonly string[], isLarger = false) {
      if (progress.peek()) meanwhile.push({ ids, isLarger })
      const audit = found.peek()
      if (!audit || !ids.some((id) => audit.at.has(id))) return
      const again = isLarger && isSame(audit) && stale.peek() === undefined
      isChanged.value = true
      if (again) void start(audit.page)
    },
  }
}

/** Says yes as often as is good to listen to. */
function createInterval() {
  let last = Date.now()
  return () => {
    const isTime = Date.now() - last >= SAID_EACH
    if (isTime) last = Date.now()
    return isTime
  }
}

/** ms */
const SAID_EACH = 5000
