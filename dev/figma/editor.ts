import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import type { DocumentJson, LayerJson } from './document/to-json.ts'
import type { Manifest } from './manifest.ts'
import type { LoggedMessage } from './message-log.ts'
import type { PluginError, PluginRun } from './plugin-run.ts'
import type { Painter, SceneLayer } from './scene.ts'
import type { UiWindow } from './ui-window.ts'
import type { PaintSpec, WorldData } from './world.ts'

export { createEditor } from './create-editor.ts'
export type { DocumentJson, LayerJson, PageJson } from './document/to-json.ts'
export type { Manifest, MenuItem } from './manifest.ts'
export type { LoggedMessage } from './message-log.ts'
export type { LogLine, PluginError, PluginRun } from './plugin-run.ts'
export type { Painter, PaintRequest, SceneLayer } from './scene.ts'
export type { NotifyOptions, ShowOptions, UiWindow } from './ui-window.ts'
export type { LayerSpec, PaintSpec, WorldData } from './world.ts'

/** The simulated Figma: a document, a designer's hands on it, and plugins run in a sandbox. */
export interface Editor {
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
  /** The current page for a live canvas: its layers and the images that they use. */
  scene(): { layers: readonly SceneLayer[]; images: ReadonlyMap<string, Uint8Array> }
  /** Puts a picture on the current page as a rectangle with one image fill, as dropping a file does. Returns its id. */
  addImage(name: string, bytes: Uint8Array, at: { width: number; height: number; x?: number; y?: number }): string
  pages(): { id: string; name: string; current: boolean }[]
  showPage(nameOrId: string): void
  /** This and the following are a designer's actions: each is an undo step of its own. */
  remove(nameOrId: string): void
  /** px from the parent's top left */
  move(nameOrId: string, to: { x: number; y: number }): void
  /** px */
  resize(nameOrId: string, to: { width: number; height: number }): void
  rename(nameOrId: string, name: string): void
  setVisible(nameOrId: string, visible: boolean): void
  /** A paint may name a picture of the world with `picture` instead of an image with `imageHash`. */
  setFills(nameOrId: string, fills: readonly (PaintSpec | F.Paint)[]): void
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
  html: string
  /** Of the manifest's menu; empty where the plugin has no menu. */
  command?: string
  /** What `figma.clientStorage` holds at the start. Without it, what the last run of this plugin left. */
  storage?: Record<string, unknown>
}

export interface EditorOptions {
  painter: Painter
  /** Where a page finds the WASM file of `@jitl/quickjs-wasmfile-release-sync`; Node finds it by itself. */
  quickjs?: { wasmLocation?: string }
  /** ms that plugin code may hold the thread before it is stopped; 10 000 unless said. */
  patience?: number
}
