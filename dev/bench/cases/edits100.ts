import { bareRequests, keepRequest } from '../bare-requests.ts'
import { medianOf } from '../numbers.ts'
import { photo } from '../picture.ts'
import { fullRun } from '../run.ts'
import type { Stage } from '../stage.ts'
import { SLOTS } from './edits24.ts'

export interface Edits100 {
  /** ms: the median of several runs, each in a page of its own. What else the machine does moves one by 50 ms. */
  wall: number
  /** ms: six at a time, without a moment in between. */
  ideal: number
  /** ms: the same requests from the same panel, six at a time, with no plugin around them. */
  bare: number
}

/** 100 edits of a second each. */
export async function measureEdits100(stage: Stage): Promise<Edits100> {
  const times: { wall: number; bare: number }[] = []
  for (let time = 0; time < TIMES; time++) times.push(await runBoth(stage))
  return {
    wall: medianOf(times.map(({ wall }) => wall)),
    ideal: Math.ceil(COUNT / SLOTS) * LATENCY,
    bare: medianOf(times.map(({ bare }) => bare)),
  }
}

async function runBoth(stage: Stage) {
  const scene = await stage.open({ kind: 'photos', count: COUNT }, await photo(640, 427))
  stage.api.script(() => ({ latency: LATENCY }))
  await keepRequest(scene.panel, EDIT)
  const wall = await fullRun(scene)
  const bare = await bareRequests(scene.panel, { count: COUNT, slots: SLOTS })
  await scene.close()
  return { wall, bare }
}

const TIMES = 3

const COUNT = 100
const EDIT = /\/images\/edits$/

/** ms */
const LATENCY = 1000
