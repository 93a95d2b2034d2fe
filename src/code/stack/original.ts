import type { Paint } from '@figma/plugin-typings/plugin-api-standalone'
import {
  ownKeys,
  type Paints,
  type Results,
  resultAt,
  type Stack,
  showing,
  shownBefore,
  shownResults,
  stackOf,
  standingFor,
  visibleIn,
} from './results.ts'

/**
 * The stack as it was before Refill: its results hidden, and what the shown ones stand for visible again. A result
 * whose source has gone from the stack (on a copy that a designer has changed) has become the picture of the layer and
 * stays. On a cover, which began empty, every result goes.
 * Answers `undefined` if no result shows that could be taken back.
 */
export function withOriginal(paints: Paints, results: Results, { isCover = false } = {}): Paint[] | undefined {
  const stack = stackOf(paints, results)
  const back = shownResults(stack).filter((hash) => isCover || hasWayBack(stack, hash))
  if (back.length === 0) return undefined
  const again = new Set(back.flatMap((hash) => ownKeys(results.get(hash)!.hid)))
  const visible = visibleIn(stack).filter((index) => !back.includes(resultAt(stack, index) ?? ''))
  return showing(paints, [...visible, ...stack.keys.flatMap((key, index) => (again.has(key) ? [index] : []))])
}

/** Whether the stack still holds what the result took the place of. */
export function hasWayBack({ keys, results, paints, places }: Stack, hash: string): boolean {
  const { of, hid } = results.get(hash)!
  if (hid.some((key) => keys.includes(key))) return true
  return paints.some((paint, index) => paint.type === 'IMAGE' && paint.imageHash === of && places.get(hash) !== index)
}

/** The stack of a layer whose look is on a rectangle above: nothing shows. `hid` is what comes back without the look. */
export function withNothing(paints: Paints, results: Results): { paints: Paint[]; hid: string[] } {
  const stack = stackOf(paints, results)
  return { paints: showing(paints, []), hid: standingFor(stack, visibleIn(stack), 'look') }
}

/** The stack of a layer with what showed before its look was laid on a rectangle above. */
export function withShownAgain(paints: Paints, results: Results, looks: readonly string[]): Paint[] {
  const stack = stackOf(paints, results)
  return showing(paints, [...visibleIn(stack), ...looks.flatMap((look) => shownBefore(stack, look))])
}
