/** The middle of them; of an even number the mean of the two. */
export function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other)
  const middle = (sorted.length - 1) / 2
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2
}

/** How much more than `ideal` it is, as a share: 0.03 is 3 %. */
export const overheadOf = (measured: number, ideal: number): number => measured / ideal - 1

export const inPercent = (share: number): string => `${(share * 100).toFixed(1)} %`

export const inMs = (ms: number): string => (ms < 10 ? `${ms.toFixed(1)} ms` : `${Math.round(ms)} ms`)

export const inSeconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`

export const inMB = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`

export const inKB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`
