/** A line in which each piece of work begins when all earlier ones have ended. */
export function createLine() {
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
export const exclusively = createLine()

/** What is read while a file is drawn would be told as if it stayed so: readings and what is borrowed take turns. */
export const undisturbed = createLine()
