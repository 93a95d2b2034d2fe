import type { Port } from '../shared/channel.ts'

/** The iframe's end of Figma's pipe. Bytes may move out of the iframe instead of being copied. */
export const figmaPort: Port = {
  post: (message, transfer = []) => parent.postMessage({ pluginMessage: message }, '*', transfer),
  listen: (receive) =>
    addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
      if (!isAncestor(source)) return
      if (typeof data === 'object' && data !== null && 'pluginMessage' in data) receive(data.pluginMessage)
    }),
}

/** Any window that finds this one may post to it; Figma's is above it, with frames of its own in between. */
function isAncestor(source: MessageEventSource | null): boolean {
  for (let window: Window = self; window !== window.parent; window = window.parent) {
    if (window.parent === source) return true
  }
  return false
}
