import { exclusively } from '../exclusive.ts'

/**
 * One change of the document as one undo step of its own. `find` gathers what may take time, last of all the layers,
 * for what was found before a wait may be gone; `write` then reads and writes in one stretch.
 */
export function asUndoStep<Found, T>(find: () => Promise<Found>, write: (found: Found) => T | Promise<T>): Promise<T> {
  return exclusively(async () => {
    const found = await find()
    // What the designer or another plugin did before is closed off first.
    figma.commitUndo()
    try {
      return await write(found)
    } finally {
      figma.commitUndo()
    }
  })
}
