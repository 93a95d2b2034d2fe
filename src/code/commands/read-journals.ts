import { keptUnder } from '../kept.ts'
import { JOURNAL_KEY } from './save-journal.ts'

/** The journals of all windows, by their names: two files may have the plugin open at the same time. */
export const readJournals = (): Promise<Record<string, unknown>> => keptUnder(JOURNAL_KEY)
