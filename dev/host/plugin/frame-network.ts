import type { Network, NetworkAnswer } from '../../figma/editor.ts'
import { element } from '../element.ts'

/**
 * Requests of a plugin's code, made in a frame without an origin, so that other servers see what they see of Figma's: the
 * editor has checked the address before.
 */
export function createFrameNetwork(): Network {
  let frame: Promise<Window> | undefined
  const waiting = new Map<number, { resolve(answer: NetworkAnswer): void; reject(error: Error): void }>()
  let last = 0

  function open(): Promise<Window> {
    const iframe = element('iframe', { srcdoc: `<!doctype html><script>${SCRIPT}</script>`, hidden: true })
    iframe.setAttribute('sandbox', 'allow-scripts')
    addEventListener('message', ({ source, data }) => {
      if (source !== iframe.contentWindow) return
      const { id, answer, message } = data
      const { resolve, reject } = waiting.get(id) ?? {}
      waiting.delete(id)
      if (answer) resolve?.(answer)
      else reject?.(new TypeError(message))
    })
    return new Promise((resolve) => {
      iframe.addEventListener('load', () => resolve(iframe.contentWindow!))
      document.body.append(iframe)
    })
  }

  return async (request) => {
    frame ??= open()
    const target = await frame
    const id = ++last
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      target.postMessage({ id, request }, '*')
    })
  }
}

const SCRIPT = `addEventListener('message', async ({ source, data: { id, request } }) => {
  if (source !== parent) return
  try {
    const { url, ...init } = request
    const response = await fetch(url, { ...init, credentials: 'omit' })
    const { status, statusText, redirected, type } = response
    const headers = Object.fromEntries(response.headers)
    const bytes = new Uint8Array(await response.arrayBuffer())
    parent.postMessage({ id, answer: { status, statusText, headers, redirected, type, url: response.url, bytes } }, '*')
  } catch (error) {
    parent.postMessage({ id, message: error.message }, '*')
  }
})`
