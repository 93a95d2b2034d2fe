import { failure, sendJson, startServer } from './server.ts'

export const TOKEN = 'a-relay-token-of-its-own'

/** A relay as its contract says, with pictures in memory; `answer` may stand in for it. */
export async function startRelayDouble(answer?: (path: string) => { status: number; code: string } | undefined) {
  const kept = new Map<string, Buffer>()
  const server = await startServer((response, { method, path, headers, body }, index) => {
    const planned = answer?.(path)
    if (planned) return sendJson(response, planned.status, failure(planned.code, 'So it was planned.'))
    const [, id = ''] = /^\/files\/([\w-]+)/.exec(path) ?? []
    if (method === 'GET') return void response.writeHead(kept.has(id) ? 200 : 404).end(kept.get(id))
    if (headers['x-refill-relay'] !== TOKEN) return sendJson(response, 401, failure('RELAY_TOKEN', 'Unknown token.'))
    if (method === 'DELETE') {
      kept.delete(id)
      return void response.writeHead(204).end()
    }
    const name = `file_${index}-x`
    kept.set(name, body)
    sendJson(response, 201, { id: name, url: `${server.url}/files/${name}.png`, expiresAt: '2030-01-01T00:00:00.000Z' })
  })
  return { ...server, kept }
}
