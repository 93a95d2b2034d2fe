import type {
  DocumentJson,
  Editor,
  LayerJson,
  LoggedMessage,
  PaintSpec,
  PluginError,
  WorldData,
} from '../figma/editor.ts'
import type { BuiltPlugin } from './settings.ts'

/** `window.playground`: the editor as tests and the curious use it, besides the mouse. */
export interface Playground {
  /** Settles when the first world and the plugin's window are shown. */
  readonly ready: Promise<void>
  /** A world by its id, or one of one's own. A plugin that was open is opened again. */
  open(world: string | WorldData): Promise<void>
  worlds(): { id: string; title: string }[]
  select(namesOrIds: string | readonly string[]): void
  selection(): string[]
  document(): DocumentJson
  layer(nameOrId: string): LayerJson
  /** PNG bytes of what the layer shows, `scale` times its size. */
  png(nameOrId: string, scale?: number): Promise<Uint8Array>
  /** Adds a picture file as a rectangle; without a size, in its own pixels. Returns the layer's id. */
  addImage(name: string, bytes: Uint8Array | number[], size?: { width: number; height: number }): Promise<string>
  undo(): boolean
  redo(): boolean
  /** Everything that crossed between code and UI. Never bytes, never a key. */
  messages(): LoggedMessage[]
  /** What escaped the plugin's code. */
  errors(): PluginError[]
  /** Everything the page told in a toast, oldest first. */
  said(): string[]
  /** Opens the plugin with a command of its menu or of its relaunch buttons, and with values for its parameters. */
  run(command?: string, parameters?: Record<string, unknown>): Promise<void>
  /** Opens another built plugin in place of this one, until the page is loaded again. */
  usePlugin(plugin: BuiltPlugin): Promise<void>
  /** The buttons that the plugin shows for what is selected. */
  relaunchButtons(): string[]
  /** ms for which the plugin's code held the thread at most since it was opened, and of that what it took itself. */
  slices(): { longest: number; longestOwn: number }
  /** From now on only what comes is measured. */
  forgetSlices(): void
  /** What plugins saved to the file's version history. */
  versions(): { id: string; title: string; description: string }[]
  close(): void
  remove(nameOrId: string): void
  move(nameOrId: string, to: { x: number; y: number }): void
  resize(nameOrId: string, to: { width: number; height: number }): void
  rename(nameOrId: string, name: string): void
  setVisible(nameOrId: string, visible: boolean): void
  setFills(nameOrId: string, fills: readonly PaintSpec[]): void
  pages(): { id: string; name: string; current: boolean }[]
  showPage(nameOrId: string): void
}

/** The parts of a started page that the playground stands on. */
export interface PlaygroundParts
  extends Pick<
    Playground,
    'open' | 'worlds' | 'said' | 'run' | 'usePlugin' | 'relaunchButtons' | 'close' | 'slices' | 'forgetSlices'
  > {
  editor: Editor
  addImage(name: string, bytes: Uint8Array, size?: { width: number; height: number }): Promise<string>
}

/** There at once, so that a test may await `ready`. What answers later waits for the page; what answers at once says that it is too early. */
export function createPlayground(starting: Promise<PlaygroundParts>): Playground {
  let started: PlaygroundParts | undefined
  const ready = starting.then((parts) => {
    started = parts
  })
  function now(): PlaygroundParts {
    if (!started) throw new Error('The playground is not ready yet: await playground.ready first.')
    return started
  }
  const editor = () => now().editor

  return {
    ready,
    open: (world) => ready.then(() => now().open(world)),
    run: (command, parameters) => ready.then(() => now().run(command, parameters)),
    usePlugin: (plugin) => ready.then(() => now().usePlugin(plugin)),
    relaunchButtons: () => now().relaunchButtons(),
    slices: () => now().slices(),
    forgetSlices: () => now().forgetSlices(),
    versions: () => editor().versions(),
    png: (name, scale) => ready.then(() => editor().png(name, scale)),
    addImage: (name, bytes, size) => ready.then(() => now().addImage(name, Uint8Array.from(bytes), size)),
    close: () => now().close(),
    worlds: () => now().worlds(),
    said: () => now().said(),
    select: (names) => editor().select(typeof names === 'string' ? [names] : names),
    selection: () => editor().selection(),
    document: () => editor().json(),
    layer: (name) => editor().layer(name),
    undo: () => editor().undo(),
    redo: () => editor().redo(),
    messages: () => editor().messages(),
    errors: () => editor().errors(),
    remove: (name) => editor().remove(name),
    move: (name, to) => editor().move(name, to),
    resize: (name, to) => editor().resize(name, to),
    rename: (name, next) => editor().rename(name, next),
    setVisible: (name, visible) => editor().setVisible(name, visible),
    setFills: (name, fills) => editor().setFills(name, fills),
    pages: () => editor().pages(),
    showPage: (name) => editor().showPage(name),
  }
}

declare global {
  interface Window {
    playground: Playground
  }
}
