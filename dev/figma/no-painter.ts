import type { Painter } from './scene.ts'

/** For editors in Node, where nothing can be painted. */
export const noPainter: Painter = {
  async paint() {
    throw new Error('dev/figma: asserting pixels needs a browser')
  },
}
