import { computed } from '@preact/signals'
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
import { answeredWith, finishedWith, isSettled, type RowState, type RunRow, toFile } from './run-row.ts'
import { createRunRows } from './run-rows.ts'

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
  const rows = createRunRows()
  const busy = computed(() => rows.all.value.some(({ state }) => !isSettled(state)))
  const queue = new PQueue({ concurrency: PARALLEL })
  const stops = new Map<number, AbortController>()

  /** What has come is kept, whatever has become of its row meanwhile. */
  function keep(row: RunRow, partOf: (row: RunRow) => Partial<RunRow>) {
    rows.change(row.id, partOf(rows.bringBack(row)))
  }

  async function perform(row: RunRow, reader: Reader) {
    const { id, job } = row
    const stop = new AbortController()
    const { signal } = stop
    stops.set(id, stop)
    // After Stop there is nothing more to say but what has come.
    const tell = (part: Partial<RunRow>) => {
      if (!signal.aborted) rows.change(id, part)
    }
    const look = (name: 'before' | 'after', picture: Picture) =>
      void codec.thumbnail(picture, { maxEdge: LOOK_EDGE }).then(
        (small) => rows.change(id, { [name]: toFile(small) }),
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
          onAnswer: (answer) => keep(row, (kept) => answeredWith(kept, answer)),
          onResult(picture) {
            look('after', picture)
            keep(row, (kept) => finishedWith(kept, picture))
          },
        })
      }
      const placed = await queue.add(work, { signal })
      rows.change(id, { state: { at: 'done' }, endedAt: Date.now(), placed, unplaced: undefined })
    } catch (thrown) {
      const error = toAppError(thrown)
      const state: RowState = error.fault === 'cancelled' ? { at: 'stopped' } : { at: 'failed', error }
      rows.change(id, { state, endedAt: Date.now() })
    } finally {
      stops.delete(id)
      reader.release(job)
    }
  }

  /** Runs the jobs; one that fails does not touch the others. While a run goes, a second one would pay twice. */
  async function start(jobs: readonly Job[]) {
    if (busy.value) return
    const reader = createReader(code, jobs)
    await Promise.all(rows.begin(jobs).map((row) => perform(row, reader)))
    onEnd()
  }

  /** The same job once more, in the same place; a picture that is there is not paid for again. */
  async function retry(id: number) {
    const row = rows.beginAgain(id)
    if (!row) return
    await perform(row, createReader(code, [row.job]))
    onEnd()
  }

  /** Once more what failed after the picture had come; nothing is asked or paid again. */
  async function placeAgain(id: number) {
    const row = rows.find(id)
    const { file, picture, made } = row?.unplaced ?? {}
    if (!row || !file || !picture || !made || !isSettled(row.state)) return
    rows.change(id, { state: { at: 'placing' } })
    try {
      const bytes = new Uint8Array(await file.arrayBuffer())
      const placed = await placeResult(row.job, { picture: { ...picture, bytes }, made }, code)
      rows.change(id, { state: { at: 'done' }, placed, unplaced: undefined })
    } catch (thrown) {
      rows.change(id, { state: { at: 'failed', error: toAppError(thrown) } })
    }
  }

  return {
    rows: rows.all,
    busy,
    settled: computed(() => rows.all.value.filter(({ state }) => isSettled(state)).length),
    /** What the provider said it charged, by unit. */
    charged: computed(() => sumOf(rows.all.value.flatMap(({ costs }) => costs ?? []))),
    start,
    retry,
    placeAgain,
    /** The designer has the file: it may go with the next run. */
    markSaved(id: number) {
      const unplaced = rows.find(id)?.unplaced
      if (unplaced) rows.change(id, { unplaced: { ...unplaced, saved: true } })
    },
    /** What the placed pictures added to the file, in bytes: Figma keeps the same picture once. */
    added: computed(() => {
      const byHash = new Map(rows.all.value.flatMap(({ placed }) => (placed ? [[placed.hash, placed.bytes]] : [])))
      return [...byHash.values()].reduce((sum, bytes) => sum + bytes, 0)
    }),
    /** Whether a row of this run has its result on that layer, or on the rectangle that covers it. */
    holds: (layer: string) =>
      rows.all.value.some(
        ({ job, placed }) => placed && (placed.id === layer || (!placed.beside && job.row.id === layer)),
      ),
    /** What is being placed at this moment is let through: it is paid for, and done in an instant. */
    stop: () => {
      for (const { id, state } of rows.all.value) if (state.at !== 'placing') stops.get(id)?.abort()
    },
  }
}

/** Requests under way at once. */
const PARALLEL = 6
/** px, the longer edge of a picture in the panel. */
const LOOK_EDGE = 640
