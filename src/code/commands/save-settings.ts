/** Keeps settings and accounts where only this plugin on this machine reads them, and nowhere else. */
export async function saveSettings({ settings }: { settings: unknown }): Promise<void> {
  await figma.clientStorage.setAsync(SETTINGS_KEY, settings)
}

export const SETTINGS_KEY = 'settings'
