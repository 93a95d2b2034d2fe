import { keep, keptUnder } from '../kept.ts'
import { oneOffName } from '../one-off-name.ts'

/** What is in the document only while a file is drawn: the next start puts back what this one cannot. */
export interface Borrowed {
  /** The name of the file, and the id of the page. */
  file: string
  page: string
  /** ms since 1970 */
  at: number
  /** The layer of which a file was drawn: with the name of the file it tells that this is the one. */
  root: { id: string; name: string }
  /** The ids of the layers that showed other images than their own, and which (`Swaps`). */
  layers: string[]
  swaps: string[]
  /** The mark of a copy. */
  copy?: string | undefined
}

/**
 * Keeps it before it is done; answers a name to strike it out by. Kept under the name `again`, it takes the place of what was
 * kept. Throws `storage` if it cannot be kept: then nothing may be borrowed.
 */
export async function keepBorrowed(what: Omit<Borrowed, 'file' | 'at'>, again?: string): Promise<string> {
  const name = again ?? oneOffName()
  await keep(KEY + name, { ...what, file: figma.root.name, at: Date.now() } satisfies Borrowed)
  return name
}

/** All that was not struck out, by name. */
export const borrowedBefore = () => keptUnder(KEY) as Promise<Record<string, Borrowed>>

/** What is struck out late does no harm: there is nothing of it in the document. */
export const strikeOut = (name: string): Promise<void> => keep(KEY + name, undefined).catch(() => {})

const KEY = 'borrowed '
