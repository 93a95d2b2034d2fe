import { inStorageLine } from '../kept.ts'
import { PROMPTS_KEY } from './save-prompts.ts'

/** The prompts that were run last, after all that was to be kept before. */
export const readPrompts = (): Promise<unknown> => inStorageLine(() => figma.clientStorage.getAsync(PROMPTS_KEY))
