import { keep } from '../kept.ts'

/** Keeps one preset by itself, or removes it. Rejects if it cannot be kept. */
export const savePreset = ({ id, preset }: { id: string; preset: unknown }): Promise<void> =>
  keep(PRESET_KEY + id, preset)

/** Before the id of a preset. */
export const PRESET_KEY = 'preset '
