import { JOURNAL_KEY } from './save-journal.ts'

/** The journals of all windows, by their names: two files may have the plugin open at the same time. */
export async function readJournals(): Promise<Record<string, unknown>> {
  const keys = (await figma.clientStorage.keysAsync()).filter((key) => key.startsWith(JOURNAL_KEY))
  const journals = await Promise.all(keys.map((key) => figma.clientStorage.getAsync(key)))
  return Object.fromEntries(keys.map((key, index) => [key.slice(JOURNAL_KEY.length), journals[index]]))
}
