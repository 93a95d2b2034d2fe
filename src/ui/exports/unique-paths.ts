import { type FilePath, fittedPath, pathText } from './safe-path.ts'

/**
 * Safe paths as texts, no two the same where case and composition do not count, and none a folder of others. Who comes later
 * is numbered before the ending, `Card 2@2x.png`; no name that somebody has by itself is given to another.
 */
export function uniquePaths(paths: readonly FilePath[]): string[] {
  const taken = new Set(paths.flatMap(({ folder }) => foldersIn(folder)))
  const texts = paths.map((path) => {
    const text = pathText(path)
    return claim(taken, text) ? text : undefined
  })
  /** By what is numbered: the last number that was tried, so that thousands of the same name take no longer each. */
  const tried = new Map<string, number>()
  return paths.map((path, index) => texts[index] ?? numbered(path, { taken, tried }))
}

function numbered(path: FilePath, { taken, tried }: { taken: Set<string>; tried: Map<string, number> }): string {
  const base = fittedPath(path, NUMBER_UNITS)
  const key = keyOf(pathText(base))
  for (let number = (tried.get(key) ?? 1) + 1; ; number++) {
    const text = pathText({ ...base, stem: `${base.stem} ${number}`.trimStart() })
    if (!claim(taken, text)) continue
    tried.set(key, number)
    return text
  }
}

function claim(taken: Set<string>, text: string): boolean {
  const key = keyOf(text)
  if (taken.has(key)) return false
  taken.add(key)
  return true
}

/** `a/b/` is in `a` and in `a/b`. */
const foldersIn = (folder: string) => [...folder.matchAll(/\//g)].map(({ index }) => keyOf(folder.slice(0, index)))

/** The same for all that a file system may take for the same: APFS folds case wholly, so “ß” is “SS” there. */
const keyOf = (path: string) => path.normalize('NFD').toLowerCase().toUpperCase().normalize('NFD')

/** A space and five digits. */
const NUMBER_UNITS = 6
