import { toWire } from '../../shared/errors.ts'
import type { FromWorker, Order, OrderOutcome, ToWorker } from './orders.ts'
import { draw } from './pixels.ts'
import { type MakeSurface, offscreenSurface, pageSurface } from './surface.ts'

/** In a worker: does every order that comes, and says when it is ready for them. */
export function listen() {
  self.addEventListener('message', async ({ data: { id, order } }: MessageEvent<ToWorker>) => {
    const outcome = await outcomeOf(order, offscreenSurface)
    post({ id, ...outcome }, outcome.kind === 'drawn' ? [outcome.drawn.picture.bytes.buffer] : [])
  })
  post({ kind: 'ready' })
}

/** On the page, where no worker may start. */
export const drawOnPage = (order: Order) => outcomeOf(order, pageSurface)

async function outcomeOf(order: Order, makeSurface: MakeSurface): Promise<OrderOutcome> {
  try {
    return { kind: 'drawn', drawn: await draw(order, makeSurface) }
  } catch (thrown) {
    return { kind: 'error', error: toWire(thrown) }
  }
}

const post = (message: FromWorker, transfer: Transferable[] = []) => self.postMessage(message, { transfer })
