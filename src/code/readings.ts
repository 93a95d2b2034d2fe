/**
 * When to read what is selected. A change of the selection is read when it has settled, and ends a reading of what was
 * selected before. A change of the document waits for the reading under way, and then for many times as long as that
 * held the thread: a run changes the selected layers again and again, and must not be slowed down by being watched.
 * No change is lost: after the last one there is a reading.
 *
 * `read` resolves to the ms that it held the thread; `always`: the selection itself has changed.
 */
export function createReadings(read: (always: boolean, isWanted: () => boolean) => Promise<number>) {
  let timer: ReturnType<typeof setTimeout> | undefined
  /** What the next reading is for. */
  let next: 'selection' | 'document' | undefined
  let latest = 0
  let isReading = false
  let restsUntil = 0

  async function begin() {
    const mine = ++latest
    const always = next === 'selection'
    next = undefined
    isReading = true
    let held = 0
    try {
      held = await read(always, () => mine === latest)
    } finally {
      if (mine === latest) {
        isReading = false
        restsUntil = Date.now() + REST * held
        if (next === 'document') settle(Math.max(DOCUMENT_SETTLE, REST * held))
      }
    }
  }
  function settle(wait: number) {
    if (timer !== undefined) clearTimeout(timer)
    timer = setTimeout(begin, wait)
  }

  return {
    selectionChanged() {
      next = 'selection'
      settle(SELECTION_SETTLE)
    },
    documentChanged() {
      if (next === 'selection') return
      next = 'document'
      if (!isReading) settle(Math.max(DOCUMENT_SETTLE, restsUntil - Date.now()))
    },
  }
}

/** ms; a marquee changes the selection many times. */
const SELECTION_SETTLE = 60
/** ms; a layer that is dragged changes at every frame. */
const DOCUMENT_SETTLE = 150
/** Times as long as the last reading: watching takes a thirtieth of the thread at most. */
const REST = 30
