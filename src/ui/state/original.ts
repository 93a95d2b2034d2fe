import { effect, signal } from '@preact/signals'
import type { SelectionModel } from './selection.ts'

export type OriginalModel = ReturnType<typeof createOriginal>

/** Brings originals back, and says so for a moment: what happens to a layer afterwards is not always heard of. */
export function createOriginal(selection: SelectionModel, bringBack: (layer: string) => Promise<void>) {
  /** The layer whose original is showing. */
  const shownOn = signal<string | undefined>(undefined)
  let before = ''
  let timer: ReturnType<typeof setTimeout> | undefined

  const sourcesOf = (layer: string | undefined) =>
    JSON.stringify(selection.rows.value.filter(({ id }) => id === layer).map(({ source }) => source))

  /** An undo takes it back. */
  effect(() => {
    if (sourcesOf(shownOn.peek()) === before) shownOn.value = undefined
  })

  return {
    shownOn,
    async show(layer: string) {
      before = sourcesOf(layer)
      await bringBack(layer)
      shownOn.value = layer
      clearTimeout(timer)
      timer = setTimeout(() => {
        shownOn.value = undefined
      }, SAID_FOR)
    },
  }
}

/** ms */
const SAID_FOR = 4000
