/** A line in which each piece of work begins when all earlier ones have ended. */
export function createSerial() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(work: () => T | Promise<T>): Promise<T> => {
    const turn = last.then(work)
    last = turn.catch(() => {})
    return turn
  }
}

/**
 * Runs `work` when all earlier exclusive work has ended. An undo step and a copy that is in the document only for a
 * moment must never overlap: the step would keep the copy.
 */
export const exclusively = createSerial()

/**
 * What is read while something is borrowed for a file would be told as if it stayed so: the one waits for the other, first
 * come, first served. Readings go on beside each other. Never from within `exclusively`, which `alone` may wait for.
 */
export const undisturbed = <T>(read: () => Promise<T>): Promise<T> =>
  inTurn(() => {
    const reading = read()
    const end = () => void readings.delete(reading)
    readings.add(reading)
    reading.then(end, end)
    // As a value of its own, or the line would wait for it.
    return { reading }
  }).then(({ reading }) => reading)

/** Runs `work` when all readings have ended; others wait for it. */
export const alone = <T>(work: () => Promise<T>): Promise<T> =>
  inTurn(async () => {
    await Promise.allSettled(readings)
    return work()
  })

const inTurn = createSerial()
const readings = new Set<Promise<unknown>>()
