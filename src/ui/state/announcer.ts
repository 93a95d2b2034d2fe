import { signal } from '@preact/signals'

/** What a screen reader says of something long: at its beginning, now and then, not at every row, and at its end. */
export function createAnnouncer(sentence: () => string) {
  const text = signal('')
  let timer: ReturnType<typeof setInterval> | undefined
  const say = () => {
    text.value = sentence()
  }

  return {
    text,
    start() {
      clearInterval(timer)
      say()
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
