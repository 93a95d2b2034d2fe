export type Rush = ReturnType<typeof createRush>

/**
 * Whether pictures of a run are read, made ready, cut or placed at this moment. What is only looked at goes through the
 * same sandbox and the same workers, and waits meanwhile; not for ever, or a long run would show nothing.
 */
export function createRush() {
  let works = 0
  return {
    /** The function that it answers ends it; calling that twice is calling it once. */
    begin() {
      let isOver = false
      works++
      return () => {
        if (!isOver) works--
        isOver = true
      }
    },
    async over(): Promise<void> {
      for (let waited = 0; works > 0 && waited < PATIENCE; waited += PAUSE) {
        await new Promise((resolve) => setTimeout(resolve, PAUSE))
      }
    },
  }
}

/** ms */
const PAUSE = 30
const PATIENCE = 1500
