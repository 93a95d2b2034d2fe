import { photo } from './picture.ts'
import { fullRun } from './run.ts'
import type { Stage } from './stage.ts'

/** A run that is not measured: the stand-in, which is in the same process as the clock, draws its first picture slowly. */
export async function warmUp(stage: Stage): Promise<void> {
  const scene = await stage.open({ kind: 'photos', count: 6 }, await photo(640, 427))
  stage.api.script(() => ({ latency: 100 }))
  await fullRun(scene)
  await scene.close()
}
