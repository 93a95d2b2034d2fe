import type { Connection } from '../../shared/channel.ts'
import type { Picture } from '../../shared/picture.ts'
import type { Commands, Events, Made, Placed } from '../../shared/protocol.ts'
import { assertAlike } from './alike.ts'
import { type Destination, placeResult } from './edit-layer.ts'
import type { Job } from './plan.ts'
import type { Member, RowListener } from './row-listener.ts'
import type { Before, Left } from './turns.ts'

/** A picture as Figma takes it, and how it was made. */
export interface Finished {
  picture: Picture
  made: Made
  /** How far an enlarged picture is the one that was sent. */
  likeness?: number | undefined
}

export interface PlacingServices {
  code: Pick<Connection<Commands, Events>, 'call'>
  /** All rows of a request, those that come late too. */
  members: readonly Member[]
  /** The rows that were neither stopped nor are placed. */
  wanted: Set<number>
  listener: RowListener
  fail(id: number, thrown: unknown): void
}

/** Lays the pictures of one answer on the layers of its rows, one layer after the other so that memory stays small. */
export function createPlacing({ code, members, wanted, listener, fail }: PlacingServices) {
  const stops = new Map<number, AbortController>()
  const begun = new Set<number>()
  /** By which picture of the answer they are: on their way, and laid. */
  const coming = new Map<number, Finished>()
  const lying = new Map<number, () => Promise<(Finished & Before) | undefined>>()

  const waiting = (which: number) =>
    members.filter(({ id, job }) => job.picture === which && wanted.has(id) && !begun.has(id))

  async function placeOn({ id, job }: Member, { picture, made }: Finished, before?: Placed) {
    begun.add(id)
    if (job.place === 'lend') {
      wanted.delete(id)
      return listener.lent(id)
    }
    if (job.place === 'variant') {
      wanted.delete(id)
      lying.set(job.picture, listener.gathered(id))
      return
    }
    const stop = new AbortController()
    stops.set(id, stop)
    try {
      // The bytes go to Figma; those of the next layer are still needed.
      const own = { ...picture, bytes: picture.bytes.slice() }
      const aside = before?.beside && { on: onCopy(job, before), beside: before.beside }
      const laid = await placeResult(aside?.on ?? job, { picture: own, made }, { code, signal: stop.signal })
      const placed = aside ? { ...laid, beside: aside.beside } : laid
      lying.set(job.picture, readAgain(placed, { picture, made }, code))
      listener.placed(id, placed)
    } catch (thrown) {
      fail(id, thrown)
    } finally {
      wanted.delete(id)
      stops.delete(id)
    }
  }

  return {
    /**
     * Rows that are stopped get the finished picture, too, and no fill. Throws `provider` where all get no more than that,
     * because it is not like what was sent. Says where it was left. `before`: where the parts of it lie that came before.
     */
    async place(which: number, finished: Finished, before?: Placed): Promise<Left | undefined> {
      const getting = members.filter(({ job }) => job.picture === which).map(({ id }) => id)
      listener.finished(getting, finished)
      assertAlike(finished.likeness)
      coming.set(which, finished)
      for (let next = waiting(which); next.length > 0; next = waiting(which)) {
        listener.step(
          next.map(({ id }) => id),
          'placing',
        )
        for (const member of next) if (wanted.has(member.id)) await placeOn(member, finished, before)
      }
      coming.delete(which)
      return lying.get(which)
    },
    /** A row that joined while the picture was already here. */
    catchUp({ id, job }: Member) {
      const finished = coming.get(job.picture)
      if (finished) listener.finished([id], finished)
    },
    /** The picture of a row that joined when all was done, read again from where it lies; undefined if it is gone. */
    found: async ({ job }: Member): Promise<Finished | undefined> => lying.get(job.picture)?.(),
    async placeLate(member: Member, finished: Finished) {
      listener.finished([member.id], finished)
      if (!wanted.has(member.id)) return
      listener.step([member.id], 'placing')
      await placeOn(member, finished)
    },
    stop: (id: number) => stops.get(id)?.abort(),
  }
}

/**
 * Where parts of a picture lie beside its layer, the others join them: each by itself would be a layer that lacks some. The
 * layers that they were drawn with stay, as the picture below them is as it was.
 */
const onCopy = (job: Job, { id, hash }: Placed): Destination => ({
  row: { ...job.row, id, source: { kind: 'image', hash } },
  place: 'layer',
})

/** Reads a placed picture from its layer; undefined if it is gone from there. */
export function readAgain(
  placed: Placed,
  { picture, made }: { picture: Omit<Picture, 'bytes'>; made: Made },
  code: PlacingServices['code'],
) {
  const { width, height, type } = picture
  const { id, hash } = placed
  return async (): Promise<(Finished & Before) | undefined> => {
    const read = await code.call('readImage', { id, hash, anyLayer: true }).catch(() => undefined)
    return read && { made, placed, picture: { width, height, type, bytes: read.bytes } }
  }
}
