import { byId } from './element.ts'
import type { Theme } from './plugin/plugin-page.ts'

/** The light/dark switch. Starts as the person's system is set. */
export function createTheme(changed: (theme: Theme) => void) {
  const button = byId('theme')
  let theme: Theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'

  function set(next: Theme) {
    theme = next
    document.documentElement.classList.remove('figma-light', 'figma-dark')
    document.documentElement.classList.add(`figma-${next}`)
    button.ariaPressed = String(next === 'dark')
    changed(next)
  }

  button.addEventListener('click', () => set(theme === 'dark' ? 'light' : 'dark'))
  return { set, current: () => theme }
}
