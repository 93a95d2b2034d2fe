import { signal } from '@preact/signals'
import { announcedText } from '../texts.ts'
import type { Tally } from './tally.ts'

/** What a screen reader says of a run: now and then, not at every row, and at its end. */
export function createAnnouncer(tallied: () => Tally) {
  const text = signal('')
  let timer: ReturnType<typeof setInterval> | undefined
  const say = () => {
    text.value = announcedText(tallied())
  }

  return {
    text,
    start() {
      clearInterval(timer)
      timer = setInterval(say, INTERVAL)
    },
    stop() {
      clearInterval(timer)
      say()
    },
  }
}

/** ms */
const INTERVAL = 10_000
