import sharp from 'sharp'
import { startApi } from '../api/server.ts'
import { type Ask, STYLES, type Style } from './peers.ts'
import { script24 } from './twenty-four.ts'

export interface Baseline {
  style: string
  done: number
  paid: number
  /** ms */
  wall: number
}

/**
 * The 24 edits in the styles of other plugins, over plain requests: each against a stand-in of its own, all at the same
 * time, as they do little but wait.
 */
export async function runBaselines(): Promise<Baseline[]> {
  const pictures = await Promise.all(Array.from({ length: 24 }, (_, index) => plain(index)))
  return Promise.all(Object.entries(STYLES).map(([name, style]) => runBaseline(name, style, pictures)))
}

async function runBaseline(name: string, style: Style, pictures: readonly Blob[]): Promise<Baseline> {
  const api = await startApi({ balance: null, prepared: true, keepsAlive: true })
  try {
    api.script(script24)
    const ask: Ask = async (job) => {
      const body = new FormData()
      const fields = { model: 'p-image-edit', prompt: 'starry night sky', response_format: 'b64_json' }
      for (const [field, value] of Object.entries(fields)) body.set(field, value)
      body.set('image', pictures[job]!, 'picture.png')
      const headers = { authorization: `Bearer ${api.key}` }
      const response = await fetch(`${api.url}/openai/v1/images/edits`, { method: 'POST', headers, body })
      await response.arrayBuffer()
      return response.status
    }
    const startedAt = performance.now()
    const done = await style(pictures.length, ask)
    const wall = performance.now() - startedAt
    return { style: name, done, paid: api.runs().filter(({ cost }) => cost > 0).length, wall }
  } finally {
    await api.stop()
  }
}

async function plain(index: number): Promise<Blob> {
  const background = { r: index * 10, g: 90, b: 160 }
  const png = await sharp({ create: { width: 640, height: 427, channels: 3, background } })
    .png()
    .toBuffer()
  return new Blob([new Uint8Array(png)], { type: 'image/png' })
}
