import type { Planes } from './look.ts'

/**
 * By how many px one look lies beside the other: the least squares of Lucas and Kanade over the whole of them, in one step.
 * Sees what is soft and shifted a little, which SSIM does not; of a large shift it says too little. 0 where nothing tells.
 */
export function shiftOf({ luma: one, width, height }: Planes, { luma: other }: Planes): number {
  const sums = {
    across: 0,
    down: 0,
    apart: 0,
    acrossAcross: 0,
    acrossDown: 0,
    downDown: 0,
    acrossApart: 0,
    downApart: 0,
  }
  const count = (width - 2) * (height - 2)
  if (width < 3 || height < 3) return 0
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x
      const across = (one[at + 1]! - one[at - 1]! + other[at + 1]! - other[at - 1]!) / 4
      const down = (one[at + width]! - one[at - width]! + other[at + width]! - other[at - width]!) / 4
      const apart = other[at]! - one[at]!
      sums.across += across
      sums.down += down
      sums.apart += apart
      sums.acrossAcross += across * across
      sums.acrossDown += across * down
      sums.downDown += down * down
      sums.acrossApart += across * apart
      sums.downApart += down * apart
    }
  }
  // Without the means: where all slopes alike, a shift cannot be told from a change of tone.
  const acrossAcross = sums.acrossAcross - sums.across ** 2 / count + count * NOISE
  const downDown = sums.downDown - sums.down ** 2 / count + count * NOISE
  const acrossDown = sums.acrossDown - (sums.across * sums.down) / count
  const acrossApart = sums.acrossApart - (sums.across * sums.apart) / count
  const downApart = sums.downApart - (sums.down * sums.apart) / count
  const divisor = acrossAcross * downDown - acrossDown ** 2
  return Math.hypot(
    (acrossDown * downApart - downDown * acrossApart) / divisor,
    (acrossDown * acrossApart - acrossAcross * downApart) / divisor,
  )
}

/** Squared levels per px: a mean slope below its root is taken for noise. */
const NOISE = 0.25
