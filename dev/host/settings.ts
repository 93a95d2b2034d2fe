import type { Manifest } from '../figma/editor.ts'

/** What the page's server tells it. */
export interface PlaygroundSettings {
  /** Where the image service answers that is asked first. */
  apiUrl: string
  /** Whether the services are our stand-ins. */
  standIn: boolean
  /** Id of the provider that the plugin finds chosen. */
  provider: string
  /** What it finds in its settings for each, by the provider's id. */
  accounts: Readonly<Record<string, PlaygroundAccount>>
  /** Id of the world to open first. */
  world: string
  /** Id of the plugin that finds this account in its storage: ours, and no other. */
  accountFor: string
  /** Whether somebody's built plugin is opened in place of ours. */
  guest: boolean
}

export interface PlaygroundAccount {
  key: string
  address: string
  relay?: string
  token?: string
  pictures?: 'inline' | 'relay'
}

/** The plugin as it was built last. */
export interface BuiltPlugin {
  manifest: Manifest
  code: string
  /** The page that the manifest names with `ui`, or each of several by its name there. */
  html: string | Readonly<Record<string, string>>
}

export const fetchSettings = async (): Promise<PlaygroundSettings> => JSON.parse(await fetchText('/playground.json'))

export const fetchPlugin = async (): Promise<BuiltPlugin> => JSON.parse(await fetchText('/plugin.json'))

export async function fetchText(path: string): Promise<string> {
  const response = await fetch(path)
  // A plugin that cannot be read is answered with a sentence that says why.
  if (response.status === UNREADABLE) throw new Error(await response.text())
  if (!response.ok) throw new Error(`${path} was answered ${response.status}: is npm start still running?`)
  return response.text()
}

/** What the plugin finds in its storage when it opens for the first time, so that Run works at once. */
export const firstStorage = ({ provider, accounts }: PlaygroundSettings) => ({
  settings: { version: 1, provider, accounts },
})

/** With `?new` after the page's address the plugin opens as for a new designer, whose storage is empty. */
export const isNewDesigner = (query: string) => new URLSearchParams(query).has('new')

/** Says under the canvas what is real and what is not. */
export function disclosureOf({ standIn, apiUrl, guest }: PlaygroundSettings): string {
  if (guest) return 'Simulated Figma · what it does not simulate throws by name'
  return `Simulated Figma · the answers come from ${standIn ? 'a stand-in, not a model' : apiUrl}`
}

const UNREADABLE = 422
