import type { Frame } from 'playwright-core'

/** A run as the panel showed it. */
export interface RunTimes {
  /** ms from the click on Run until the panel said that every row is settled, or until it was no longer waited for. */
  wall: number
  settled: number
  rows: number
}

/**
 * Starts a clock in the panel, which runs from the next click on Run until its progress says “n of n”. That is read
 * whenever the panel changes, in the panel itself, so that no message to this process is part of the time. After
 * `patience` ms the run is taken as it stands.
 */
export async function startClock(panel: Frame, patience: number): Promise<() => Promise<RunTimes>> {
  await panel.evaluate(watch, { patience })
  return () => panel.evaluate(() => (globalThis as unknown as Watched).benchRun)
}

interface Watched {
  benchRun: Promise<RunTimes>
}

/** Runs in the panel. */
function watch({ patience }: { patience: number }) {
  function progress() {
    const { ariaValueNow, ariaValueMax } = document.querySelector('[role="progressbar"]') ?? {}
    return { settled: Number(ariaValueNow ?? 0), rows: Number(ariaValueMax ?? 0) }
  }

  ;(globalThis as unknown as Watched).benchRun = new Promise((resolve) => {
    let startedAt: number | undefined
    const end = (now: number) => {
      observer.disconnect()
      removeEventListener('click', begin, { capture: true })
      resolve({ wall: now - (startedAt ?? now), ...progress() })
    }
    const begin = ({ target }: Event) => {
      const button = (target as Element).closest('button')
      if (button?.textContent?.trim().startsWith('Run')) startedAt ??= performance.now()
    }
    const observer = new MutationObserver(() => {
      const now = performance.now()
      const { settled, rows } = progress()
      if (startedAt !== undefined && rows > 0 && settled === rows) end(now)
    })
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
    addEventListener('click', begin, { capture: true })
    setTimeout(() => end(performance.now()), patience)
  })
}
