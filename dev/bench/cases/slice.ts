import { photo } from '../picture.ts'
import { fullRun } from '../run.ts'
import type { Stage } from '../stage.ts'

export interface Slice {
  /** ms for which the sandbox's own code held the thread in one go at most, in all cases so far */
  worst: number
  /** ms, with what the simulated Figma did for it meanwhile */
  total: number
}

/** Where no other case was run before, 100 layers are edited for it. */
export async function measureSlice(stage: Stage): Promise<Slice> {
  if (stage.slices.total === 0) {
    const scene = await stage.open({ kind: 'photos', count: 100 }, await photo(640, 427))
    await fullRun(scene)
    await scene.close()
  }
  return { worst: stage.slices.own, total: stage.slices.total }
}
