import { inStorageLine } from '../kept.ts'
import { LAST_EDIT_KEY } from './save-last-edit.ts'

/** How the last edit was made, after all that was to be kept before. */
export const readLastEdit = (): Promise<unknown> => inStorageLine(() => figma.clientStorage.getAsync(LAST_EDIT_KEY))
