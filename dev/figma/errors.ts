/** An error that Figma itself would throw. On its way to the plugin it gets Figma's prefix, as in `in set_fills: …`. */
export class FigmaError extends Error {
  override readonly name = 'FigmaError'
}

/** Figma can do this and the simulation cannot. `what` names the member or the value. */
export function notSimulated(what: string): Error {
  return new Error(`dev/figma: ${what} is not simulated`)
}

/** The error as the plugin sees it. Figma: “in <property/method>: …” (developers.figma.com, API errors). */
export function placed(thrown: unknown, place: string): unknown {
  return thrown instanceof FigmaError ? new Error(`in ${place}: ${thrown.message}`) : thrown
}
