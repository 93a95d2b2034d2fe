import { AppError } from '../../shared/errors.ts'
import { createLine } from '../exclusive.ts'

/**
 * Keeps one window's journal of open requests where only this plugin on this machine reads it, or removes it. Whatever
 * Figma makes of writes that overlap, the last one asked for stands. Rejects if it cannot be kept: all that a plugin
 * keeps is at most 5 MB.
 */
export function saveJournal({ window, journal }: { window: string; journal: unknown }): Promise<void> {
  return inLine(async () => {
    const key = JOURNAL_KEY + window
    try {
      if (journal === undefined || journal === null) await figma.clientStorage.deleteAsync(key)
      else await figma.clientStorage.setAsync(key, journal)
    } catch (thrown) {
      throw new AppError('bug', 'Figma did not keep the list of open requests: its storage may be full.', thrown)
    }
  })
}

/** Before the name of a window. */
export const JOURNAL_KEY = 'journal '
const inLine = createLine()
