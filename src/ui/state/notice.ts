import { effect, signal } from '@preact/signals'
import { type AppError, toAppError } from '../../shared/errors.ts'

export type NoticeModel = ReturnType<typeof createNotice>

/** Why the last thing that was pressed could not be done. */
export function createNotice() {
  const shown = signal<AppError | undefined>(undefined)
  return {
    shown,
    clear() {
      shown.value = undefined
    },
    /** That the account could not be used is no longer said once anything that `read` reads is another. */
    followAccount(read: () => unknown) {
      effect(() => {
        read()
        if (shown.peek()?.fault === 'settings') shown.value = undefined
      })
    },
    /** Does it, or says why not. */
    async attempt(work: () => Promise<unknown>) {
      shown.value = undefined
      try {
        await work()
      } catch (thrown) {
        shown.value = toAppError(thrown)
      }
    },
  }
}
