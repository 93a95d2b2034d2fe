import { setTimeout as sleep } from 'node:timers/promises'
import type { Upload } from '../uploads.ts'
import { fetchPicture, Unfetched } from './fetch-picture.ts'
import { advance, type Job } from './job.ts'
import type { JobStand } from './stand.ts'

/** What a job is to do. */
export interface Task {
  /** Of the pictures, main one first. */
  addresses: readonly string[]
  make(pictures: Upload[]): Promise<Product>
}

export interface Product {
  bytes: Buffer
  format: 'png' | 'jpeg' | 'webp'
  /** The file's path on the media host, without the slash in front. */
  path: string
  /** What it turned out to cost, where that is less than was taken. */
  price?: number
}

/** Does a job in its time. Whatever happens to it ends up in the job itself. */
export async function work(job: Job, task: Task, stand: JobStand): Promise<void> {
  const { settings, stopping } = stand
  const wallet = stand.wallets.get(job.key)
  try {
    await until(() => job.createdAt + settings.waiting, stopping)
    advance(job, { state: 'working' })
    const begun = Date.now()
    const pictures = await fetchAll(task.addresses, stand)
    const product = await task.make(pictures)
    await until(() => begun + settings.working, stopping)
    if (job.trouble.end === 'never') return
    if (job.trouble.end === 'failed') throw new Failed('The model could not make a picture from this')
    if (job.trouble.end === 'broken') throw new Broken('The machine went away')
    wallet?.give(job.price - (product.price ?? job.price))
    job.price = product.price ?? job.price
    advance(job, { state: 'done', type: `image/${product.format}`, results: resultsOf(product, job, stand) })
  } catch (error) {
    if (stopping.aborted) return
    const { message } = error as Error
    if (error instanceof Failed) return advance(job, { state: 'failed', error: message })
    if (!(error instanceof Broken)) console.error(error)
    wallet?.give(job.price)
    advance(job, { state: 'broken', error: `System error: ${message}` })
  }
}

class Broken extends Error {}

/** The run ends without a picture, and is charged: only a fault of the service's own is said to be free. */
export class Failed extends Error {}

const fetchAll = (addresses: readonly string[], { settings, stopping, fetches, seen }: JobStand): Promise<Upload[]> => {
  const note = (address: string) => {
    const fetched = { address: seen.service.hide(address) }
    fetches.push(fetched)
    return fetched
  }
  return Promise.all(
    addresses.map((address, index) =>
      fetchPicture(address, { settings, stopping, note }).catch((error: Error) => {
        throw error instanceof Unfetched ? new Failed(`Could not fetch image ${index + 1}: ${error.message}`) : error
      }),
    ),
  )
}

function resultsOf({ bytes, format, path }: Product, { trouble }: Job, { media, urls }: JobStand): string[] {
  if (trouble.result === 'none') return []
  if (trouble.result !== 'expired') media.keep(trouble.file?.(bytes) ?? bytes, format, path)
  if (trouble.result === 'relative') return [`/${path}`]
  return [`${urls.media}/${trouble.result === 'redirected' ? MOVED : ''}${path}`]
}

/** Waits until a moment that a change of settings may move. */
async function until(moment: () => number, signal: AbortSignal): Promise<void> {
  for (let left = moment() - Date.now(); left > 0; left = moment() - Date.now()) {
    await sleep(Math.min(left, STEP), undefined, { signal })
  }
}

/** What an address on the media host begins with when it only leads on, to another host. */
export const MOVED = 'moved/'
const STEP = 20 // ms
