import { signal } from '@preact/signals'
import PQueue from 'p-queue'
import type { Connection } from '../../shared/channel.ts'
import type { Commands, Events, LayerRow, Source } from '../../shared/protocol.ts'
import type { Codec } from '../image/codec.ts'
import { createImages, type Images } from '../jobs/images.ts'
import type { Rush } from '../jobs/rush.ts'
import { isEditable } from './selection.ts'

export type ThumbnailsModel = ReturnType<typeof createThumbnails>

/** Something to make a thumbnail of: an image on a layer, or the layer's look and how large that is in px. */
export interface Seen {
  id: string
  source: Source
  width?: number
  height?: number
}

/** Small pictures of the selected layers' sources, made one after the other, as addresses for an `<img>`. */
export function createThumbnails(
  code: Pick<Connection<Commands, Events>, 'call'>,
  codec: Codec,
  rush: Pick<Rush, 'over'> = NO_RUSH,
  images: Images = createImages(code),
) {
  const urls = signal<ReadonlyMap<string, string>>(new Map())
  const asked = new Map<string, AbortController>()
  let selected: ReadonlySet<string> = new Set()
  /** How many places look at one. */
  const watched = new Map<string, number>()
  const queue = new PQueue({ concurrency: 1 })

  async function make(seen: Seen, signal: AbortSignal): Promise<string> {
    const { id, source, width = EDGE, height = EDGE } = seen
    await rush.over()
    signal.throwIfAborted()
    const picture =
      source.kind === 'image'
        ? await images.read({ id, hash: source.hash }, signal)
        : await code.call('exportLayer', { id, scale: Math.min(1, EDGE / Math.max(width, height)) }, { signal })
    const { bytes, type } = await codec.thumbnail(picture, { maxEdge: EDGE, signal })
    signal.throwIfAborted()
    return URL.createObjectURL(new Blob([bytes], { type }))
  }

  /** Asks for a thumbnail unless it is there or on its way; to be without one is no failure. */
  function want(seen: Seen) {
    const name = nameOf(seen)
    if (asked.has(name)) return
    const stop = new AbortController()
    const { signal } = stop
    asked.set(name, stop)
    const work = async () => {
      const url = await make(seen, signal)
      urls.value = kept(new Map(urls.value).set(name, url))
    }
    queue.add(work, { signal }).catch(() => asked.get(name) === stop && asked.delete(name))
  }

  function drop(name: string) {
    asked.get(name)?.abort()
    asked.delete(name)
  }

  return {
    urls,
    want,
    /** Wants it until the function that it answers is called, whatever is selected meanwhile. */
    watch(seen: Seen) {
      const name = nameOf(seen)
      watched.set(name, (watched.get(name) ?? 0) + 1)
      want(seen)
      return () => {
        const others = watched.get(name)! - 1
        if (others > 0) return void watched.set(name, others)
        watched.delete(name)
        if (!selected.has(name) && !urls.peek().has(name)) drop(name)
      }
    },
    urlOf: (seen: Seen) => urls.value.get(nameOf(seen)),
    /**
     * The looks of layers change with the document; the bytes of an image never do, so its thumbnail is kept. What is
     * neither selected nor watched any more leaves the line.
     */
    follow(rows: readonly LayerRow[]) {
      selected = new Set(rows.filter(isEditable).map(nameOf))
      const isKept = (name: string) =>
        name.startsWith(IMAGE) && (selected.has(name) || watched.has(name) || urls.value.has(name))
      const dropped = [...asked.keys()].filter((name) => !isKept(name))
      for (const name of dropped) drop(name)
      urls.value = without(new Map(urls.value), dropped)
    },
  }

  /** The newest `MOST`. */
  function kept(all: Map<string, string>): Map<string, string> {
    const oldest = [...all.keys()].slice(0, Math.max(0, all.size - MOST))
    for (const name of oldest) asked.delete(name)
    return without(all, oldest)
  }
}

/** The addresses of those left out are given back to the browser. */
function without(all: Map<string, string>, names: readonly string[]): Map<string, string> {
  for (const name of names) {
    URL.revokeObjectURL(all.get(name) ?? '')
    all.delete(name)
  }
  return all
}

const nameOf = ({ id, source }: Seen) => (source.kind === 'image' ? IMAGE + source.hash : `look ${id}`)

const NO_RUSH = { over: async () => {} }
const IMAGE = 'image '
/** px: up to 48 on screen, sharp at 2×. */
const EDGE = 96
/** Thumbnails kept. */
const MOST = 200
