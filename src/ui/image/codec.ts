import PQueue from 'p-queue'
import { stopped } from '../../shared/errors.ts'
import type { Bytes, Picture } from '../../shared/picture.ts'
import { blobOf } from './files.ts'
import type {
  ConvertOrder,
  CutOrder,
  Drawn,
  EnlargeOrder,
  FrameOrder,
  MaskOrder,
  Order,
  Original,
  PatchOrder,
  ReferOrder,
  ResampleOrder,
} from './orders.ts'
import { type Runner, startRunner } from './runner.ts'

interface Wanted {
  /** Aborting drops work that has not begun, and ignores what begun work gives. The call rejects at once: `cancelled`. */
  signal?: AbortSignal | undefined
}

/** What came back, as Figma takes it. */
export interface Returned extends Picture {
  /** How far it is the picture that was sent, from 0 to 1: see `isAlike`. Undefined where that is not to be asked. */
  likeness?: number | undefined
  /** Of a part: see `Patched`. */
  drift?: number | undefined
}

/** A picture with a part of it changed. */
export interface Patched extends Picture {
  /** Levels by which the answer was brought to the colours around its region; 0 where it met them, or was left as it is. */
  drift: number
}

/**
 * Decodes, draws and encodes off the page, at most two pictures at a time so that memory stays small; what is only looked
 * at comes after what is edited. Nothing that is passed in is emptied. Throws `image` for a picture of ours, `provider` for a
 * provider's, `cancelled`.
 */
export interface Codec {
  /** JPEG where the picture was one, else PNG; without metadata, at exactly `shape`. `transparent`: whether it was. */
  frame(picture: Picture, wanted: Omit<FrameOrder, 'original'> & Wanted): Promise<Drawn>
  /** PNG where it has alpha, else the smaller of PNG and JPEG; at most 4096 px an edge. */
  cut(
    answer: Blob | Bytes,
    wanted: Omit<CutOrder, 'answer' | 'alphaOf'> & Wanted & { alphaOf?: Picture | undefined },
  ): Promise<Picture>
  /**
   * The picture, its region taken from an answer for a crop of it. A PNG whose pixels outside the region are those of the
   * picture, and whose alpha is; at most 4096 px an edge, which what is larger is brought down to.
   */
  patch(answer: Blob | Bytes, wanted: Omit<PatchOrder, 'answer' | 'picture'> & { picture: Picture }): Promise<Patched>
  /** A PNG of `shape`, clear where the region is. */
  mask(wanted: MaskOrder & Wanted): Promise<Picture>
  /**
   * As `cut`, of the whole of an upscaler's answer, which has to be larger than `source` and of its shape. Compared with
   * `original` where that is given.
   */
  enlarge(
    answer: Blob | Bytes,
    wanted: Omit<EnlargeOrder, 'answer' | 'original'> & { original?: Picture | undefined },
  ): Promise<Returned>
  /**
   * The picture at `size` px, at least its own and at most 4096 an edge, by resampling alone. PNG where it has alpha, else
   * the smaller of PNG and JPEG; without metadata.
   */
  resample(picture: Picture, wanted: Omit<ResampleOrder, 'original'> & Wanted): Promise<Picture>
  /**
   * The same pixels as JPEG on a ground, or as WebP, which keeps alpha; without metadata. Throws `image` as well where the
   * browser cannot write it, or files of the type are not that large.
   */
  convert(picture: Picture, wanted: Omit<ConvertOrder, 'original'> & Wanted): Promise<Picture>
  /**
   * Upright, in about as many pixels as models use and at most 4096 an edge; PNG where it has alpha, else JPEG; without
   * metadata.
   */
  refer(file: Blob | Bytes, wanted: Omit<ReferOrder, 'file'> & Wanted): Promise<Picture>
  /** PNG or JPEG, its longer edge at most `maxEdge` px. */
  thumbnail(picture: Picture, wanted: { maxEdge: number } & Wanted): Promise<Picture>
  /** Stops the worker; what still waits is `cancelled`. */
  close(): void
}

