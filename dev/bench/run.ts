import { type RunTimes, startClock } from './run-clock.ts'
import type { Scene } from './stage.ts'

/** Presses Run and waits for the end of the run, or `patience` ms. */
export async function run(scene: Scene, patience = PATIENCE): Promise<RunTimes> {
  const ended = await startClock(scene.panel, patience)
  await scene.press('Run')
  return ended()
}

/** As above, where nothing can be said of a run that did not end. */
export async function wholeRun(scene: Scene): Promise<number> {
  return (await endedRun(scene)).wall
}

/** As above, where every row has to get its result: one that fails takes no time that says anything. */
export async function fullRun(scene: Scene): Promise<number> {
  const { wall, rows } = await endedRun(scene)
  const placed = await scene.placed()
  if (placed === rows) return wall
  throw new Error(`Of ${rows} edits only ${placed} got to their layers.`)
}

async function endedRun(scene: Scene): Promise<RunTimes> {
  const times = await run(scene)
  if (times.rows > 0 && times.settled === times.rows) return times
  throw new Error(`A run was not over after ${PATIENCE / 1000} s: ${times.settled} of ${times.rows} rows were settled.`)
}

/** ms */
const PATIENCE = 90_000
