/** 0 up to `low`, 1 from `high` on, eased between. */
export function smooth(low: number, high: number, value: number): number {
  const share = Math.min(1, Math.max(0, (value - low) / (high - low)))
  return share * share * (3 - 2 * share)
}

export function clamp(value: number, low = 0, high = 1): number {
  return value < low ? low : value > high ? high : value
}

/** Math.hypot for two numbers; that one takes ten times as long in V8. */
export function distance(x: number, y: number): number {
  return Math.sqrt(x * x + y * y)
}
