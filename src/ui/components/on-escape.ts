/** For `onKeyDown`: Escape closes this, and nothing around it. Not what is being composed. */
export const onEscape = (close: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return
  event.preventDefault()
  event.stopPropagation()
  close()
}
