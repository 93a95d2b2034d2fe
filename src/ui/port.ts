import type { Port } from '../shared/channel.ts'

/** The iframe's end of Figma's pipe. Bytes may move out of the iframe instead of being copied. */
export const figmaPort: Port = {
  post: (message, transfer = []) => parent.postMessage({ pluginMessage: message }, '*', transfer),
  listen: (receive) =>
    addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (typeof data === 'object' && data !== null && 'pluginMessage' in data) receive(data.pluginMessage)
    }),
}
