import type { Connection } from '../../shared/channel.ts'
import type { Picture } from '../../shared/picture.ts'
import type { Commands, Events } from '../../shared/protocol.ts'
import { createChecks } from './checks.ts'
import { createImages, type Images } from './images.ts'
import type { Job } from './plan.ts'
import { exportScale } from './sizing.ts'

export type Reader = ReturnType<typeof createReader>

/**
 * Reads sources from Figma. Several requests of one run on the same row share one reading, so that a second result is
 * made from what the designer selected and not from the first result; it is forgotten with the last of them.
 */
export function createReader(
  code: Pick<Connection<Commands, Events>, 'call'>,
  jobs: readonly Job[],
  images: Images = createImages(code),
) {
  const check = createChecks(code)
  const readings = new Map<string, { picture: Promise<Picture>; stop: AbortController }>()
  const waiting = new Map<string, number>()
  for (const { row } of jobs) waiting.set(row.key, (waiting.get(row.key) ?? 0) + 1)

  function start({ row, shape }: Job, signal: AbortSignal): Promise<Picture> {
    const { id, source } = row
    return source.kind === 'image'
      ? images.read({ id, hash: source.hash }, signal)
      : code.call('exportLayer', { id, scale: exportScale(row, shape) }, { signal })
  }

  return {
    async read(job: Job): Promise<Picture> {
      const { key, source } = job.row
      const known = source.kind === 'image' ? images.known(source.hash) : undefined
      if (known) return known
      let reading = readings.get(key)
      if (!reading) {
        const stop = new AbortController()
        reading = { stop, picture: start(job, stop.signal) }
        readings.set(key, reading)
      }
      return reading.picture
    },
    /** For an image that was here before it was asked for. Throws `layer` where the layer no longer holds it. */
    async confirm({ row: { id, key, source } }: Job): Promise<void> {
      if (source.kind === 'image' && !readings.has(key)) await check({ id, hash: source.hash })
    },
    /** A job no longer needs its source: it has it, or it ended. */
    release({ row: { key } }: Job) {
      const left = (waiting.get(key) ?? 1) - 1
      waiting.set(key, left)
      if (left > 0) return
      readings.get(key)?.stop.abort()
      readings.delete(key)
    },
  }
}
