import { computed, effect, signal } from '@preact/signals'
import type { Connection } from '../../shared/channel.ts'
import { toAppError } from '../../shared/errors.ts'
import type { Commands, Events, Exports } from '../../shared/protocol.ts'
import { tokenOf } from '../../shared/token.ts'
import { planFiles } from '../exports/plan.ts'
import type { ExportChoiceModel } from './export-choice.ts'
import { createNotice } from './notice.ts'
import type { SelectionModel } from './selection.ts'

export interface ExportsServices {
  code: Pick<Connection<Commands, Events>, 'call'>
  selection: SelectionModel
  choice: Pick<ExportChoiceModel, 'all' | 'wrong'>
}

export type ExportsModel = ReturnType<typeof createExports>

/** Why there is nothing to export. */
export type Obstacle =
  | 'looking'
  | 'fault'
  | 'selection'
  | 'size'
  | 'ground'
  | 'template'
  | 'rules'
  | 'settings'
  | 'layers'

/** What can be exported of what is selected, looked at while someone wants to see it, and the files it comes to. */
export function createExports({ code, selection, choice }: ExportsServices) {
  const found = signal<Exports | undefined>(undefined)
  const isLooking = signal(false)
  const isShown = signal(false)
  /** While files are drawn: Figma has enough to do, and what it tells then may be what is borrowed for them. */
  const isHeld = signal(false)
  const notice = createNotice()
  let pause = 0

  async function look(signal: AbortSignal) {
    try {
      const exports = await code.call('readExports', {}, { signal })
      if (signal.aborted) return
      notice.clear()
      found.value = exports
    } catch (thrown) {
      if (signal.aborted) return
      found.value = undefined
      notice.shown.value = toAppError(thrown)
    }
    isLooking.value = false
  }

  effect(() => {
    void selection.rows.value
    if (!isShown.value || isHeld.value) return
    isLooking.value = true
    const stop = new AbortController()
    const timer = setTimeout(look, pause, stop.signal)
    pause = PAUSE
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  })

  const plan = computed(() => found.value && planFiles(found.value, choice.all.value))

  return {
    found,
    plan,
    isShown,
    isHeld,
    isLooking,
    notice,
    /** What variants are told apart by, which file names may hold. */
    properties: computed(() => [
      ...new Set(found.value?.layers.flatMap(({ properties }) => Object.keys(properties ?? {})).map(tokenOf)),
    ]),
    obstacle: computed((): Obstacle | undefined => {
      if (notice.shown.value) return 'fault'
      if (!plan.value || !found.value) return 'looking'
      if (found.value.layers.length === 0) return 'selection'
      if (choice.wrong.value) return choice.wrong.value
      if (choice.all.value.from === 'rules' && choice.all.value.rules.length === 0) return 'rules'
      if (plan.value.fault) return 'template'
      if (plan.value.files.length > 0) return undefined
      return plan.value.skipped.some(({ why }) => why === 'none') ? 'settings' : 'layers'
    }),
    /** Resolves when what is there is what is selected now. */
    looked: () =>
      new Promise<void>((resolve) => {
        const unfollow = effect(() => {
          if (isLooking.value) return
          resolve()
          queueMicrotask(() => unfollow())
        })
      }),
    show() {
      pause = 0
      isShown.value = true
    },
    hide() {
      isShown.value = false
    },
  }
}

/** ms; a selection that is drawn with the mouse changes many times. */
const PAUSE = 200
