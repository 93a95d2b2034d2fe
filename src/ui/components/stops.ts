/** What the Tab key stops at in that place, itself included, in the order of the page. */
export const stopsIn = (place: Element): HTMLElement[] => [place, ...place.querySelectorAll('*')].filter(isStop)

const isStop = (element: Element): element is HTMLElement =>
  element instanceof HTMLElement &&
  element.matches(STOPS) &&
  element.tabIndex >= 0 &&
  // Older browsers cannot tell.
  element.checkVisibility?.() !== false

const STOPS = 'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary, [tabindex]'
