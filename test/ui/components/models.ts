import { computed, type Signal, signal } from '@preact/signals'
import type { ShownOriginals } from '../../../src/shared/protocol.ts'
import type { Looks } from '../../../src/ui/components/use-looks.ts'
import { isLocal } from '../../../src/ui/providers/local-model.ts'
import type { Money } from '../../../src/ui/providers/provider.ts'
import type { Missing } from '../../../src/ui/state/missing.ts'
import type { Models } from '../../../src/ui/state/models.ts'
import type { Hold, RunModel } from '../../../src/ui/state/run.ts'
import { isSettled, type RunRow } from '../../../src/ui/state/run-row.ts'
import type { ListedRow } from '../../../src/ui/state/run-rows.ts'
import type { Tally } from '../../../src/ui/state/tally.ts'
import { imageRow, jobOn } from '../jobs/fakes.ts'

/** A row of a run that is not there: only what the panel shows of it. */
export const rowOf = (id: number, part: Partial<RunRow> = {}): RunRow => ({
  id,
  job: jobOn(imageRow(`Photo ${id}`)),
  state: { at: 'waiting' },
  ...part,
})

export const rowsOf = (count: number, part: Partial<RunRow> = {}) =>
  Array.from({ length: count }, (_, index) => rowOf(index + 1, part))

export const listed = (row: RunRow): ListedRow & { row: Signal<RunRow> } => ({ id: row.id, row: signal(row) })

/** A run that stands as it is told to, and keeps what was pressed. */
export function fakeRun(
  rows: readonly RunRow[] = [],
  arrived: readonly RunRow[] = [],
  given: { tally?: (Pick<Tally, 'kept' | 'loose'> & Partial<Tally>) | undefined } = {},
) {
  const pressed: string[] = []
  const list = signal(rows.map(listed))
  const all = computed(() => list.value.map(({ row }) => row.value))
  const count = (passes: (row: RunRow) => boolean) => all.value.filter(passes).length
  const heard = (name: string) => async (id?: unknown) => {
    pressed.push(typeof id === 'number' ? `${name} ${id}` : name)
  }
  const state = {
    list,
    arrived: signal(arrived.map(listed)),
    hold: signal<Hold | undefined>(undefined),
    startedAt: signal<number | undefined>(undefined),
    endedAt: signal<number | undefined>(undefined),
    parallel: signal({ now: 6, most: 6 }),
    charged: signal<readonly Money[]>([]),
    estimated: signal<readonly Money[] | undefined>(undefined),
    added: signal(0),
    announced: signal(''),
    left: signal<number | undefined>(undefined),
  }
  const run = {
    ...state,
    rows: all,
    tally: computed(() => ({
      total: all.value.length,
      waiting: count(({ state }) => state.at === 'waiting'),
      underWay: count(({ state }) => state.at !== 'waiting' && !isSettled(state)),
      local: count(({ job, state }) => isLocal(job) && state.at !== 'waiting' && !isSettled(state)),
      done: count(({ state }) => state.at === 'done'),
      failed: count(({ state }) => state.at === 'failed'),
      stopped: count(({ state }) => state.at === 'stopped'),
      held: count(({ state }) => state.at === 'held'),
      retriable: count(({ state, unsure }) => state.at === 'failed' && !unsure),
      kept: 0,
      loose: 0,
      ...given.tally,
    })),
    busy: computed(() => all.value.some(({ state }) => !isSettled(state))),
    elapsed: () => 72_000,
    timeLeft: () => state.left.value,
    start: heard('start'),
    retry: heard('retry'),
    retryFailed: heard('retry failed'),
    placeAgain: heard('place'),
    placeBeside: heard('place beside'),
    stopRow: heard('stop row'),
    stop: heard('stop'),
    pause: heard('pause'),
    resume: heard('resume'),
    markSaved: heard('saved'),
    holds: () => false,
    variantOf: () => undefined,
  } satisfies Partial<RunModel>
  /** The row with this id stands otherwise now. */
  function change(id: number, part: Partial<RunRow>) {
    const found = [...list.value, ...state.arrived.value].find((listed) => listed.id === id)!
    found.row.value = { ...found.row.value, ...part }
  }
  return { ...state, run, pressed, change }
}

/** Looks that are there, and how many watch for those of each row. */
export function fakeLooks() {
  const watched = new Map<number, number>()
  const looks: Looks = {
    watch({ id }) {
      watched.set(id, (watched.get(id) ?? 0) + 1)
      return () => watched.set(id, watched.get(id)! - 1)
    },
    before: ({ id }) => `data:image/png;base64,before${id}`,
    after: ({ id }) => `data:image/png;base64,after${id}`,
  }
  return { looks, watched }
}

interface Given {
  rows?: readonly RunRow[]
  arrived?: readonly RunRow[]
  missing?: Missing
  tally?: Pick<Tally, 'kept' | 'loose'> & Partial<Tally>
}

/** What stands in for the models of a run, so that the panel can be looked at with a run in any state. */
export function fakesOf(given: Given = {}) {
  const { run, change, pressed, ...stands } = fakeRun(given.rows, given.arrived, given)
  const missing = signal(given.missing)
  const dismiss = () => {
    missing.value = undefined
  }
  const { looks } = fakeLooks()
  const layers = computed(() => run.rows.value.flatMap(({ placed }) => placed?.id ?? []))
  const fakes = {
    sharing: signal<{ layers: number; requests: number } | undefined>(undefined),
    paidPictures: signal(1),
    runs: signal<Settings['runs']['value']>({ parallel: 6, deadline: 5, ceiling: undefined }),
    taken: signal<ShownOriginals | undefined>(undefined),
  }
  return {
    ...stands,
    ...fakes,
    looks,
    run,
    change,
    pressed,
    instead: ({ edit, settings, tidy, ...models }: Models): Partial<Models> => ({
      run: { ...models.run, ...run },
      // Asked of the fake itself, so that a test may spy on it.
      looks: { ...models.looks, ...looks, before: (row) => looks.before(row) },
      missing: { ...models.missing, found: missing, dismiss },
      takeBack: { ...models.takeBack, layers, told: fakes.taken, start: async () => void pressed.push('take back') },
      tidy: { ...tidy, layers, start: async () => void pressed.push('tidy') },
      edit: {
        ...edit,
        ...fakes,
        start: async () => void pressed.push('run'),
        add: async () => void pressed.push('add'),
      },
      settings: {
        ...settings,
        runs: fakes.runs,
        changeRuns(part) {
          fakes.runs.value = { ...fakes.runs.value, ...part }
        },
      },
    }),
  }
}

type Settings = Models['settings']
