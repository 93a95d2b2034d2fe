import { inStorageLine } from '../kept.ts'

/** Closes the plugin, after all that was to be kept. No answer: after that Figma carries none. */
export async function closePlugin(): Promise<void> {
  await inStorageLine(() => {})
  figma.closePlugin()
  return new Promise(() => {})
}