/** Nothing starts before the first picture comes. */
export function createCodec(): Codec {
  const queue = new PQueue({ concurrency: RUNNERS })
  let closed = false
  /** Those that are idle, the one that was used last at the end. */
  const idle: Promise<Runner>[] = []
  /** How many orders each was given. */
  const all = new Map<Promise<Runner>, number>()

  async function run(order: Order, signal?: AbortSignal): Promise<Drawn> {
    const work = async () => {
      if (closed) throw stopped()
      const runner = idle.pop() ?? startRunner()
      const orders = (all.get(runner) ?? 0) + 1
      all.set(runner, orders)
      const { place, run } = await runner
      try {
        return await run(order)
      } finally {
        if (orders < LIFETIME || place === 'page') idle.push(runner)
        else retire(runner)
        prepareNext()
      }
    }
    try {
      return await queue.add(work, { priority: PRIORITIES[order.work], ...(signal && { signal }) })
    } catch (thrown) {
      throw signal?.aborted ? stopped() : thrown
    }
  }
  function retire(runner: Promise<Runner>) {
    all.delete(runner)
    void runner.then(({ stop }) => stop())
  }
  /** The first work shows that there is more to come. */
  function prepareNext() {
    if (closed || all.size >= RUNNERS) return
    const runner = startRunner()
    all.set(runner, 0)
    idle.unshift(runner)
  }
  const pictureOf = async (drawing: Promise<Drawn>) => (await drawing).picture

  return {
    frame: (picture, { signal, ...wanted }) => run({ work: 'frame', original: originalOf(picture), ...wanted }, signal),
    cut: (answer, { signal, alphaOf, ...wanted }) => {
      const alpha = alphaOf && originalOf(alphaOf)
      return pictureOf(run({ work: 'cut', answer: blobOf(answer), alphaOf: alpha, ...wanted }, signal))
    },
    async patch(answer, { picture, ...wanted }) {
      const order = { answer: blobOf(answer), picture: originalOf(picture), ...wanted }
      const drawn = await run({ work: 'patch', ...order })
      return { ...drawn.picture, drift: drawn.drift ?? 0 }
    },
    mask: ({ signal, ...wanted }) => pictureOf(run({ work: 'mask', ...wanted }, signal)),
    async enlarge(answer, { original, ...wanted }) {
      const order = { answer: blobOf(answer), original: original && originalOf(original), ...wanted }
      const { picture, likeness } = await run({ work: 'enlarge', ...order })
      return { ...picture, likeness }
    },
    resample: (picture, { signal, size }) =>
      pictureOf(run({ work: 'resample', original: originalOf(picture), size }, signal)),
    convert: (picture, { signal, ...wanted }) =>
      pictureOf(run({ work: 'convert', original: originalOf(picture), ...wanted }, signal)),
    refer: (file, { signal, told }) => pictureOf(run({ work: 'refer', file: blobOf(file), told }, signal)),
    thumbnail: (picture, { signal, maxEdge }) =>
      pictureOf(run({ work: 'thumbnail', original: originalOf(picture), maxEdge }, signal)),
    close() {
      closed = true
      for (const runner of all.keys()) void runner.then(({ stop }) => stop())
    },
  }
}

const originalOf = ({ bytes, width, height }: Picture): Original => ({ bytes, told: { width, height } })

/**
 * A picture is made ready while another is cut. Each holds one picture's pixels at a time. Also where there are but two
 * cores: the bench's thousand layers then take a fifth less time than with one, and weigh 35 MB more.
 */
const RUNNERS = 2
/**
 * Orders. What a worker is done with, it holds until it collects its garbage, and how much files weigh it does not see
 * (Chromium keeps a blob's bytes in another process). With the worker all of it goes at once.
 */
const LIFETIME = 24
/** A picture on its way to the model lets a request begin, so it goes before one that has come back. */
const PRIORITIES: Record<Order['work'], number> = {
  frame: 2,
  mask: 2,
  cut: 1,
  patch: 1,
  enlarge: 1,
  resample: 1,
  convert: 1,
  refer: 1,
  thumbnail: 0,
}
