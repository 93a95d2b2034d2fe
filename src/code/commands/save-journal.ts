import { keep } from '../kept.ts'

/** Keeps one window's journal of open requests, or removes it. Rejects if it cannot be kept. */
export const saveJournal = ({ window, journal }: { window: string; journal: unknown }): Promise<void> =>
  keep(JOURNAL_KEY + window, journal)

/** Before the name of a window. */
export const JOURNAL_KEY = 'journal '
