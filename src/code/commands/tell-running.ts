import type { PressedNote } from '../../shared/protocol.ts'
import { showRunningNote } from '../menu/running-note.ts'

/** Says what a hidden panel does, with a button that stops it. Answers when that is pressed, or the note is gone. */
export const tellRunning = (said: { message: string; stop: string }): Promise<PressedNote> =>
  new Promise((resolve) => showRunningNote(said, resolve))
