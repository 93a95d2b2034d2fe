import type { ShownButton } from './api/relaunch-data.ts'
import type { OutlineLayer } from './document/outline.ts'
import type { DocumentJson, LayerJson } from './document/to-json.ts'
import type { Hands } from './hands.ts'
import type { Manifest } from './manifest.ts'
import type { LoggedMessage } from './message-log.ts'
import type { Network } from './network/network.ts'
import type { PluginError, PluginRun } from './plugin-run.ts'
import type { Painter, SceneLayer } from './scene.ts'
import type { UiWindow } from './ui-window.ts'
import type { WorldData } from './world.ts'

export type { Drop } from './api/drop.ts'
export type { ShownButton } from './api/relaunch-data.ts'
export type { ParameterAnswer, Suggestion } from './api/suggestion-results.ts'
export { createEditor } from './create-editor.ts'
export type { OutlineLayer } from './document/outline.ts'
export type { DocumentJson, LayerJson, PageJson } from './document/to-json.ts'
export type { Hands } from './hands.ts'
export type { Manifest, MenuItem, Parameter } from './manifest.ts'
export type { LoggedMessage } from './message-log.ts'
export type { Network, NetworkAnswer, NetworkRequest } from './network/network.ts'
export type { LogLine, PluginError, PluginRun } from './plugin-run.ts'
export type { QueryMode } from './query.ts'
export type { Painter, PaintRequest, SceneLayer } from './scene.ts'
export type { NotifyOptions, ShowOptions, UiWindow, View, WindowPosition } from './ui-window.ts'
export type { LayerSpec, PaintSpec, WorldData } from './world.ts'

/**
 * The simulated Figma: a document, a designer's hands on it, each of whose actions is an undo step of its own, and plugins
 * run in a sandbox.
 */
export interface Editor extends Hands {
  /** Closes any running plugin and shows the world's first page. Throws on a world that Figma could not hold. */
  open(world: WorldData): void
  /**
   * Starts a plugin; `ui` is the window that Figma would make for `showUI`. Resolves when the top level of its code has run.
   * Throws a sentence for a manifest or a source text that Figma refuses. A plugin that is already running is closed.
   */
  run(plugin: Plugin, ui: UiWindow): Promise<PluginRun>
  /** Selects layers of the current page. An unknown name or id throws with that name. */
  select(namesOrIds: readonly string[]): void
  /** Ids, in no particular order. */
  selection(): string[]
  undo(): boolean
  redo(): boolean
  /** The whole tree with fills and the plugin data of all plugins; equal documents give equal text. */
  json(): DocumentJson
  /** Where several layers have the name, the lowest on the current page. */
  layer(nameOrId: string): LayerJson
  /** What the layer shows, in its own box (unrotated, without overhang), `scale` times its size. */
  png(nameOrId: string, scale?: number): Promise<Uint8Array>
  /** The current page for a list of its layers. What is as it was is the same object as before. */
  outline(): readonly OutlineLayer[]
  /** The current page for a live canvas: its layers and the images that they use. */
  scene(): { layers: readonly SceneLayer[]; images: ReadonlyMap<string, Uint8Array> }
  pages(): { id: string; name: string; current: boolean }[]
  showPage(nameOrId: string): void
  /**
   * A second person's hands on the same document. What they do is told with `origin: 'REMOTE'`; it is never a step of our
   * undo, and our undo leaves it alone.
   */
  colleague(): Hands
  /** The buttons of a plugin that show for what is selected (T:6437). */
  relaunchButtons(manifest: Manifest): ShownButton[]
  /** What plugins saved with `saveVersionHistoryAsync` since `open`, oldest first. */
  versions(): Version[]
  /** Everything that crossed between code and UI since `open`, oldest first. Never bytes, never a key. */
  messages(): LoggedMessage[]
  /** The document, the selection or the page changed: repaint. Returns the way to stop listening. */
  onChange(listener: () => void): () => void
  /** Everything that escaped the code of the plugins run since `open`. */
  errors(): PluginError[]
}

export interface Plugin {
  manifest: Manifest
  code: string
  /** The page that the manifest names with `ui`, or each of several by its name there. */
  html: string | Readonly<Record<string, string>>
  /** Of the manifest's menu or relaunch buttons; empty where the plugin has no menu. */
  command?: string
  /**
   * What quick actions had for the parameters, by key. `'ask'`: they are still to be asked for, with `PluginRun.query`.
   * Without it, the plugin was started from its menu, and hears of none.
   */
  parameters?: Readonly<Record<string, unknown>> | 'ask'
  /** What `figma.clientStorage` holds at the start. Without it, what the last run of this plugin left. */
  storage?: Record<string, unknown>
}

export interface Version {
  id: string
  title: string
  description: string
}

export interface EditorOptions {
  painter: Painter
  /** Where a page finds the WASM file of `@jitl/quickjs-wasmfile-release-sync`; Node finds it by itself. */
  quickjs?: { wasmLocation?: string }
  /** ms that plugin code may hold the thread before it is stopped; 10 000 unless said. */
  patience?: number
  /** How requests of a plugin's code go out; without it, as Node can. */
  network?: Network
}
