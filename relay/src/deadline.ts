/**
 * Aborts after `ms`. Somebody listens to it from the start: Node collects a timeout that `AbortSignal.any` alone holds,
 * and then it never comes (nodejs/node#57736).
 */
export function deadlineIn(ms: number): AbortSignal {
  const deadline = AbortSignal.timeout(ms)
  deadline.addEventListener('abort', () => undefined)
  return deadline
}
