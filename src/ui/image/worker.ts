import { toWire } from '../../shared/errors.ts'
import type { FromWorker, ToWorker } from './orders.ts'
import { draw } from './pixels.ts'
import { offscreenSurface } from './surface.ts'

const post = (message: FromWorker, transfer: Transferable[] = []) => self.postMessage(message, { transfer })

self.addEventListener('message', async ({ data: { id, order } }: MessageEvent<ToWorker>) => {
  try {
    const drawn = await draw(order, offscreenSurface)
    post({ kind: 'drawn', id, drawn }, [drawn.picture.bytes.buffer])
  } catch (thrown) {
    post({ kind: 'error', id, error: toWire(thrown) })
  }
})

post({ kind: 'ready' })
