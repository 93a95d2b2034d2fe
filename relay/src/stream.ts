/** How a stream ended; `cut` where it broke off, was given up or held too much. */
export interface Ended {
  bytes: number
  cut: boolean
}

/** The same stream, given up when it holds more than `most` bytes. It is read no faster than it is asked for. */
export function measured(
  source: ReadableStream<Uint8Array>,
  { most, onEnd }: { most: number; onEnd: (ended: Ended) => void },
): ReadableStream<Uint8Array> {
  const reader = source.getReader()
  let bytes = 0
  let ended = false
  const end = (cut: boolean) => {
    if (!ended) onEnd({ bytes, cut })
    ended = true
  }
  const cancel = (reason: unknown) => reader.cancel(reason).catch(() => undefined)

  async function next(): Promise<Uint8Array | undefined> {
    const { done, value } = await reader.read()
    if (done) return undefined
    bytes += value.byteLength
    if (bytes > most) throw new Error(TOO_MUCH)
    return value
  }

  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const chunk = await next()
          if (chunk) return controller.enqueue(chunk)
          end(false)
          controller.close()
        } catch {
          end(true)
          void cancel(CUT)
          // The cause may hold an address or worse: nobody is told more than this.
          controller.error(new Error(CUT))
        }
      },
      async cancel() {
        end(true)
        await cancel(CUT)
      },
    },
    { highWaterMark: 0 },
  )
}

/** The same stream, but where it fails `cut` is called and it stays open: for a runtime that would end it as if whole. */
export function cutting(source: ReadableStream<Uint8Array>, cut: () => void): ReadableStream<Uint8Array> {
  const reader = source.getReader()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const chunk = await reader.read().catch(() => undefined)
        if (!chunk) cut()
        else if (chunk.done) controller.close()
        else controller.enqueue(chunk.value)
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  )
}

const TOO_MUCH = 'The stream holds more than it may.'
const CUT = 'The stream broke off.'
