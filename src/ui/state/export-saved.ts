import { signal } from '@preact/signals'

/** What there is to save of an export. */
export interface SavedExport {
  /** An object URL, good until the next one. */
  url: string
  name: string
  /** Files in it. */
  files: number
}

/** The one file that an export came to. The browser gets its memory back when another takes its place. */
export function createSavedExport() {
  const shown = signal<SavedExport | undefined>(undefined)
  function clear() {
    if (shown.peek()) URL.revokeObjectURL(shown.peek()!.url)
    shown.value = undefined
  }
  return {
    shown,
    clear,
    offer(blob: Blob, about: Omit<SavedExport, 'url'>): SavedExport {
      clear()
      shown.value = { ...about, url: URL.createObjectURL(blob) }
      return shown.value
    },
  }
}
