import type { Script } from '../../api/script.ts'
import { photo } from '../picture.ts'
import type { Stage } from '../stage.ts'
import { stopAt } from '../stop-clock.ts'

export interface Stop {
  /** ms, of the states below */
  worst: number
  /** ms by state; null where the panel shows no such state. */
  states: Record<string, number | null>
  /** ms, with 1,000 rows of which the first are being edited */
  of1000: number | null
}

/** Stop in each state that a row can be in, until every row is settled. */
export async function measureStop(stage: Stage): Promise<Stop> {
  const picture = await photo(640, 427)
  const states: Stop['states'] = {}
  for (const state of STATES) states[state.name] = await measureState(stage, { ...state, count: 24, picture })
  const of1000 = await measureState(stage, { ...EDITING, count: 1000, picture })
  return { worst: Math.max(...Object.values(states).map((ms) => ms ?? 0)), states, of1000 }
}

interface State {
  name: string
  words: string
  script: Script
  pauses?: boolean
}

async function measureState(stage: Stage, { count, picture, ...state }: State & { count: number; picture: string }) {
  const scene = await stage.open({ kind: 'photos', count }, picture)
  try {
    stage.api.script(state.script)
    const stopped = await stopAt(scene.panel, state.words, PATIENCE)
    await scene.press('Run')
    if (state.pauses && !(await scene.pressIfThere('Pause'))) return null
    return (await stopped()) ?? null
  } finally {
    await scene.close()
  }
}

const slow: Script = () => ({ latency: 10_000 })
const EDITING: State = { name: 'editing', words: 'Editing', script: slow }
const STATES: readonly State[] = [
  { name: 'waiting', words: 'Waiting', script: slow },
  { name: 'reading', words: 'Reading', script: slow },
  EDITING,
  { name: 'back-off', words: 'again in', script: () => ({ latency: 50, trouble: { name: 'busy', retryAfter: 30 } }) },
  { name: 'placing', words: 'Placing|Finishing', script: () => ({ latency: 50 }) },
  { name: 'paused', words: 'Resume|Continue', script: slow, pauses: true },
]
/** ms until a state must have shown */
const PATIENCE = 8_000
