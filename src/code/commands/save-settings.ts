import { keep } from '../kept.ts'

/** Keeps settings and accounts where only this plugin on this machine reads them, and nowhere else. Rejects as `saveJournal` does. */
export const saveSettings = ({ settings }: { settings: unknown }): Promise<void> => keep(SETTINGS_KEY, settings)

export const SETTINGS_KEY = 'settings'
