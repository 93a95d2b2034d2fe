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
  const { wall, settled, rows } = await run(scene)
  if (rows > 0 && settled === rows) return wall
  throw new Error(`A run was not over after ${PATIENCE / 1000} s: ${settled} of ${rows} rows were settled.`)
}

/** ms */
const PATIENCE = 90_000
