import { type AppError, fromWire, stopped, toAppError } from '../../shared/errors.ts'
import type { Drawn, FromWorker, Order, ToWorker } from './orders.ts'
import loadPixels from './worker.ts?worker'

/** Where pixel work is done. */
export interface Runner {
  readonly place: 'blob worker' | 'data worker' | 'page'
  run(order: Order): Promise<Drawn>
  stop(): void
}

/**
 * The best place that the page's rules allow. A policy that forbids blob workers may allow `data:` ones, and it says no
 * by an event, not by an exception. Only classic workers start from an iframe without an origin.
 */
export async function startRunner(): Promise<Runner> {
  const source = `(${loadPixels})().listen()`
  const blob = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }))
  try {
    const worker = await startWorker(blob)
    if (worker) return workerRunner(worker, 'blob worker')
  } finally {
    URL.revokeObjectURL(blob)
  }
  const worker = await startWorker(`data:text/javascript;charset=utf-8,${encodeURIComponent(source)}`)
  if (worker) return workerRunner(worker, 'data worker')
  return pageRunner()
}

function startWorker(address: string): Promise<Worker | undefined> {
  return new Promise((resolve) => {
    const worker = newWorker(address)
    if (!worker) return resolve(undefined)
    const giveUp = () => {
      worker.terminate()
      resolve(undefined)
    }
    const deadline = setTimeout(giveUp, START_LIMIT)
    worker.onerror = (event) => {
      event.preventDefault()
      clearTimeout(deadline)
      giveUp()
    }
    worker.onmessage = () => {
      clearTimeout(deadline)
      resolve(worker)
    }
  })
}

/** Some browsers throw where others send an event. */
function newWorker(address: string) {
  try {
    return new Worker(address)
  } catch {
    return undefined
  }
}

function workerRunner(worker: Worker, place: Runner['place']): Runner {
  const waiting = new Map<number, { resolve(drawn: Drawn): void; reject(error: AppError): void }>()
  let lastId = 0

  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind === 'ready') return
    const order = waiting.get(data.id)
    waiting.delete(data.id)
    if (data.kind === 'drawn') order?.resolve(data.drawn)
    if (data.kind === 'error') order?.reject(fromWire(data.error))
  }

  function rejectAll(error: AppError) {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.onerror = ({ message }) => rejectAll(toAppError(new Error(message)))

  return {
    place,
    run(order) {
      const id = ++lastId
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        worker.postMessage({ id, order } satisfies ToWorker)
      })
    },
    stop() {
      worker.terminate()
      rejectAll(stopped())
    },
  }
}

function pageRunner(): Runner {
  const { drawOnPage } = loadPixels()
  return {
    place: 'page',
    async run(order) {
      const outcome = await drawOnPage(order)
      if (outcome.kind === 'error') throw fromWire(outcome.error)
      return outcome.drawn
    },
    stop() {},
  }
}

/** ms: a worker that is neither ready nor refused by then is not waited for. */
const START_LIMIT = 5_000
