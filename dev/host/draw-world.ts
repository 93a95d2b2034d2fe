import type { WorldData } from '../figma/editor.ts'
import type { Drawn } from './draw-world.worker.ts'

/** Draws a world in a worker: a second or two in which the page stays free for the person. */
export async function drawWorld(id: string): Promise<WorldData> {
  const worker = new Worker('/draw-world.js')
  try {
    const drawn = await new Promise<Drawn>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Drawn>) => resolve(data)
      worker.onerror = ({ message }) => reject(new Error(message || 'The world could not be drawn.'))
      worker.postMessage(id)
    })
    if ('failure' in drawn) throw new Error(drawn.failure)
    return drawn.world
  } finally {
    worker.terminate()
  }
}
