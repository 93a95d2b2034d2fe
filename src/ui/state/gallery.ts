import { computed, signal } from '@preact/signals'
import type { LayerResult } from '../../shared/protocol.ts'
import { createFullPicture, type FullPictureServices } from './full-picture.ts'
import type { ResultsModel } from './results.ts'

export interface GalleryServices extends FullPictureServices {
  results: Pick<ResultsModel, 'of' | 'follow'>
}

export type GalleryModel = ReturnType<typeof createGallery>

/**
 * The results of one layer, looked at large, one after the other. Looking writes nothing: what the layer shows changes only
 * when that is asked for, so that the file's undo steps, and whoever else works in it, hear of a choice and not of the way
 * there.
 */
export function createGallery({ results, ...services }: GalleryServices) {
  const layer = signal<{ id: string; name: string } | undefined>(undefined)
  /** By its name; where that has gone since, what came in its place. */
  const looked = signal<{ name: string; at: number }>({ name: '', at: 0 })
  let end = () => {}

  const found = computed(() => layer.value && results.of(layer.value.id))
  const all = computed(() => found.value?.results ?? [])
  const at = computed(() => {
    const there = all.value.findIndex((result) => nameOf(result) === looked.value.name)
    return there >= 0 ? there : Math.min(looked.value.at, all.value.length - 1)
  })
  const result = computed((): LayerResult | undefined => all.value[at.value])
  const after = createFullPicture(services, () => result.value)
  const before = createFullPicture(services, () => {
    const hash = result.value && (result.value.of ?? result.value.hid)
    return hash === undefined ? undefined : { on: result.value!.on, hash }
  })

  function look(next: LayerResult) {
    looked.value = { name: nameOf(next), at: all.peek().indexOf(next) }
  }
  function close() {
    layer.value = undefined
    end()
    end = () => {}
  }

  return {
    layer,
    /** Undefined until they are read. */
    found,
    all,
    at,
    result,
    /** The result in its full size, and what it was made of, where there is an image of that. */
    after,
    before,
    open(on: { id: string; name: string }, first: Pick<LayerResult, 'on' | 'hash'> | undefined) {
      close()
      looked.value = { name: first ? nameOf(first) : '', at: 0 }
      const stop = results.follow(on.id)
      end = () => void stop()
      layer.value = on
    },
    look,
    /** To the next ones, or back, as far as there are any. */
    step(by: number) {
      const next = all.peek()[Math.min(Math.max(at.peek() + by, 0), all.peek().length - 1)]
      if (next) look(next)
    },
    close,
  }
}

const nameOf = ({ on, hash }: Pick<LayerResult, 'on' | 'hash'>) => `${on} ${hash}`
