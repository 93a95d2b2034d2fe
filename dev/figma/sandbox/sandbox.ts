import { createCodec, type Parcel } from './codec.ts'
import { described, faultOf, located, placedBy } from './faults.ts'
import { GUEST, type GuestFunction, KIND, type Remote, surfaceOf } from './remote.ts'
import { createSlices } from './slices.ts'
import { createStopwatch } from './stopwatch.ts'
import { createTimers } from './timers.ts'
import { EscapedError, startVirtualMachine } from './virtual-machine.ts'

/** What the plugin's code runs in. */
export interface Sandbox {
  /** A global that is a live API object. */
  expose(name: string, remote: Remote): void
  /** A global that is plain data. */
  define(name: string, value: unknown): void
  evaluate(code: string, fileName: string): void
  /** From now on nothing calls in; what code still runs finds every API object closed. */
  close(): void
  /** ms that the code held the thread at most, in one go. */
  readonly longestSlice: number
  /** ms, without what Figma did for the code meanwhile */
  readonly longestOwnSlice: number
  /** From now on only what comes is measured. */
  forgetSlices(): void
}

export interface SandboxOptions {
  /** The prototypes of all API objects that the code may come to hold. */
  kinds: readonly Remote[]
  wasmModule?: WebAssembly.Module | undefined
  /** ms that code may hold the thread. */
  patience: number
  log(level: string, values: unknown[]): void
  /** Hears of everything that escapes the plugin's code. */
  escaped(error: { name: string; message: string; stack: string }): void
  /** Asked before each assignment and each call of the API. Throws where the plugin may not do this now. */
  admit(use: 'set' | 'call', name: string): void
  fetch(url: unknown, init: unknown): Promise<unknown>
  /** After each assignment and each call of the API, before the code goes on. */
  settle(): void
  /** The code held the thread for longer than `patience` and was cut off. */
  stuck(): void
}

/**
 * Joins the two halves of the membrane: names for what has an identity, and the calls in both directions. It is long
 * because both halves share these names, and each call of the one can end in the other.
 * QuickJS tells nobody of a rejection that no code handles, so one is seen only where Figma holds the promise: the
 * handlers of events, messages and timers.
 */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const remotes: Remote[] = []
  const remoteIds = new Map<Remote, number>()
  const guestFunctions = new Map<number, GuestFunction>()
  const timers = createTimers()
  let promises = 0
  let closed = false

  const stopwatch = createStopwatch()
  const slices = createSlices({
    patience: options.patience,
    escaped: (thrown) => options.escaped(described(thrown)),
    settle: () => machine.runJobs(),
    stuck: options.stuck,
    stopwatch,
  })
  const enter = (work: () => void) => closed || slices.enter(work)

  const codec = createCodec({
    idOf,
    remote,
    guestFunction(id) {
      const there = guestFunctions.get(id) ?? createGuestFunction(id)
      guestFunctions.set(id, there)
      return there
    },
    promise(promise) {
      const id = ++promises
      const end = (outcome: object) => {
        options.settle()
        enter(() => void send('settle', { id, ...outcome }))
      }
      void promise.then(
        (value) => end({ value }),
        (thrown) => end({ fault: faultOf(thrown) }),
      )
      return id
    },
  })

  const machine = await startVirtualMachine({
    wasmModule: options.wasmModule,
    shouldStop: slices.shouldStop,
    stopwatch,
    answer(operation, parcel) {
      try {
        return codec.pack({ value: operations[operation]!(codec.unpack(parcel) as never) })
      } catch (thrown) {
        return codec.pack({ fault: faultOf(thrown) })
      }
    },
  })

  const operations: Record<string, (input: never) => unknown> = {
    get: ([id, name]: [number, string]) => opened(`get_${name}`, () => Reflect.get(remote(id), name)),
    set: ([id, name, value]: [number, string, unknown]) =>
      opened(`set_${name}`, () => {
        options.admit('set', name)
        settled(() => void Reflect.set(remote(id), name, value))
      }),
    call: ([id, name, values]: [number, string, unknown[]]) =>
      opened(name, () => {
        options.admit('call', name)
        return settled(() => located(name, Reflect.get(remote(id), name).apply(remote(id), values)))
      }),
    fetch: ([url, init]: [unknown, unknown]) => opened('fetch', () => located('fetch', options.fetch(url, init))),
    escaped: options.escaped,
    console: ([level, values]: [string, unknown[]]) => options.log(level, values),
    ...timers.operations,
  }

  function settled<T>(work: () => T): T {
    const result = work()
    options.settle()
    return result
  }

  function idOf(object: Remote): number {
    const id = remoteIds.get(object) ?? remotes.push(object)
    remoteIds.set(object, id)
    return id
  }

  function remote(id: number): Remote {
    return remotes[id - 1]!
  }

  function createGuestFunction(id: number): GuestFunction {
    return {
      [GUEST]: id,
      ask: (...values) => send('ask', { id, values }),
      tell: (...values) => void enter(() => void send('tell', { id, values })),
      reply(...values) {
        let answer: unknown
        enter(() => {
          answer = send('ask', { id, values })
        })
        return answer
      },
    }
  }

  function send(operation: string, input: unknown): unknown {
    const parcel: Parcel = machine.send(operation, codec.pack(input))
    const { value, fault } = codec.unpack(parcel) as { value: unknown; fault?: EscapedError }
    if (fault) throw new EscapedError(fault)
    return value
  }

  /** T:173: closing disables Figma's API, but the lines after it still run, and throw. */
  function opened(place: string, work: () => unknown): unknown {
    if (closed) throw new Error(`in ${place}: The plugin is closed`)
    return placedBy(place, work)
  }

  send('surfaces', options.kinds.map(surfaceOf))

  return {
    expose: (name, object) => void send('remote', { name, id: idOf(object), kind: object[KIND] }),
    define: (name, value) => void send('define', { name, value }),
    evaluate: (code, fileName) => void enter(() => machine.evaluate(code, fileName)),
    close() {
      closed = true
      timers.stop()
    },
    get longestSlice() {
      return slices.longest
    },
    get longestOwnSlice() {
      return slices.longestOwn
    },
    forgetSlices: slices.forget,
  }
}
