import { shortened } from '../shortened.ts'

/** Says something in Figma's own window, for those who look at the canvas. */
export function notify({ message, error = false }: { message: string; error?: boolean }): void {
  figma.notify(shortened(message, MOST_CHARACTERS), { error })
}

/** Figma: longer messages are cut, also within a word. */
const MOST_CHARACTERS = 100
