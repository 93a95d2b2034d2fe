import { useEffect, useState } from 'preact/hooks'

export type HeldButton = ReturnType<typeof useHeld>

/**
 * Something that shows for as long as a button or a key is held. Space does so wherever it presses no button of another
 * kind; the button that is meant is marked by `data-hold`, and takes Enter as well.
 */
export function useHeld() {
  const [isHeld, hold] = useState(false)
  useEffect(() => {
    // Whoever lets go elsewhere is not heard.
    const release = () => hold(false)
    addEventListener('blur', release)
    return () => removeEventListener('blur', release)
  }, [])
  return {
    isHeld,
    hold,
    /** Whether the key was meant for this. */
    onKeyDown(event: KeyboardEvent): boolean {
      const button = event.target instanceof Element ? event.target.closest('button') : null
      const isMeant = button?.hasAttribute('data-hold') ?? false
      const takesSpace = !button || isMeant || button.getAttribute('role') === 'option'
      if (!(event.key === ' ' && takesSpace) && !(event.key === 'Enter' && isMeant)) return false
      event.preventDefault()
      hold(true)
      return true
    },
    onKeyUp(event: KeyboardEvent) {
      if (!isHeld || (event.key !== ' ' && event.key !== 'Enter')) return
      // Firefox presses a button when Space comes up.
      event.preventDefault()
      hold(false)
    },
  }
}
