import sharp from 'sharp'
import { medianOf } from '../numbers.ts'
import { photo } from '../picture.ts'
import type { Stage } from '../stage.ts'

export interface UpscaleLocal {
  /** ms from a file of 1 MP to one of 4 MP in the panel's worker: the median of several. */
  wall: number
  /** ms of the same with sharp, in as many threads as it likes: the median of several. */
  sharp: number
}

/** A photograph is decoded, made twice as wide and high by Lanczos-3, and encoded; by each in turn. */
export async function measureUpscaleLocal(stage: Stage): Promise<UpscaleLocal> {
  const picture = await photo(SOURCE.width, SOURCE.height)
  const file = Buffer.from(picture, 'base64')
  const scene = await stage.open({ kind: 'photos', count: 1 }, picture)
  const times = { wall: [] as number[], sharp: [] as number[] }
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const { ms, type } = await scene.page.evaluate(
      ([picture, source, size]) => window.bench.timeResample(picture, source, size),
      [picture, SOURCE, SIZE] as const,
    )
    if (type !== 'image/jpeg') throw new Error(`The panel wrote ${type}, and sharp writes a JPEG.`)
    const startedAt = performance.now()
    await sharp(file)
      .resize({ ...SIZE, kernel: 'lanczos3' })
      .jpeg({ quality: 95 })
      .toBuffer()
    if (round < 0) continue
    times.wall.push(ms)
    times.sharp.push(performance.now() - startedAt)
  }
  await scene.close()
  return { wall: medianOf(times.wall), sharp: medianOf(times.sharp) }
}

const SOURCE = { width: 1152, height: 864 }
const SIZE = { width: 2304, height: 1728 }
const ROUNDS = 7
/** Rounds that are not measured: code that runs for the first time is slow. */
const WARM_UP = 2
