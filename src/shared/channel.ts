import { type AppError, fromWire, stopped, toWire, type WireFault } from './errors.ts'
import { type Carried, fromCarried, type MaybeWritten, toCarried } from './written.ts'

/** One end of a message pipe. Figma, a test and the playground each provide a pair. */
export interface Port {
  /** `transfer` names buffers that may move instead of being copied, where the pipe can. */
  post(message: unknown, transfer?: ArrayBuffer[]): void
  listen(receive: (message: unknown) => void): void
}

export interface Progress {
  done: number
  total: number
}

/** What a running command can do besides return. The sandbox has no AbortSignal. */
export interface Task {
  report(progress: Progress): void
  throwIfCancelled(): void
}

export interface CallOptions {
  /** Aborting rejects the call at once and tells the sandbox that the answer is no longer wanted. */
  signal?: CancelSignal | undefined
  /** Aborting only tells the sandbox; the call waits for its answer, which says whether anything was done. */
  patient?: boolean
  onProgress?: ((progress: Progress) => void) | undefined
  /** Buffers in the input that the caller will not read again. */
  transfer?: ArrayBuffer[] | undefined
}

/** The part of AbortSignal that both worlds can name. */
interface CancelSignal {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
}

// biome-ignore lint/suspicious/noExplicitAny: a function type is only matched by any function in this position.
type Api<T> = { [K in keyof T]: (input: any) => unknown }
type Input<F> = F extends (input: infer I) => unknown ? I : never
// biome-ignore lint/suspicious/noExplicitAny: as above.
type Output<F> = F extends (input: any) => infer O ? Awaited<O> : never
export type Handlers<C> = {
  [K in keyof C]: (input: Input<C[K]>, task: Task) => MaybeWritten<Output<C[K]>> | Promise<MaybeWritten<Output<C[K]>>>
}

type Message =
  | { kind: 'call'; id: number; name: string; input: unknown }
  | { kind: 'cancel'; id: number }
  | { kind: 'progress'; id: number; progress: Progress }
  | ({ kind: 'result'; id: number } & Carried)
  | { kind: 'error'; id: number; error: WireFault }
  | ({ kind: 'event'; name: string } & Carried)

const isMessage = (value: unknown): value is Message => typeof value === 'object' && value !== null && 'kind' in value

/**
 * The sandbox's end: answers every call exactly once, and may emit events. What a command throws goes to whoever called as an
 * `AppError`; what is none, or a command that nobody knows, as `bug`.
 */
export function serve<C extends Api<C>, E>(port: Port, handlers: Handlers<C>) {
  // A map, so that a name such as `toString` finds nothing.
  const byName = new Map<string, Handlers<C>[keyof C]>(Object.entries(handlers))
  const running = new Map<number, { cancelled: boolean }>()
  const post = (message: Message) => port.post(message)

  async function answer(id: number, name: string, input: unknown) {
    const state = { cancelled: false }
    running.set(id, state)
    const task: Task = {
      report: (progress) => post({ kind: 'progress', id, progress }),
      throwIfCancelled() {
        if (state.cancelled) throw stopped()
      },
    }
    try {
      const handler = byName.get(name)
      if (!handler) throw new Error(`No command is called “${name}”.`)
      post({ kind: 'result', id, ...toCarried(await handler(input as Input<C[keyof C]>, task)) })
    } catch (thrown) {
      post({ kind: 'error', id, error: toWire(thrown) })
    } finally {
      running.delete(id)
    }
  }

  port.listen((message) => {
    if (!isMessage(message)) return
    if (message.kind === 'call') void answer(message.id, message.name, message.input)
    if (message.kind !== 'cancel') return
    const state = running.get(message.id)
    if (state) state.cancelled = true
  })

  return {
    emit: <K extends keyof E & string>(name: K, value: MaybeWritten<E[K]>) =>
      post({ kind: 'event', name, ...toCarried(value) }),
  }
}

/**
 * The UI's end: calls commands, hears progress and events. A call rejects with what its command threw, or `cancelled`. No clock
 * runs on it: a command may take as long as Figma does.
 */
export function connect<C extends Api<C>, E>(port: Port) {
  interface Call {
    resolve(value: unknown): void
    reject(error: AppError): void
    onProgress: CallOptions['onProgress']
  }
  const calls = new Map<number, Call>()
  const listeners = new Map<string, Set<(value: never) => void>>()
  let lastId = 0

  port.listen((message) => {
    if (!isMessage(message)) return
    if (message.kind === 'event') {
      for (const listener of listeners.get(message.name) ?? []) listener(fromCarried(message) as never)
      return
    }
    const call = calls.get(message.id)
    if (message.kind === 'progress') call?.onProgress?.(message.progress)
    if (message.kind === 'result') call?.resolve(fromCarried(message))
    if (message.kind === 'error') call?.reject(fromWire(message.error))
  })

  async function call<K extends keyof C & string>(name: K, input: Input<C[K]>, options: CallOptions = {}) {
    const { signal, patient = false, onProgress, transfer } = options
    if (signal?.aborted) throw stopped()
    const id = ++lastId
    const cancel = () => {
      port.post({ kind: 'cancel', id })
      if (!patient) calls.get(id)?.reject(stopped())
    }
    try {
      const value = await new Promise<unknown>((resolve, reject) => {
        calls.set(id, { resolve, reject, onProgress })
        signal?.addEventListener('abort', cancel)
        port.post({ kind: 'call', id, name, input }, transfer)
      })
      return value as Output<C[K]>
    } finally {
      calls.delete(id)
      signal?.removeEventListener('abort', cancel)
    }
  }

  function on<K extends keyof E & string>(name: K, listener: (value: E[K]) => void) {
    const heard = listeners.get(name) ?? new Set()
    listeners.set(name, heard.add(listener))
    return () => void heard.delete(listener)
  }

  return { call, on }
}

export type Connection<C extends Api<C>, E> = ReturnType<typeof connect<C, E>>
