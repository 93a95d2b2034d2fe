/** Runs `write` as one undo step of its own: what came before is closed off first. */
export async function asUndoStep<T>(write: () => T | Promise<T>): Promise<T> {
  figma.commitUndo()
  try {
    return await write()
  } finally {
    figma.commitUndo()
  }
}
