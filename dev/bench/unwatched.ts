import type { Page } from 'playwright-core'

/**
 * Ends what Playwright follows of a page's network. For `response.body()` it has the browser keep a copy of every upload and
 * answer, up to 100 MB in the page's own process and blobs beside them: a designer's browser does no such thing, and
 * it would be most of what is measured. Nothing public turns it off. Call it when all frames are there.
 */
export async function unwatchNetwork(page: Page): Promise<void> {
  const sessions = (page as unknown as Inner)._connection?.toImpl(page)?.delegate?._sessions
  if (!sessions) throw new Error('This Playwright keeps its sessions elsewhere: memory cannot be measured.')
  await Promise.all([...sessions.values()].map(({ _client }) => _client.send('Network.disable')))
}

interface Inner {
  _connection?: { toImpl(page: unknown): { delegate?: { _sessions?: Map<string, Session> } } | undefined }
}

interface Session {
  _client: { send(method: 'Network.disable'): Promise<unknown> }
}
