import { AppError } from '../../shared/errors.ts'
import type { Bytes, Picture } from '../../shared/picture.ts'
import { blobOf } from './files.ts'
import type { CutOrder, Drawn, FrameOrder, Order, Original } from './orders.ts'
import { type Runner, startRunner } from './runner.ts'

interface Wanted {
  /** Aborting drops work that has not begun, and ignores what begun work gives. The call rejects at once: `cancelled`. */
  signal?: AbortSignal | undefined
}

/**
 * Decodes, draws and encodes off the page, one picture at a time so that memory stays small. Nothing that is passed in
 * is emptied. Throws `image` for a picture of ours, `provider` for a provider's, `cancelled`.
 */
export interface Codec {
  /** Always PNG, without metadata, at exactly `shape`; `transparent` says whether the picture was. */
  frame(picture: Picture, wanted: Omit<FrameOrder, 'original'> & Wanted): Promise<Drawn>
  /** PNG where it has alpha, else the smaller of PNG and JPEG; at most 4096 px an edge. */
  cut(
    answer: Blob | Bytes,
    wanted: Omit<CutOrder, 'answer' | 'alphaOf'> & Wanted & { alphaOf?: Picture | undefined },
  ): Promise<Picture>
  /** PNG or JPEG, its longer edge at most `maxEdge` px. */
  thumbnail(picture: Picture, wanted: { maxEdge: number } & Wanted): Promise<Picture>
  /** Stops the worker; what still waits is `cancelled`. */
  close(): void
}

/** Nothing starts before the first picture comes. */
export function createCodec(): Codec {
  let closed = false
  let runner: Promise<Runner> | undefined
  let last: Promise<unknown> = Promise.resolve()

  function run(order: Order, signal?: AbortSignal): Promise<Drawn> {
    const turn = last.then(async () => {
      if (closed || signal?.aborted) throw stopped()
      runner ??= startRunner()
      return (await runner).run(order)
    })
    last = turn.catch(() => {})
    return signal ? orAborted(turn, signal) : turn
  }
  const pictureOf = async (drawing: Promise<Drawn>) => (await drawing).picture

  return {
    frame: (picture, { signal, ...wanted }) => run({ work: 'frame', original: originalOf(picture), ...wanted }, signal),
    cut: (answer, { signal, alphaOf, ...wanted }) => {
      const alpha = alphaOf && originalOf(alphaOf)
      return pictureOf(run({ work: 'cut', answer: blobOf(answer), alphaOf: alpha, ...wanted }, signal))
    },
    thumbnail: (picture, { signal, maxEdge }) =>
      pictureOf(run({ work: 'thumbnail', original: originalOf(picture), maxEdge }, signal)),
    close() {
      closed = true
      void runner?.then(({ stop }) => stop())
    },
  }
}

const originalOf = ({ bytes, width, height }: Picture): Original => ({ file: blobOf(bytes), told: { width, height } })

const stopped = () => new AppError('cancelled', 'Stopped.')

function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(stopped())
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
