/**
 * Calls `work` at once, and where one call follows another so seldom that it leaves the thread to others for most of the
 * time: the longer it takes, the longer the pause. Calls in a pause become one at its end.
 */
export function seldom(work: () => void): () => void {
  let due = false
  let freeAt = 0

  function act() {
    due = false
    const startedAt = performance.now()
    work()
    const endedAt = performance.now()
    freeAt = endedAt + (endedAt - startedAt) * PAUSE
  }

  return () => {
    if (due) return
    const wait = freeAt - performance.now()
    if (wait <= 0) return act()
    due = true
    setTimeout(act, wait)
  }
}

/** Times as long as the work. */
const PAUSE = 15
