import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Connection } from '../../shared/channel.ts'
import { AppError, toAppError } from '../../shared/errors.ts'
import type { Commands, Events, LayerResult } from '../../shared/protocol.ts'
import type { Codec } from '../image/codec.ts'
import { digestOf } from '../jobs/digest.ts'
import type { Images } from '../jobs/images.ts'
import { namesWithout, numbersIn, type Referred } from '../jobs/references.ts'
import { LONGEST } from '../presets/preset.ts'
import { emptyPlaceText } from '../texts/references.ts'
import { type Found, foundIn, type Refusal, type Refused } from './reference-file.ts'
import { createReferenceLayer } from './reference-layer.ts'
import { asked, cleared, emptyNamed, filled, moved, type ReferencePlace, restored } from './reference-places.ts'
import type { SelectionModel } from './selection.ts'

/** A picture that an edit may refer to, as it stands in the list. */
export interface Reference extends Referred {
  /** Of its place, too. */
  id: number
  /** Of its file or layer. */
  name: string
  /** Of its thumbnail. */
  url: string
}

export interface ReferencesServices {
  code: Pick<Connection<Commands, Events>, 'call'>
  codec: Pick<Codec, 'refer' | 'thumbnail'>
  images: Images
  selection: Pick<SelectionModel, 'rows'>
  /** How many the chosen model takes beside the main picture. Followed. */
  limit(): number
  /** All that are sent. Followed. */
  prompts(): readonly string[]
}

export type ReferencesModel = ReturnType<typeof createReferences>

/** Something that may become a reference. */
interface Offered {
  name: string
  find(): Promise<Found | Refusal>
}

/** The pictures beside the main one, in the order in which they are sent, with their places. They are kept while the panel is open. */
export function createReferences({ code, codec, images, selection, ...services }: ReferencesServices) {
  const places = signal<readonly ReferencePlace[]>([])
  const all = computed(() => places.value.flatMap(({ reference }) => reference ?? []))
  /** How many are still being read. */
  const reading = signal(0)
  const refused = signal<readonly Refused[]>([])
  const limit = computed(() => Math.max(0, services.limit()))
  const sent = computed(() => all.value.slice(0, limit.value))
  const { signal: never } = new AbortController()
  const layers = createReferenceLayer({ code, images })
  let last = Promise.resolve()
  let lastId = 0
  const newId = () => ++lastId

  /**
   * In their order, one after the other, and after those that were offered before: decoded, each may weigh 800 MB. The
   * first one comes to that place, where it is empty.
   */
  function add(offered: readonly Offered[], to?: number): Promise<void> {
    if (reading.peek() === 0) refused.value = []
    reading.value += offered.length
    last = last.then(async () => {
      for (const [index, one] of offered.entries()) {
        const outcome = await tried(one)
        batch(() => {
          reading.value--
          if ('why' in outcome) refused.value = [...refused.peek(), outcome]
          else places.value = filled(places.peek(), outcome, newId, index === 0 ? to : undefined)
        })
      }
    })
    return last
  }

  async function tried({ name, find }: Offered): Promise<Omit<Reference, 'id'> | Refused> {
    const most = limit.peek()
    if (all.peek().length >= most) return { name, why: 'many', most }
    try {
      const found = await find()
      if ('why' in found) return { ...found, name }
      const picture = await codec.refer(found.bytes, { told: found.told, signal: never })
      const { bytes, type } = await codec.thumbnail(picture, { maxEdge: EDGE, signal: never })
      const url = URL.createObjectURL(new Blob([bytes], { type }))
      return { name, url, picture, digest: digestOf(picture.bytes) }
    } catch (thrown) {
      return { name, why: 'fault', message: toAppError(thrown).message }
    }
  }

  return {
    /** With those that are empty, in the order by which the prompt calls them. */
    places: places as ReadonlySignal<readonly ReferencePlace[]>,
    all,
    reading,
    refused,
    limit,
    /** Those that the model takes; the others are kept for one that takes more. */
    sent,
    /** Names in the prompt for which there is neither a picture nor a place. */
    missing: computed(() => namesWithout(services.prompts(), Math.min(places.value.length, limit.value) + 1)),
    /** Throws `settings` where the prompt names a picture that an empty place lacks, or calls otherwise. */
    assertFilled() {
      const found = emptyNamed(places.peek(), limit.peek(), numbersIn(services.prompts()))
      if (found) throw new AppError('settings', emptyPlaceText(found))
    },
    addFiles: (files: readonly File[], to?: number) =>
      add(
        files.map((file) => ({ name: file.name, find: () => foundIn(file) })),
        to,
      ),
    /** What is selected now: an image's own bytes, or the look of a layer; of one that holds images, the whole. */
    async addSelected(to?: number) {
      const rows = selection.rows.peek().filter(({ inside }) => !inside)
      if (rows.length === 0) {
        refused.value = [{ name: '', why: 'nothing' }]
        return
      }
      return add(
        rows.map((row) => ({
          name: row.name,
          find: () => layers.pictureOn(row),
        })),
        to,
      )
    },
    addResult: ({ on, hash }: Pick<LayerResult, 'on' | 'hash'>, name: string) =>
      add([{ name, find: () => layers.imageOn({ id: on, hash }) }]),
    /** To another place, counted from 0. */
    move(id: number, to: number) {
      places.value = moved(places.peek(), id, to)
    },
    setRole(id: number, role: string) {
      const cut = role.slice(0, LONGEST.role)
      places.value = places.peek().map((place) => (place.id === id ? { ...place, role: cut } : place))
    },
    /** A picture, or an empty place. */
    remove(id: number) {
      const removed = all.peek().find((one) => one.id === id)
      if (removed) URL.revokeObjectURL(removed.url)
      places.value = cleared(places.peek(), id)
    },
    /** Places for these roles; the pictures that are there come to the first ones. */
    ask(roles: readonly string[]) {
      places.value = asked(places.peek(), roles, newId)
    },
    /** The places as they were; no picture is lost or comes back by it. */
    restore(were: readonly ReferencePlace[]) {
      places.value = restored(places.peek(), were)
    },
    /** What was left out has been read. */
    dismiss() {
      refused.value = []
    },
  }
}

/** px: up to 32 on screen, sharp at 3×. */
const EDGE = 96
