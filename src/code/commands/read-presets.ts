import { inStorageLine, keptUnder } from '../kept.ts'
import { PRESET_KEY } from './save-preset.ts'

/** The presets by their ids, after all that was to be kept before. */
export const readPresets = (): Promise<Record<string, unknown>> => inStorageLine(() => keptUnder(PRESET_KEY))
