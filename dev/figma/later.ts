/** Runs `work` in a task of its own, soon, in order. Browsers hold back nested timers by 4 ms; messages they do not. */
export function later(work: () => void): void {
  waiting.push(work)
  if (waiting.length === 1) schedule()
}

/** Resolves in a task of its own, as an answer of Figma's does. */
export const soon = () => new Promise<void>((resolve) => later(resolve))

const waiting: (() => void)[] = []

const inNode = typeof setImmediate === 'function'
const channel = inNode ? undefined : new MessageChannel()
if (channel) channel.port1.onmessage = next

function schedule() {
  if (channel) channel.port2.postMessage(undefined)
  else setImmediate(next)
}

function next() {
  const work = waiting.shift()
  if (waiting.length > 0) schedule()
  work?.()
}
