import type { Manifest } from '../figma/editor.ts'

/** What the page's server tells it. */
export interface PlaygroundSettings {
  /** Where the image service answers. */
  apiUrl: string
  apiKey: string
  /** Whether the service is our stand-in. */
  standIn: boolean
  /** Id of the world to open first. */
  world: string
}

/** The plugin as it was built last. */
export interface BuiltPlugin {
  manifest: Manifest
  code: string
  html: string
}

export const fetchSettings = async (): Promise<PlaygroundSettings> => JSON.parse(await fetchText('/playground.json'))

export async function fetchPlugin(): Promise<BuiltPlugin> {
  const [manifest, code, html] = await Promise.all(PARTS.map((part) => fetchText(`/plugin/${part}`)))
  return { manifest: JSON.parse(manifest ?? ''), code: code ?? '', html: html ?? '' }
}

export async function fetchText(path: string): Promise<string> {
  const response = await fetch(path)
  if (!response.ok) throw new Error(`${path} was answered ${response.status}: is npm start still running?`)
  return response.text()
}

/** What the plugin finds in its storage when it opens for the first time, so that Run works at once. */
export const firstStorage = ({ apiUrl, apiKey }: PlaygroundSettings) => ({
  settings: { version: 1, provider: 'lumenfall', accounts: { lumenfall: { key: apiKey, address: apiUrl } } },
})

/** Says under the canvas what is real and what is not. */
export const disclosureOf = ({ standIn, apiUrl }: PlaygroundSettings) =>
  `Simulated Figma · the answers come from ${standIn ? 'a stand-in, not a model' : apiUrl}`

const PARTS = ['manifest.json', 'code.js', 'ui.html']
