import { readFile } from 'node:fs/promises'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import type { BuiltPlugin, PlaygroundSettings } from '../settings.ts'

export interface PageServerOptions {
  /** The page's scripts by their names. */
  scripts: Record<string, string>
  /** Reads the built plugin anew. Throws one sentence where it cannot be read. */
  plugin(): Promise<BuiltPlugin>
  settings: PlaygroundSettings
}

/** Serves the page, the built plugin and the news that it was built again. */
export function createPageServer({ scripts, plugin, settings }: PageServerOptions) {
  const listeners = new Set<ServerResponse>()
  const files: Record<string, { type: string; read(): Promise<Buffer> | Buffer }> = {
    '/': file('text/html; charset=utf-8', `${PAGE}/index.html`),
    ...Object.fromEntries(STYLES.map((name) => [`/${name}`, file('text/css', `${PAGE}/${name}`)])),
    ...Object.fromEntries(
      Object.entries(scripts).map(([name, text]) => [`/${name}`, { type: SCRIPT, read: () => Buffer.from(text) }]),
    ),
    '/playground.json': { type: 'application/json', read: () => Buffer.from(JSON.stringify(settings)) },
    '/quickjs.wasm': file('application/wasm', quickjs()),
  }

  const answer: RequestListener = async (request, response) => {
    if (!isLocal(request)) return end(response, 403, 'The playground answers this machine only.')
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    if (path === '/playground.json' && isForeign(request))
      return end(response, 403, 'Only the playground’s page may ask.')
    if (path === '/events') return listen(response)
    if (path === '/plugin.json') return sendPlugin(response)
    if (path === '/favicon.ico') return end(response, 204)
    const found = Object.hasOwn(files, path) ? files[path] : undefined
    if (!found) return end(response, 404, `There is nothing at ${path}.`)
    try {
      const body = await found.read()
      response.writeHead(200, { 'content-type': found.type, 'cache-control': 'no-store' }).end(body)
    } catch {
      end(response, 500, `${path} could not be read.`)
    }
  }

  async function sendPlugin(response: ServerResponse) {
    try {
      const body = JSON.stringify(await plugin())
      response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(body)
    } catch (error) {
      end(response, 422, (error as Error).message)
    }
  }

  /** Server-sent events: one line per build, as long as the page is open. */
  function listen(response: ServerResponse) {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).write(':\n\n')
    listeners.add(response)
    response.on('close', () => listeners.delete(response))
  }

  return {
    answer,
    /** Tells every open page that the plugin was built again. */
    announceBuild() {
      for (const listener of listeners) listener.write('data: built\n\n')
    },
  }
}

const file = (type: string, path: string) => ({ type, read: () => readFile(path) })

const quickjs = () => createRequire(resolve('package.json')).resolve('@jitl/quickjs-wasmfile-release-sync/wasm')

function end(response: ServerResponse, status: number, text = '') {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text)
}

/** A page elsewhere could make its own name point at this machine and read the key; its `Host` would betray it. */
const isLocal = ({ headers }: IncomingMessage) => /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(headers.host ?? '')

/** A page on another port of this machine could not read the answer, but what holds a key is not even sent to it. */
const isForeign = ({ headers }: IncomingMessage) =>
  !['same-origin', 'none', undefined].includes(headers['sec-fetch-site'] as string)

/** From the project's folder, where every command is run. */
const PAGE = 'dev/host'
const SCRIPT = 'text/javascript; charset=utf-8'
const STYLES = ['theme.css', 'page.css', 'controls.css', 'layers.css', 'stage.css', 'quick-actions.css']
