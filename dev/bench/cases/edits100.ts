import { photo } from '../picture.ts'
import { wholeRun } from '../run.ts'
import type { Stage } from '../stage.ts'
import { SLOTS } from './edits24.ts'

export interface Edits100 {
  /** ms */
  wall: number
  /** ms: six at a time, without a moment in between. */
  ideal: number
}

/** 100 edits of a second each. */
export async function measureEdits100(stage: Stage): Promise<Edits100> {
  const scene = await stage.open({ kind: 'photos', count: 100 }, await photo(640, 427))
  stage.api.script(() => ({ latency: LATENCY }))
  const wall = await wholeRun(scene)
  await scene.close()
  return { wall, ideal: Math.ceil(100 / SLOTS) * LATENCY }
}

/** ms */
const LATENCY = 1000
