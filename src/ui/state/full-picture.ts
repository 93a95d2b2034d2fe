import { effect, signal } from '@preact/signals'
import type { Connection } from '../../shared/channel.ts'
import { type AppError, toAppError } from '../../shared/errors.ts'
import type { Size } from '../../shared/picture.ts'
import type { Commands, Events } from '../../shared/protocol.ts'
import type { Images } from '../jobs/images.ts'

export interface FullPictureServices {
  code: Pick<Connection<Commands, Events>, 'call'>
  images: Pick<Images, 'known'>
}

/** An image on a layer. */
export interface Lying {
  on: string
  hash: string
}

/** It is here, with all its px, or why it is not; undefined while it is being read. */
export type FullPicture = ({ hash: string; url: string } & Size) | { hash: string; error: AppError } | undefined

/**
 * One picture in its full size, as an address for an `<img>`: what is wanted now, and no other. Its bytes are read when that
 * has stayed the same for a moment, and given back to the browser when something else is wanted.
 */
export function createFullPicture({ code, images }: FullPictureServices, wanted: () => Lying | undefined) {
  const shown = signal<FullPicture>(undefined)

  async function read({ on, hash }: Lying, signal: AbortSignal): Promise<FullPicture> {
    try {
      const picture = images.known(hash) ?? (await code.call('readImage', { id: on, hash }, { signal }))
      const { bytes, type, width, height } = picture
      if (signal.aborted) return undefined
      return { hash, width, height, url: URL.createObjectURL(new Blob([bytes], { type })) }
    } catch (thrown) {
      return { hash, error: toAppError(thrown) }
    }
  }

  function drop() {
    const before = shown.peek()
    if (before && 'url' in before) URL.revokeObjectURL(before.url)
    shown.value = undefined
  }

  let key = ''
  let stop = new AbortController()
  effect(() => {
    const next = wanted()
    // What is the same to look at is not read again, though it was told anew.
    const nextKey = next ? `${next.on} ${next.hash}` : ''
    if (nextKey === key) return
    key = nextKey
    stop.abort()
    stop = new AbortController()
    const { signal } = stop
    drop()
    if (!next) return
    const timer = setTimeout(async () => {
      const picture = await read(next, signal)
      if (!signal.aborted) shown.value = picture
    }, PAUSE)
    signal.addEventListener('abort', () => clearTimeout(timer))
  })

  return shown
}

/** ms: who holds an arrow key down looks at none of those that go by. */
const PAUSE = 120
