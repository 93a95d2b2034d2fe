import { stopsIn } from './stops.ts'

/**
 * Where the focus goes on from an element that changes of the page took away or disabled: to its neighbour, or else to the
 * list or the part of the panel that it was in.
 */
export function nextFocus(lost: Element, changes: readonly MutationRecord[]): HTMLElement | undefined {
  let gap: Gap = lost
  let gone: Node = lost
  for (const { removedNodes, target, previousSibling, nextSibling } of changes) {
    if (![...removedNodes].some((node) => node.contains(gone))) continue
    gap = { parentNode: target, previousSibling, nextSibling }
    gone = target
  }
  const { parentNode: parent, previousSibling: before, nextSibling: after } = gap
  if (!parent) return undefined
  for (const near of [after, before]) {
    const [stop] = near instanceof Element && near.parentNode === parent ? stopsIn(near) : []
    if (stop) return stop
  }
  const place = document.createRange()
  if (after?.parentNode === parent) place.setStartBefore(after)
  else place.setStart(parent, parent.childNodes.length)
  for (let around: Node | null = parent; around instanceof HTMLElement; around = around.parentNode) {
    if (around.hasAttribute('tabindex') && around.childElementCount > 0) return around
    // Nobody goes on at the corner that sizes the panel.
    const stops = stopsIn(around).filter((stop) => !stop.matches('[role=separator]'))
    const next = stops.find((stop) => place.comparePoint(stop, 0) > 0) ?? stops.at(-1)
    if (next) return next
  }
  return undefined
}

type Gap = { [side in 'parentNode' | 'previousSibling' | 'nextSibling']: Node | null }
