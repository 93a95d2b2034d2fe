import { inStorageLine } from '../kept.ts'

/** Keeps settings and accounts where only this plugin on this machine reads them, and nowhere else. */
export const saveSettings = ({ settings }: { settings: unknown }): Promise<void> =>
  inStorageLine(() => figma.clientStorage.setAsync(SETTINGS_KEY, settings))

export const SETTINGS_KEY = 'settings'
