import { photo } from '../picture.ts'
import { fullRun } from '../run.ts'
import type { Stage } from '../stage.ts'

export interface Same100 {
  /** Paid ones. */
  requests: number
  /** Instances that show a result. */
  done: number
  /** ms */
  wall: number
}

/** 100 instances of one component, which all show its picture. */
export async function measureSame100(stage: Stage): Promise<Same100> {
  const scene = await stage.open({ kind: 'instances', count: 100 }, await photo(640, 427))
  stage.api.script(() => ({ latency: 100 }))
  const wall = await fullRun(scene)
  const measured = { requests: scene.paid(), done: await scene.placed(), wall }
  await scene.close()
  return measured
}
