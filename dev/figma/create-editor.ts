import type { Storage } from './api/client-storage.ts'
import { storable } from './api/client-storage.ts'
import { parameterValues } from './api/query-mode.ts'
import { relaunchButtonsFor } from './api/relaunch-data.ts'
import { createDesigner } from './designer.ts'
import { OpenDocument } from './document/open-document.ts'
import { documentJson } from './document/to-json.ts'
import type { Editor, EditorOptions, Version } from './editor.ts'
import { later } from './later.ts'
import { assertFiles, assertManifest, parametersFor } from './manifest.ts'
import { MessageLog } from './message-log.ts'
import { corsNetwork } from './network/cors-network.ts'
import { type PluginError, type PluginRun, startPluginRun } from './plugin-run.ts'

/** Starts an editor with an empty document. */
export async function createEditor({
  painter,
  quickjs,
  patience = PATIENCE,
  network = corsNetwork,
}: EditorOptions): Promise<Editor> {
  const wasmModule = quickjs?.wasmLocation ? await compiled(quickjs.wasmLocation) : undefined
  const storages = new Map<string, Storage>()
  const listeners = new Set<() => void>()
  let log = new MessageLog()
  let errors: PluginError[] = []
  let current: PluginRun | undefined
  let document = opened(new OpenDocument({ id: 'empty', title: 'Untitled', pages: [EMPTY_PAGE], pictures: {} }))
  let versions: Version[] = []
  let told = true
  let openings = 0

  function opened(next: OpenDocument): OpenDocument {
    next.listen(() => next === document && tell())
    return next
  }

  /** Many changes in one go are one repaint. */
  function tell() {
    if (!told) return
    told = false
    later(() => {
      told = true
      for (const listener of [...listeners]) listener()
    })
  }

  function saveVersion(title: string, description: string): string {
    const id = `${versions.length + 1}`
    versions = [...versions, { id, title, description }]
    return id
  }

  return {
    open(world) {
      const next = opened(new OpenDocument(world))
      openings++
      current?.close()
      document = next
      log = new MessageLog()
      errors = []
      versions = []
      tell()
    },

    async run({ manifest, code, html, command = '', parameters, storage }, window) {
      assertManifest(manifest, command)
      const given =
        parameters === 'ask' ? parameters : parameters && parameterValues(parametersFor(manifest, command), parameters)
      assertFiles(manifest, html)
      const mine = ++openings
      current?.close()
      const kept = storage ? storageFrom(storage) : (storages.get(manifest.id) ?? new Map())
      storages.set(manifest.id, kept)
      const runLog = log
      const runErrors = errors
      for (const [name, value] of kept) runLog.learn(name, value)
      const escaped = (error: PluginError) => void runErrors.push(error)
      const parts = {
        manifest,
        code,
        html,
        command,
        parameters: given,
        storage: kept,
        document,
        painter,
        window,
        network,
      }
      current = await startPluginRun({
        ...{ ...parts, log: runLog, wasmModule, patience, escaped, user: USER, saveVersion },
        isWanted: () => mine === openings,
      })
      return current
    },

    ...createDesigner(() => document, painter),
    json: () => documentJson(document.tree),
    relaunchButtons: (manifest) => relaunchButtonsFor(document, manifest),
    versions: () => [...versions],
    messages: () => log.all(),
    errors: () => [...errors],
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

async function compiled(location: string): Promise<WebAssembly.Module> {
  const response = await fetch(location)
  if (!response.ok) throw new Error(`No QuickJS at ${location}: ${response.status}.`)
  return WebAssembly.compile(await response.arrayBuffer())
}

const storageFrom = (values: Record<string, unknown>): Storage =>
  new Map(Object.entries(values).map(([key, value]) => [key, storable(value)]))

/** Who sits at the editor. */
const USER = { id: '1', name: 'You', photoUrl: null, color: '#0768cf', sessionId: 1 }
const EMPTY_PAGE = { name: 'Page 1', layers: [] }
/** ms */
const PATIENCE = 10_000
