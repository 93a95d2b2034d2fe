import type { Storage } from './api/client-storage.ts'
import { storable } from './api/client-storage.ts'
import { createDesigner } from './designer.ts'
import { OpenDocument } from './document/open-document.ts'
import { documentJson } from './document/to-json.ts'
import type { Editor, EditorOptions } from './editor.ts'
import { later } from './later.ts'
import { assertManifest } from './manifest.ts'
import { MessageLog } from './message-log.ts'
import { type PluginError, type PluginRun, startPluginRun } from './plugin-run.ts'

/** Starts an editor with an empty document. */
export async function createEditor({ painter, quickjs, patience = PATIENCE }: EditorOptions): Promise<Editor> {
  const wasmModule = quickjs?.wasmLocation ? await compiled(quickjs.wasmLocation) : undefined
  const storages = new Map<string, Storage>()
  const listeners = new Set<() => void>()
  let log = new MessageLog()
  let errors: PluginError[] = []
  let current: PluginRun | undefined
  let document = opened(new OpenDocument({ id: 'empty', title: 'Untitled', pages: [EMPTY_PAGE], pictures: {} }))
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

  return {
    open(world) {
      const next = opened(new OpenDocument(world))
      openings++
      current?.close()
      document = next
      log = new MessageLog()
      errors = []
      tell()
    },

    async run({ manifest, code, html, command = '', storage }, window) {
      assertManifest(manifest, command)
      const mine = ++openings
      current?.close()
      const kept = storage ? storageFrom(storage) : (storages.get(manifest.id) ?? new Map())
      storages.set(manifest.id, kept)
      const runLog = log
      const runErrors = errors
      for (const [name, value] of kept) runLog.learn(name, value)
      const escaped = (error: PluginError) => void runErrors.push(error)
      const parts = { manifest, code, html, command, storage: kept, document, painter, window, log: runLog }
      current = await startPluginRun({ ...parts, wasmModule, patience, escaped, isWanted: () => mine === openings })
      return current
    },

    ...createDesigner(() => document, painter),
    json: () => documentJson(document.tree),
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

const EMPTY_PAGE = { name: 'Page 1', layers: [] }
/** ms */
const PATIENCE = 10_000
