import { afterEach, expect, test, vi } from 'vitest'

// Named so, lest they be typed here: tests know Figma by what is simulated, and its storage is never slow.
const from = (command: string) => import(new URL(`../../src/code/commands/${command}.ts`, import.meta.url).pathname)
const { saveSettings } = await from('save-settings')
const { closePlugin } = await from('close-plugin')

afterEach(() => void vi.unstubAllGlobals())

/** A storage that is slow with what it is given first. */
function stage() {
  const happened: string[] = []
  let wait = 20
  const setAsync = async (key: string, value: unknown) => {
    wait /= 2
    await new Promise((resolve) => setTimeout(resolve, wait))
    happened.push(`${key} ${value}`)
  }
  vi.stubGlobal('figma', { clientStorage: { setAsync }, closePlugin: () => void happened.push('closed') })
  return happened
}

test('the plugin closes after the settings are kept, the last of them last', async () => {
  const happened = stage()
  void saveSettings({ settings: 'first' })
  void saveSettings({ settings: 'last' })
  void closePlugin()
  await expect.poll(() => happened).toEqual(['settings first', 'settings last', 'closed'])
})
