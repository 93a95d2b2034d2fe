import { invalid } from './errors.ts'

/** By how much each edge may grow. */
export interface Scaling {
  least: number
  most: number
  usual: number
  /** Whole steps, such as x2 and x4, where nothing in between is taken. */
  only?: readonly number[]
  /** Whatever is asked, it is `usual`. */
  fixed?: true
}

/** Throws INVALID_REQUEST. */
export function readFactor(text: string | undefined, { least, most, usual, only, fixed }: Scaling): number {
  const value = Number(text ?? usual)
  const taken =
    /^\d+(\.\d+)?$/.test(text ?? String(usual)) && (only?.includes(value) ?? (value >= least && value <= most))
  if (!taken && !fixed) {
    throw invalid(
      `Invalid scale_factor '${text}': expected ${only?.join(' or ') ?? `a number from ${least} to ${most}`}`,
    )
  }
  return fixed ? usual : value
}
