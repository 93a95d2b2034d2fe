import { keep } from '../kept.ts'

/** Keeps how the last edit was made. Rejects if it cannot be kept. */
export const saveLastEdit = ({ edit }: { edit: unknown }): Promise<void> => keep(LAST_EDIT_KEY, edit)

export const LAST_EDIT_KEY = 'last edit'
