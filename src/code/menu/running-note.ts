import type { PressedNote } from '../../shared/protocol.ts'
import { shortened } from '../shortened.ts'

let end: (() => void) | undefined

/** In Figma's own window, for as long as it lasts. `pressed` hears once what becomes of it. */
export function showRunningNote(
  { message, stop }: { message: string; stop: string },
  pressed: (how: PressedNote) => void,
): void {
  endRunningNote()
  // Figma tells of a note that is taken back as of one that is dismissed.
  let told = false
  const tell = (how: PressedNote) => {
    if (told) return
    told = true
    end = undefined
    pressed(how)
  }
  const note = figma.notify(shortened(message, MOST_CHARACTERS), {
    timeout: Number.POSITIVE_INFINITY,
    button: { text: stop, action: () => tell('stop') },
    onDequeue: () => tell('dismissed'),
  })
  end = () => {
    tell('over')
    note.cancel()
  }
}

/** Takes it back, if it is there. */
export const endRunningNote = (): void => end?.()

/** Beside a button Figma cuts longer messages as well. */
const MOST_CHARACTERS = 100
