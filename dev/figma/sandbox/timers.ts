import { type GuestFunction, isGuestFunction } from './remote.ts'

/** `setTimeout` and its kin as Figma's sandbox has them: they answer with numbers and die with the plugin. */
export function createTimers() {
  const running = new Map<number, ReturnType<typeof setTimeout>>()
  let lastId = 0
  let stopped = false

  function start([callback, delay]: unknown[], repeats: boolean): number {
    if (stopped) return 0
    if (!isGuestFunction(callback)) throw new TypeError('The first argument of a timer must be a function')
    const id = ++lastId
    running.set(id, repeats ? setInterval(tell, ms(delay), callback) : setTimeout(once, ms(delay), callback, id))
    return id
  }

  const tell = (callback: GuestFunction) => callback.tell()

  function once(callback: GuestFunction, id: number) {
    running.delete(id)
    callback.tell()
  }

  function clear([id]: unknown[]): void {
    clearTimeout(running.get(id as number))
    running.delete(id as number)
  }

  return {
    operations: {
      setTimeout: (values: unknown[]) => start(values, false),
      setInterval: (values: unknown[]) => start(values, true),
      clearTimeout: clear,
      clearInterval: clear,
    },
    stop() {
      stopped = true
      for (const timer of running.values()) clearTimeout(timer)
      running.clear()
    },
  }
}

const ms = (delay: unknown) => (typeof delay === 'number' && delay > 0 ? delay : 0)
