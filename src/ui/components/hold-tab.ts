import { stopsIn } from './stops.ts'

/** Within a dialog the Tab key goes from the last stop to the first: behind it, it would leave the panel's window. */
export function holdTab(event: KeyboardEvent, dialog: HTMLElement) {
  if (event.key !== 'Tab' || event.ctrlKey || event.altKey || event.metaKey) return
  const stops = stopsIn(dialog)
  const [edge, next] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]]
  const isInside = stops.some((stop) => stop === document.activeElement)
  if (isInside && document.activeElement !== edge) return
  event.preventDefault()
  next?.focus()
}
