/** Arrow keys, Home and End move the focus among the buttons of a list that is one stop of the Tab key. */
export function moveFocus(event: KeyboardEvent & { currentTarget: HTMLElement }) {
  const { key, target, currentTarget } = event
  const buttons = [...currentTarget.querySelectorAll('button')]
  const focused = target instanceof HTMLButtonElement ? buttons.indexOf(target) : -1
  const last = buttons.length - 1
  const wanted = {
    ArrowRight: focused + 1,
    ArrowDown: focused + 1,
    ArrowLeft: focused - 1,
    ArrowUp: focused - 1,
    Home: 0,
    End: last,
  }[key]
  if (wanted === undefined) return
  // Or the panel scrolls.
  event.preventDefault()
  buttons[Math.min(Math.max(wanted, 0), last)]?.focus()
}
