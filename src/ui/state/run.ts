import { computed, signal } from '@preact/signals'
import PQueue from 'p-queue'
import type { Connection } from '../../shared/channel.ts'
import { toAppError } from '../../shared/errors.ts'
import type { Picture } from '../../shared/picture.ts'
import type { Commands, Events } from '../../shared/protocol.ts'
import type { Codec } from '../image/codec.ts'
import { editLayer, placeResult } from '../jobs/edit-layer.ts'
import type { Job } from '../jobs/plan.ts'
import { createReader, type Reader } from '../jobs/reader.ts'
import type { Context, Provider } from '../providers/provider.ts'
import { sumOf } from './money.ts'
import { arrivedWith, blobOf, isSettled, type RowState, type RunRow } from './run-row.ts'

export interface RunServices {
  code: Pick<Connection<Commands, Events>, 'call'>
  codec: Codec
  /** A provider and a way to it, as the settings stand. */
  reach(options: { signal: AbortSignal; onWait(until: number): void }): { provider: Provider; context: Context }
  onEnd(): void
}

export type RunModel = ReturnType<typeof createRun>

/** The rows of a run, and what may be done to them. */
export function createRun({ code, codec, reach, onEnd }: RunServices) {
  const rows = signal<readonly RunRow[]>([])
  const busy = computed(() => rows.value.some(({ state }) => !isSettled(state)))
  const queue = new PQueue({ concurrency: PARALLEL })
  const stops = new Map<number, AbortController>()
  let lastId = 0

  const rowOf = (id: number) => rows.value.find((row) => row.id === id)

  function change(id: number, part: Partial<RunRow>) {
    rows.value = rows.value.map((row) => (row.id === id ? { ...row, ...part } : row))
  }

  async function perform({ id, job }: RunRow, reader: Reader) {
    const stop = new AbortController()
    const { signal } = stop
    stops.set(id, stop)
    // A stopped row keeps what still arrives; one that was started anew hears nothing of its last attempt.
    const tell = (part: Partial<RunRow>) => {
      if (!signal.aborted || rowOf(id)?.state.at === 'stopped') change(id, part)
    }
    const look = (name: 'before' | 'after', picture: Picture) =>
      void codec.thumbnail(picture, { maxEdge: LOOK_EDGE }).then(
        (small) => tell({ [name]: blobOf(small) }),
        () => {}, // The row does without; what is wrong with the picture shows in its edit.
      )
    try {
      // Before the wait in the line: an account that is changed meanwhile is for the next run.
      const { provider, context } = reach({ signal, onWait: (waitsUntil) => tell({ waitsUntil }) })
      const work = () => {
        tell({ startedAt: Date.now() })
        return editLayer(job, {
          code,
          codec,
          provider,
          context,
          read: reader.read,
          onStep: (at) => tell({ state: { at } }),
          onSource: (picture) => look('before', picture),
          onResult(picture, made, edited) {
            look('after', picture)
            tell(arrivedWith(picture, made, edited))
          },
        })
      }
      const placed = await queue.add(work, { signal })
      change(id, { state: { at: 'done' }, endedAt: Date.now(), placedOn: placed.id, unplaced: undefined })
    } catch (thrown) {
      const error = toAppError(thrown)
      const state: RowState = error.fault === 'cancelled' ? { at: 'stopped' } : { at: 'failed', error }
      change(id, { state, endedAt: Date.now() })
    } finally {
      stops.delete(id)
      reader.release(job)
    }
  }

  /** Runs the jobs; one that fails does not touch the others. While a run goes, a second one would pay twice. */
  async function start(jobs: readonly Job[]) {
    if (busy.value) return
    const reader = createReader(code, jobs)
    const added = jobs.map((job): RunRow => ({ id: ++lastId, job, state: { at: 'waiting' } }))
    // A picture that was paid for and not placed stays until the designer has done something about it.
    rows.value = [...rows.value.filter(({ unplaced }) => unplaced), ...added]
    await Promise.all(added.map((row) => perform(row, reader)))
    onEnd()
  }

  /** The same job once more, in the same row; a picture that is there is not paid for again. */
  async function retry(id: number) {
    const row = rowOf(id)
    if (!row || row.unplaced || !isSettled(row.state)) return
    const anew: RunRow = { id, job: row.job, state: { at: 'waiting' } }
    rows.value = rows.value.map((other) => (other.id === id ? anew : other))
    await perform(anew, createReader(code, [row.job]))
    onEnd()
  }

  /** Once more what failed after the picture had come; nothing is asked or paid again. */
  async function placeAgain(id: number) {
    const row = rowOf(id)
    if (!row?.unplaced || !isSettled(row.state)) return
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
    const layer = rowOf(id)?.placedOn
    if (layer === undefined) return
    await code.call('showOriginal', { id: layer })
    rows.value = rows.value.map((row) => (row.placedOn === layer ? { ...row, showsOriginal: true } : row))
  }

  return {
    rows,
    busy,
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

/** Requests under way at once. */
const PARALLEL = 6
/** px, the longer edge of a picture in the panel. */
const LOOK_EDGE = 640
