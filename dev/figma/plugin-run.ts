import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { ClientStorageFace, type Storage } from './api/client-storage.ts'
import { type Drop, dropEvent } from './api/drop.ts'
import { FigmaEvents } from './api/figma-events.ts'
import { FigmaFace } from './api/figma-face.ts'
import { KINDS } from './api/kinds.ts'
import { Notifications } from './api/notification.ts'
import { ParametersFace } from './api/parameters-face.ts'
import { assertReads } from './api/query-mode.ts'
import { RECEIVE, UiFace } from './api/ui-face.ts'
import { ViewportFace } from './api/viewport-face.ts'
import type { OpenDocument } from './document/open-document.ts'
import { settle } from './document/settle.ts'
import { placed } from './errors.ts'
import type { Manifest } from './manifest.ts'
import type { MessageLog } from './message-log.ts'
import { createCodeFetch } from './network/code-fetch.ts'
import type { Network } from './network/network.ts'
import { createSession } from './plugin-session.ts'
import { createQuery, type QueryMode } from './query.ts'
import { createSandbox } from './sandbox/sandbox.ts'
import { assertLoadable } from './sandbox/source-text.ts'
import type { Painter } from './scene.ts'
import type { UiWindow } from './ui-window.ts'

// One run from its start to its end, with everything that has to happen in an order. That is why it is long.

export interface PluginRun {
  /** `event.data.pluginMessage` of what the UI posted to its parent. Delivered later, copied and policed. */
  fromUi(pluginMessage: unknown): void
  /** Something was let go over the canvas, also by `pluginDrop` of the UI. Returns whether the plugin takes it (T:689). */
  drop(drop: Drop): boolean
  /** The person closes the window: 'close' handlers run at once, timers die. */
  close(): void
  /** The tab or the machine goes down: no handler hears of it. What the code did so far stays in the document. */
  kill(): void
  readonly closed: boolean
  /** What quick actions ask for before the plugin runs; undefined as soon as it does. */
  readonly query: QueryMode | undefined
  /** What `figma.clientStorage` holds now: a copy. */
  readonly storage: Record<string, unknown>
  /** What the code wrote with `console`, and what a browser writes there of refused requests. */
  readonly logs: readonly LogLine[]
  /** ms that the code held the thread at most, in one go. */
  readonly longestSlice: number
  /** ms, without what Figma did for the code meanwhile */
  readonly longestOwnSlice: number
  /** From now on only what comes is measured. */
  forgetSlices(): void
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
  html: string | Readonly<Record<string, string>>
  command: string
  /** What quick actions had for the parameters; `'ask'` starts the plugin in query mode. */
  parameters: Readonly<Record<string, unknown>> | 'ask' | undefined
  storage: Storage
  document: OpenDocument
  painter: Painter
  window: UiWindow
  network: Network
  user: F.User
  saveVersion(title: string, description: string): string
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
  const { manifest, code, html, command, document, window, log, storage, network } = options
  assertLoadable(code)
  const logs: LogLine[] = []
  const session = createSession(options)
  const { tree } = document
  const events = new FigmaEvents(session.changeNames, session.loadedPages)
  const ui = new UiFace({ window, log, title: manifest.name })
  const notifications = new Notifications(window)
  const parameters = new ParametersFace()
  let query: QueryMode | undefined
  let closed = false

  const sandbox = await createSandbox({
    kinds: KINDS,
    wasmModule: options.wasmModule,
    patience: options.patience,
    log: (level, values) => void logs.push({ level, values }),
    escaped: options.escaped,
    admit: (use, name) => query && assertReads(use, name),
    fetch: createCodeFetch({
      manifest,
      network,
      complain: (sentence) => void logs.push({ level: 'error', values: [sentence] }),
    }),
    settle: () => settle(tree),
    stuck: close,
  })
  if (!options.isWanted()) throw new Error('Something else was opened before the plugin could start.')
  const stopListening = document.listen((change) => {
    if (change === 'page') session.loadedPages.add(document.pageId)
    if (change === 'document') session.nodeChanges.hear()
    events.hear(change)
  })

  function close(): void {
    if (closed) return
    closed = true
    events.close()
    end()
  }
  function kill(): void {
    if (closed) return
    closed = true
    events.fallSilent()
    end()
  }
  /** What is not committed becomes one step: Figma undoes it together (T:272). */
  function end(): void {
    session.nodeChanges.close()
    sandbox.close()
    stopListening()
    notifications.close()
    ui.close()
    document.history.commit()
    document.discardUnusedImages()
  }

  const figma = new FigmaFace({
    ...{ session, command, ui, notifications, parameters, events, close },
    viewport: new ViewportFace(window),
    clientStorage: new ClientStorageFace(storage, log),
    openExternal: (url) => window.openExternal?.(url),
  })
  function run(values: Readonly<Record<string, unknown>> | undefined) {
    query = undefined
    events.run({ command, parameters: values })
  }
  if (options.parameters === 'ask') query = createQuery({ manifest, command, face: parameters, run })
  sandbox.expose('figma', figma)
  sandbox.define('__html__', typeof html === 'string' ? html : '')
  sandbox.define('__uiFiles__', typeof html === 'string' ? {} : html)
  sandbox.evaluate(code, 'code.js')
  if (options.parameters !== 'ask') run(options.parameters)

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
    drop: (drop) => events.drop(dropEvent(session, drop)),
    close,
    kill,
    get closed() {
      return closed
    },
    get query() {
      return closed ? undefined : query
    },
    get storage() {
      return structuredClone(Object.fromEntries(storage))
    },
    logs,
    get longestSlice() {
      return sandbox.longestSlice
    },
    get longestOwnSlice() {
      return sandbox.longestOwnSlice
    },
    forgetSlices: () => sandbox.forgetSlices(),
  }
}
