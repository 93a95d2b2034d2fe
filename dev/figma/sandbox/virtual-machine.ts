import variant from '@jitl/quickjs-wasmfile-release-sync'
import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSContext,
  type QuickJSHandle,
} from 'quickjs-emscripten-core'
import type { Parcel } from './codec.ts'
import { PRELUDE } from './prelude.ts'
import type { Stopwatch } from './stopwatch.ts'

/** QuickJS with the prelude in it. Only text and buffers go in and out. It is never disposed, only dropped. */
export interface VirtualMachine {
  /** Runs a script. Throws what escapes it as an `EscapedError`. */
  evaluate(code: string, fileName: string): void
  /** Calls the guest's `receive`. */
  send(operation: string, parcel: Parcel): Parcel
  /** Runs the handlers of promises that have settled. Only once no guest code is under way. */
  runJobs(): void
}

export interface VirtualMachineOptions {
  wasmModule?: WebAssembly.Module | undefined
  /** What the guest's `ask` does. It must not throw. */
  answer(operation: string, parcel: Parcel): Parcel
  /** Asked now and then while the guest runs; `true` stops it. */
  shouldStop(): boolean
  /** Counts the time that the guest takes itself. */
  stopwatch: Stopwatch
}

/** What escaped a script, as the guest described it. */
export class EscapedError extends Error {
  override readonly stack: string
  constructor({ name, message, stack }: { name: string; message: string; stack: string }) {
    super(message)
    this.name = name
    this.stack = stack
  }
}

export async function startVirtualMachine(options: VirtualMachineOptions): Promise<VirtualMachine> {
  // quickjs-emscripten #248: typed views go stale when the memory grows, so it never grows. Untouched pages cost nothing.
  const wasmMemory = new WebAssembly.Memory({ initial: MEMORY_PAGES, maximum: MEMORY_PAGES })
  const { wasmModule } = options
  const quickjs = await newQuickJSWASMModuleFromVariant(
    newVariant(variant, wasmModule ? { wasmMemory, wasmModule } : { wasmMemory }),
  )
  const runtime = quickjs.newRuntime()
  runtime.setMaxStackSize(STACK_BYTES)
  runtime.setInterruptHandler(options.shouldStop)
  const context = runtime.newContext()

  const { inside, outside, turn } = options.stopwatch
  const ask = context.newFunction('ask', (operation, json, ...buffers) =>
    outside(() => {
      const answer = options.answer(context.getString(operation), {
        json: context.getString(json),
        buffers: buffers.map((handle) => bufferOf(context, handle)),
      })
      return toHandle(context, answer)
    }),
  )
  const clock = context.newFunction('clock', (on) => turn(context.dump(on) === true))
  const install = context.unwrapResult(context.evalCode(PRELUDE, 'figma.js'))
  const receive = call(context, install, [ask, clock])

  return {
    evaluate(code, fileName) {
      const result = inside(() => context.evalCode(code, fileName))
      if (result.error) throw escaped(context, result.error)
      result.value.dispose()
    },
    send(operation, { json, buffers }) {
      const values = [
        context.newString(operation),
        context.newString(json),
        ...buffers.map((buffer) => context.newArrayBuffer(buffer)),
      ]
      const returned = inside(() => call(context, receive, values))
      const answer = fromHandle(context, returned)
      returned.dispose()
      for (const value of values) value.dispose()
      return answer
    },
    runJobs() {
      const result = inside(() => runtime.executePendingJobs())
      if (result.error) throw escaped(context, result.error)
    },
  }
}

function call(context: QuickJSContext, callee: QuickJSHandle, values: QuickJSHandle[]): QuickJSHandle {
  const result = context.callFunction(callee, context.undefined, ...values)
  if (result.error) throw escaped(context, result.error)
  return result.value
}

function escaped(context: QuickJSContext, error: QuickJSHandle): EscapedError {
  const thrown = error.consume((handle) => context.dump(handle))
  const { name = 'Error', message = String(thrown), stack = '' } = Object(thrown)
  return new EscapedError({ name, message, stack })
}

function toHandle(context: QuickJSContext, { json, buffers }: Parcel): QuickJSHandle {
  const text = context.newString(json)
  if (buffers.length === 0) return text
  const list = context.newArray()
  const handles = [text, ...buffers.map((buffer) => context.newArrayBuffer(buffer))]
  handles.forEach((handle, index) => {
    handle.consume((item) => context.setProp(list, index, item))
  })
  return list
}

function fromHandle(context: QuickJSContext, handle: QuickJSHandle): Parcel {
  if (context.typeof(handle) === 'string') return { json: context.getString(handle), buffers: [] }
  const length = context.getProp(handle, 'length').consume((item) => context.getNumber(item))
  const json = context.getProp(handle, 0).consume((item) => context.getString(item))
  const buffers = Array.from({ length: length - 1 }, (_, index) =>
    context.getProp(handle, index + 1).consume((item) => bufferOf(context, item)),
  )
  return { json, buffers }
}

/** A copy: QuickJS frees its own. */
function bufferOf(context: QuickJSContext, handle: QuickJSHandle): ArrayBuffer {
  return context.getArrayBuffer(handle).consume((view) => view.value.slice().buffer as ArrayBuffer)
}

/** 512 MB in pages of 64 kB: also the only limit on typed arrays that QuickJS heeds. */
const MEMORY_PAGES = 8192
/** More overflows the browser's own stack and breaks the machine. */
const STACK_BYTES = 256 * 1024
