import { keep } from '../kept.ts'

/** Keeps the prompts that were run last. Rejects if they cannot be kept. */
export const savePrompts = ({ prompts }: { prompts: unknown }): Promise<void> => keep(PROMPTS_KEY, prompts)

export const PROMPTS_KEY = 'prompts'
