import { watch } from 'node:fs'
import { basename, dirname } from 'node:path'

/** Calls `changed` soon after one of the files was written, once for what is written together. Returns the way to stop. */
export function watchFiles(paths: readonly string[], changed: () => void): () => void {
  let due: ReturnType<typeof setTimeout> | undefined
  const names = new Set(paths.map((path) => basename(path)))
  const hear = (name: string | null) => {
    if (name !== null && !names.has(name)) return
    clearTimeout(due)
    due = setTimeout(changed, QUIET)
  }
  // Folders, because a build that replaces a file ends the watching of the file itself.
  const watchers = [...new Set(paths.map((path) => dirname(path)))].map((folder) =>
    watch(folder, (_, name) => hear(name)),
  )
  return () => {
    clearTimeout(due)
    for (const watcher of watchers) watcher.close()
  }
}

/** ms without a change, after which a build is believed to be complete */
const QUIET = 60
