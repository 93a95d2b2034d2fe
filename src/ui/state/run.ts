import { computed, signal } from '@preact/signals'
import PQueue from 'p-queue'
import type { Connection } from '../../shared/channel.ts'
import { toAppError } from '../../shared/errors.ts'
import type { Picture } from '../../shared/picture.ts'
import type { Commands, Events } from '../../shared/protocol.ts'
import type { Codec } from '../image/codec.ts'
import { editLayer, placeResult } from '../jobs/edit-layer.ts'
import type { Job } from '../jobs/plan.ts'
import { createReader } from '../jobs/reader.ts'
import type { Context, Provider } from '../providers/provider.ts'
import { sumOf } from './money.ts'
import { isSettled, type RowState, type RunRow } from './run-row.ts'

export interface RunServices {
  code: Pick<Connection<Commands, Events>, 'call'>
  codec: Codec
  /** A provider and a way to it, as the settings stand when the run starts. */
  reach(options: { signal: AbortSignal; onWait(until: number): void }): { provider: Provider; context: Context }
  onEnd(): void
}

export type RunModel = ReturnType<typeof createRun>

/** The rows of a run, and what may be done to them. */
export function createRun({ code, codec, reach, onEnd }: RunServices) {
  const rows = signal<readonly RunRow[]>([])
  const queue = new PQueue({ concurrency: PARALLEL })
  const stops = new Map<number, AbortController>()
  let lastId = 0

  function change(id: number, part: Partial<RunRow>) {
    rows.value = rows.value.map((row) => (row.id === id ? { ...row, ...part } : row))
  }

  async function work(id: number, job: Job, signal: AbortSignal, reader: ReturnType<typeof createReader>) {
    const { provider, context } = reach({ signal, onWait: (waitsUntil) => change(id, { waitsUntil }) })
    const look = async (picture: Picture) => blobOf(await codec.thumbnail(picture, { maxEdge: LOOK_EDGE }))
    const looks: Promise<void>[] = []
    const keep = (name: 'before' | 'after', blob: Promise<Blob>) => blob.then((blob) => change(id, { [name]: blob }))
    try {
      const placed = await editLayer(job, {
        code,
        read: reader.read,
        provider,
        context,
        codec,
        onStep: (at) => change(id, { state: { at } }),
        onSource: (picture) => looks.push(keep('before', look(picture))),
        onResult(picture, made, { cost, images }) {
          looks.push(keep('after', look(picture)))
          const { bytes: _bytes, ...about } = picture
          const revisedPrompt = images[0]?.revisedPrompt
          change(id, {
            unplaced: { file: blobOf(picture), picture: about, made },
            ...(cost && { cost }),
            ...(revisedPrompt && { revisedPrompt }),
          })
        },
      })
      await Promise.allSettled(looks)
      change(id, { placedOn: placed.id, unplaced: undefined })
    } finally {
      reader.release(job)
    }
  }

  async function perform(id: number, job: Job, reader: ReturnType<typeof createReader>) {
    const stop = new AbortController()
    stops.set(id, stop)
    const { signal } = stop
    try {
      await untilAborted(
        signal,
        queue.add(
          () => {
            change(id, { startedAt: Date.now() })
            return work(id, job, signal, reader)
          },
          { signal },
        ),
      )
      change(id, { state: { at: 'done' }, endedAt: Date.now() })
    } catch (thrown) {
      const error = toAppError(thrown)
      const state: RowState =
        signal.aborted || error.fault === 'cancelled' ? { at: 'stopped' } : { at: 'failed', error }
      change(id, { state, endedAt: Date.now() })
    } finally {
      stops.delete(id)
    }
  }

  /** Runs the jobs; one that fails does not touch the others. */
  async function start(jobs: readonly Job[]) {
    const reader = createReader(code, jobs)
    const added = jobs.map((job): RunRow => ({ id: ++lastId, job, state: { at: 'waiting' } }))
    // A picture that was paid for and not placed stays until the designer has done something about it.
    rows.value = [...rows.value.filter(({ unplaced }) => unplaced), ...added]
    await Promise.all(added.map(({ id, job }) => perform(id, job, reader)))
    onEnd()
  }

  /** The same job once more, in the same row. */
  async function retry(id: number) {
    const row = rows.value.find((row) => row.id === id)
    if (!row || !isSettled(row.state)) return
    const { job } = row
    rows.value = rows.value.map((other) => (other.id === id ? { id, job, state: { at: 'waiting' } } : other))
    await perform(id, job, createReader(code, [job]))
    onEnd()
  }

  /** Once more what failed after the picture had come; nothing is asked or paid again. */
  async function placeAgain(id: number) {
    const row = rows.value.find((row) => row.id === id)
    if (!row?.unplaced) return
    const { file, picture, made } = row.unplaced
    change(id, { state: { at: 'placing' } })
    try {
      const bytes = new Uint8Array(await file.arrayBuffer())
      const placed = await placeResult(row.job, { picture: { ...picture, bytes }, made }, code)
      change(id, { state: { at: 'done' }, placedOn: placed.id, unplaced: undefined })
    } catch (thrown) {
      change(id, { state: { at: 'failed', error: toAppError(thrown) } })
    }
  }

  async function showOriginal(id: number) {
    const row = rows.value.find((row) => row.id === id)
    if (!row?.placedOn) return
    await code.call('showOriginal', { id: row.placedOn })
    rows.value = rows.value.map((other) =>
      other.placedOn === row.placedOn ? { ...other, showsOriginal: true } : other,
    )
  }

  return {
    rows,
    busy: computed(() => rows.value.some(({ state }) => !isSettled(state))),
    settled: computed(() => rows.value.filter(({ state }) => isSettled(state)).length),
    /** What the provider said it charged, by unit. */
    charged: computed(() => sumOf(rows.value.flatMap(({ cost }) => cost ?? []))),
    start,
    retry,
    placeAgain,
    showOriginal,
    /** Whether a row of this run has its result on that layer. */
    holds: (layer: string) =>
      rows.value.some(({ job, placedOn }) => placedOn !== undefined && (placedOn === layer || job.row.id === layer)),
    /** What is being placed at this moment is let through: it is paid for, and done in an instant. */
    stop: () => {
      for (const { id, state } of rows.value) if (state.at !== 'placing') stops.get(id)?.abort()
    },
  }
}

/** Rejects at once when the signal aborts, whatever the work is doing. */
function untilAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    work.then(resolve, reject)
  })
}

const blobOf = ({ bytes, type }: Picture) => new Blob([bytes], { type })

/** Requests under way at once. */
const PARALLEL = 6
/** px, the longer edge of a picture in the panel. */
const LOOK_EDGE = 640
