import type { Frame } from 'playwright-core'

/** Words of the panel, as the source of a pattern, that show the state in which Stop is to be pressed. */
export type StateWords = string

/**
 * Presses Stop in the panel at the moment at which it first shows a state. Call it before Run; what it returns settles
 * with the ms from that press until the panel says that every row is settled, or with undefined where the state does not
 * show within `patience` ms.
 */
export async function stopAt(
  panel: Frame,
  words: StateWords,
  patience: number,
): Promise<() => Promise<number | undefined>> {
  await panel.evaluate(watch, { words, patience })
  return async () => (await panel.evaluate(() => (globalThis as unknown as Watched).benchStop)) ?? undefined
}

interface Watched {
  benchStop: Promise<number | null>
}

/** Runs in the panel. */
function watch({ words, patience }: { words: string; patience: number }) {
  const shown = new RegExp(words)
  const text = () => document.body.textContent ?? ''
  const stopButton = () =>
    // Each row has one of its own.
    [...document.querySelectorAll('button:not(li *)')].find(({ textContent }) => textContent?.trim() === 'Stop')
  const isSettled = () => {
    const bar = document.querySelector('[role="progressbar"]')
    return bar !== null && bar.ariaValueNow === bar.ariaValueMax
  }

  ;(globalThis as unknown as Watched).benchStop = new Promise((resolve) => {
    let stoppedAt: number | undefined
    const observer = new MutationObserver(look)
    function end(ms: number | null) {
      observer.disconnect()
      resolve(ms)
    }
    function look() {
      if (stoppedAt !== undefined) {
        if (isSettled()) end(performance.now() - stoppedAt)
        return
      }
      const button = stopButton()
      if (!button || !shown.test(text())) return
      stoppedAt = performance.now()
      ;(button as HTMLElement).click()
    }
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
    setTimeout(() => end(null), patience)
  })
}
