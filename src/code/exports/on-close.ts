// Figma: what runs when the plugin is closed has to be done at once, nothing can be waited for.

const open = new Set<() => void>()

/** `undo` is done when the plugin closes, unless the answer is called before. */
export function onClose(undo: () => void): () => void {
  open.add(undo)
  return () => void open.delete(undo)
}

/** To be called once. */
export function undoOnClose(): void {
  figma.on('close', () => {
    for (const undo of open) undo()
  })
}
