import { signal } from '@preact/signals'
import PQueue from 'p-queue'
import type { Connection } from '../../shared/channel.ts'
import type { Picture } from '../../shared/picture.ts'
import type { Commands, Events } from '../../shared/protocol.ts'
import type { Codec } from '../image/codec.ts'
import type { Rush } from '../jobs/rush.ts'
import { isSettled, type RunRow } from './run-row.ts'

export type LooksModel = ReturnType<typeof createLooks>
type Side = 'before' | 'after'

/**
 * Before and after of the rows of a run, as addresses for an `<img>`. A thousand rows have no thousand pictures: they are
 * made for the rows in view, the newest are kept, and those of a row that comes back into view are read from Figma again.
 */
export function createLooks(
  code: Pick<Connection<Commands, Events>, 'call'>,
  codec: Codec,
  rush: Pick<Rush, 'over'> = NO_RUSH,
) {
  const urls = signal<ReadonlyMap<string, string>>(new Map())
  const watched = new Map<number, number>()
  const asked = new Set<string>()
  const queue = new PQueue({ concurrency: 1 })

  const nameOf = (id: number, side: Side) => `${side} ${id}`

  function make(id: number, side: Side, pictureFrom: () => Promise<Picture>) {
    const name = nameOf(id, side)
    if (asked.has(name)) return
    asked.add(name)
    queue
      .add(async () => {
        await rush.over()
        const { bytes, type } = await codec.thumbnail(await pictureFrom(), { maxEdge: EDGE })
        keep(name, URL.createObjectURL(new Blob([bytes], { type })))
      })
      // The row does without; what is wrong with the picture shows in its edit.
      .catch(() => {})
      .finally(() => asked.delete(name))
  }

  function keep(name: string, url: string) {
    const all = new Map(urls.value)
    URL.revokeObjectURL(all.get(name) ?? '')
    all.delete(name)
    all.set(name, url)
    for (const [oldest, old] of [...all].slice(0, Math.max(0, all.size - MOST))) {
      URL.revokeObjectURL(old)
      all.delete(oldest)
    }
    urls.value = all
  }

  /** What a row that has ended shows, found again. */
  function want({ id, job, state, placed, unplaced }: RunRow) {
    if (!isSettled(state)) return
    const { id: layer, source } = job.row
    const read = (on: string, hash: string) => () => code.call('readImage', { id: on, hash, anyLayer: true })
    if (source.kind === 'image' && !urls.value.has(nameOf(id, 'before'))) make(id, 'before', read(layer, source.hash))
    if (urls.value.has(nameOf(id, 'after'))) return
    if (placed) make(id, 'after', read(placed.id, placed.hash))
    else if (unplaced?.picture) make(id, 'after', pictureIn(unplaced.file, unplaced.picture))
  }

  return {
    /** While a row is in view. The function that it answers ends that. */
    watch(row: RunRow) {
      watched.set(row.id, (watched.get(row.id) ?? 0) + 1)
      want(row)
      return () => {
        const left = watched.get(row.id)! - 1
        if (left > 0) watched.set(row.id, left)
        else watched.delete(row.id)
      }
    },
    before: ({ id }: RunRow) => urls.value.get(nameOf(id, 'before')),
    after: ({ id }: RunRow) => urls.value.get(nameOf(id, 'after')),
    /** A source is here anyway: what is in view gets its look of it, and what could not be read again later. */
    offerBefore(rows: readonly RunRow[], picture: Picture) {
      for (const { id, job } of rows) {
        const isLook = job.row.source.kind === 'appearance'
        if (watched.has(id) || (isLook && queue.size < MOST_WAITING))
          make(id, 'before', isLook ? pictureIn(new Blob([picture.bytes]), picture) : async () => picture)
      }
    },
    /** A result is here anyway, as a file. */
    offerAfter({ id, unplaced }: RunRow) {
      if (unplaced?.picture && watched.has(id)) make(id, 'after', pictureIn(unplaced.file, unplaced.picture))
    },
  }
}

const pictureIn =
  (file: Blob, { width, height, type }: Omit<Picture, 'bytes'>) =>
  async (): Promise<Picture> => ({ bytes: new Uint8Array(await file.arrayBuffer()), width, height, type })

const NO_RUSH = { over: async () => {} }
/** px, the longer edge. */
const EDGE = 640
/** Looks kept. */
const MOST = 120
/** Looks of rows out of view that wait to be made; with more, such rows do without. */
const MOST_WAITING = 40
