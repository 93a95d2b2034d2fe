import { type Baseline, runBaselines } from '../baselines.ts'
import { medianOf } from '../numbers.ts'
import { photo } from '../picture.ts'
import { wholeRun } from '../run.ts'
import { bestWall, leastWall } from '../schedule.ts'
import type { Stage } from '../stage.ts'
import { jobs24, script24 } from '../twenty-four.ts'

export interface Edits24 {
  done: number
  paid: number
  /** ms: the median of several runs. Pauses that are drawn and what else the machine does move one by 100 ms. */
  wall: number
  /** ms, computed: the best pool of six. */
  best: number
  /** ms, computed: what no schedule can beat. */
  bound: number
  /** The same in the styles of other plugins. */
  peers: Baseline[]
}

/** 24 edits of different lengths with troubles among them. */
export async function measureEdits24(stage: Stage): Promise<Edits24> {
  const peers = await runBaselines()
  const runs: Run24[] = []
  for (let time = 0; time < TIMES; time++) runs.push(await runOnce(stage))
  const wall = medianOf(runs.map(({ wall }) => wall))
  // Also where one of the runs did worse than the others.
  const done = Math.min(...runs.map(({ done }) => done))
  const paid = Math.max(...runs.map(({ paid }) => paid))
  return { done, paid, wall, best: bestWall(jobs24(), SLOTS), bound: leastWall(jobs24(), SLOTS), peers }
}

type Run24 = Pick<Edits24, 'done' | 'paid' | 'wall'>

async function runOnce(stage: Stage): Promise<Run24> {
  const scene = await stage.open({ kind: 'photos', count: 24 }, await photo(640, 427))
  stage.api.script(script24)
  const wall = await wholeRun(scene)
  const [done, paid] = [await scene.placed(), scene.paid()]
  await scene.close()
  return { done, paid, wall }
}

const TIMES = 3

/** Requests at once. */
export const SLOTS = 6
