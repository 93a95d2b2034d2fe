import type { Models } from '../state/models.ts'

/** *Check*, unless a box says what is wrong with it: then that box has the focus, and nothing more is said. */
export function checkPressed({ settings }: Pick<Models, 'settings'>, onCheck: () => unknown): void {
  const wrong = settings.refusal.value && document.querySelector<HTMLElement>('[aria-invalid=true]')
  if (wrong) wrong.focus()
  else void onCheck()
}
