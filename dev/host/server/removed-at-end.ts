import { rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'

/** What removes a folder that was made for this process alone. What it is not asked for is done when the process ends, by Ctrl-C too. */
export function removedAtEnd(folder: string): () => Promise<void> {
  if (folders.size === 0) process.once('exit', removeAll)
  folders.add(folder)
  return async () => {
    await rm(folder, GONE)
    folders.delete(folder)
    if (folders.size === 0) process.off('exit', removeAll)
  }
}

const folders = new Set<string>()
const GONE = { recursive: true, force: true }

function removeAll() {
  for (const folder of folders) rmSync(folder, GONE)
}
