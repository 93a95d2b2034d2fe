import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals'
import type { Connection } from '../../shared/channel.ts'
import { type AppError, toAppError } from '../../shared/errors.ts'
import type { AuditedBitmap, Commands, Events, ExportedRoot } from '../../shared/protocol.ts'
import { createNotice } from './notice.ts'
import type { SelectionModel } from './selection.ts'

export interface ExportAuditServices {
  code: Pick<Connection<Commands, Events>, 'call'>
  selection: Pick<SelectionModel, 'rows'>
  /** While a run changes the document, that is no reason to look again. */
  busy: ReadonlySignal<boolean>
}

/** The images of what is to be exported: looked at when that has settled, and again when the document has changed. */
export function createExportAudit({ code, selection, busy }: ExportAuditServices) {
  const roots = signal<readonly ExportedRoot[] | undefined>(undefined)
  const found = signal<readonly AuditedBitmap[]>([])
  const isLooking = signal(false)
  /** Counts the signs that the document is another one. */
  const changes = signal(0)
  const notice = createNotice()
  const key = computed(() => roots.value && JSON.stringify(roots.value))
  let seen: { key: string | undefined; changes: number } = { key: undefined, changes: 0 }
  let failure: AppError | undefined
  let isUnderWay = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let stop = new AbortController()

  /** Throws what the sandbox throws, and `cancelled` where something else is looked at meanwhile. */
  async function look(): Promise<void> {
    clearTimeout(timer)
    stop.abort()
    stop = new AbortController()
    const { signal } = stop
    seen = { key: key.peek(), changes: changes.peek() }
    isUnderWay = isLooking.value = true
    try {
      const audit = await code.call('auditImages', { of: roots.peek() ?? [] }, { signal })
      signal.throwIfAborted()
      found.value = audit.bitmaps
      if (notice.shown.peek() === failure) notice.clear()
    } catch (thrown) {
      if (!signal.aborted) found.value = []
      throw thrown
    } finally {
      if (!signal.aborted) isUnderWay = isLooking.value = false
    }
  }
  async function lookUnasked() {
    try {
      await look()
    } catch (thrown) {
      const error = toAppError(thrown)
      if (error.fault !== 'cancelled') notice.shown.value = failure = error
    }
  }
  function end() {
    stop.abort()
    seen.key = undefined
    isUnderWay = false
    notice.clear()
  }

  /** An undo, too, changes the rows of what is selected. */
  effect(() => {
    void selection.rows.value
    untracked(() => changes.value++)
  })
  effect(() => {
    const isOld = changes.value !== seen.changes && !busy.value
    const isOther = key.value !== seen.key
    clearTimeout(timer)
    if (isOther) end()
    if (key.value === undefined) found.value = []
    else if (isOld || isOther) timer = setTimeout(lookUnasked, PAUSE)
    isLooking.value = key.value !== undefined && (isOld || isOther || isUnderWay)
  })

  return {
    found,
    at: computed(() => (key.value === undefined ? 'off' : isLooking.value ? 'looking' : 'ready')),
    notice,
    look,
    follow(next: readonly ExportedRoot[] | undefined) {
      roots.value = next
    },
    /** Refill itself has changed the document. */
    hear() {
      changes.value++
    },
  }
}

/** ms without a change before it is looked. */
const PAUSE = 250
