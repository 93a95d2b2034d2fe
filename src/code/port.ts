import type { Port } from '../shared/channel.ts'

/** The sandbox's end of Figma's pipe, which always copies. */
export const figmaPort: Port = {
  post: (message) => figma.ui.postMessage(message),
  listen: (receive) => figma.ui.on('message', receive),
}
