import { ClientStorageFace, type Storage } from './api/client-storage.ts'
import { FigmaEvents } from './api/figma-events.ts'
import { FigmaFace } from './api/figma-face.ts'
import { KINDS } from './api/kinds.ts'
import { NodeChanges } from './api/node-changes.ts'
import { createFace } from './api/nodes/create-face.ts'
import type { NodeFace } from './api/nodes/node-face.ts'
import type { Session } from './api/session.ts'
import { RECEIVE, UiFace } from './api/ui-face.ts'
import type { OpenDocument } from './document/open-document.ts'
import { settle } from './document/settle.ts'
import { placed } from './errors.ts'
import type { Manifest } from './manifest.ts'
import type { MessageLog } from './message-log.ts'
import { createSandbox } from './sandbox/sandbox.ts'
import { assertLoadable } from './sandbox/source-text.ts'
import type { Painter } from './scene.ts'
import type { UiWindow } from './ui-window.ts'

export interface PluginRun {
  /** `event.data.pluginMessage` of what the UI posted to its parent. Delivered later, copied and policed. */
  fromUi(pluginMessage: unknown): void
  /** The person closes the window: 'close' handlers run at once, timers die. */
  close(): void
  readonly closed: boolean
  /** What `figma.clientStorage` holds now: a copy. */
  readonly storage: Record<string, unknown>
  /** What the code wrote with `console`. */
  readonly logs: readonly LogLine[]
  /** ms that the code held the thread at most, in one go. */
  readonly longestSlice: number
}

export interface LogLine {
  level: string
  values: unknown[]
}

export interface PluginError {
  name: string
  message: string
  stack: string
}

export interface PluginRunOptions {
  manifest: Manifest
  code: string
  html: string
  command: string
  storage: Storage
  document: OpenDocument
  painter: Painter
  window: UiWindow
  log: MessageLog
  wasmModule?: WebAssembly.Module | undefined
  /** ms */
  patience: number
  escaped(error: PluginError): void
  /** Asked once the sandbox is ready: another plugin or world may have been opened meanwhile. */
  isWanted(): boolean
}

/** Runs a plugin's code on a document. Resolves when its top level has run. */
export async function startPluginRun(options: PluginRunOptions): Promise<PluginRun> {
  const { manifest, code, html, document, window, log, storage } = options
  assertLoadable(code)
  const logs: LogLine[] = []
  const faces = new Map<string, NodeFace>()
  const events = new FigmaEvents()
  const ui = new UiFace({ window, log, title: manifest.name })
  let closed = false

  const session: Session = {
    manifest,
    document,
    painter: options.painter,
    loadedPages: new Set([document.pageId]),
    nodeChanges: new NodeChanges(document.tree, (id) => session.faceOf(id)),
    faceOf(id) {
      const face = faces.get(id) ?? createFace(session, id)
      faces.set(id, face)
      return face
    },
  }
  const sandbox = await createSandbox({
    kinds: KINDS,
    wasmModule: options.wasmModule,
    patience: options.patience,
    log: (level, values) => void logs.push({ level, values }),
    escaped: options.escaped,
    settle: () => settle(document.tree),
    stuck: close,
  })
  if (!options.isWanted()) throw new Error('Something else was opened before the plugin could start.')
  const stopListening = document.listen((change) => {
    if (change === 'page') session.loadedPages.add(document.pageId)
    if (change === 'document') session.nodeChanges.hear()
    events.hear(change)
  })

  /** What is not committed becomes one step: Figma undoes it together (T:272). */
  function close(): void {
    if (closed) return
    closed = true
    events.close()
    session.nodeChanges.close()
    sandbox.close()
    stopListening()
    ui.close()
    document.history.commit()
    document.discardUnusedImages()
  }

  const clientStorage = new ClientStorageFace(storage, log)
  const figma = new FigmaFace({ session, window, command: options.command, ui, clientStorage, events, close })
  sandbox.expose('figma', figma)
  sandbox.define('__html__', typeof manifest.ui === 'string' ? html : '')
  sandbox.define('__uiFiles__', filesOf(manifest, html))
  sandbox.evaluate(code, 'code.js')
  events.run(options.command)

  return {
    fromUi(message) {
      if (closed) return
      try {
        ui[RECEIVE](message)
      } catch (thrown) {
        const { name, message: text, stack = '' } = placed(thrown, 'postMessage') as Error
        options.escaped({ name, message: text, stack })
      }
    },
    close,
    get closed() {
      return closed
    },
    get storage() {
      return structuredClone(Object.fromEntries(storage))
    },
    logs,
    get longestSlice() {
      return sandbox.longestSlice
    },
  }
}

/** Figma: a manifest whose `ui` lists files gives them by name in `__uiFiles__`; only one page is simulated. */
function filesOf({ ui }: Manifest, html: string): Record<string, string> {
  if (ui === undefined || typeof ui === 'string') return {}
  const names = Object.keys(ui)
  if (names.length > 1) throw new Error('dev/figma: a manifest with several ui files is not simulated')
  return Object.fromEntries(names.map((name) => [name, html]))
}
