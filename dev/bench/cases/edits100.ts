import { bareRequests, keepRequest } from '../bare-requests.ts'
import { photo } from '../picture.ts'
import { fullRun } from '../run.ts'
import type { Stage } from '../stage.ts'
import { SLOTS } from './edits24.ts'

export interface Edits100 {
  /** ms */
  wall: number
  /** ms: six at a time, without a moment in between. */
  ideal: number
  /** ms: the same requests from the same panel, six at a time, with no plugin around them. */
  bare: number
}

/** 100 edits of a second each. */
export async function measureEdits100(stage: Stage): Promise<Edits100> {
  const scene = await stage.open({ kind: 'photos', count: COUNT }, await photo(640, 427))
  stage.api.script(() => ({ latency: LATENCY }))
  await keepRequest(scene.panel, EDIT)
  const wall = await fullRun(scene)
  const bare = await bareRequests(scene.panel, { count: COUNT, slots: SLOTS })
  await scene.close()
  return { wall, ideal: Math.ceil(COUNT / SLOTS) * LATENCY, bare }
}

const COUNT = 100
const EDIT = /\/images\/edits$/

/** ms */
const LATENCY = 1000
