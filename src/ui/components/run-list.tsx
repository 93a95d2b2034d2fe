import { useComputed, useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { RunModel } from '../state/run.ts'
import { isSettled, type RunRow } from '../state/run-row.ts'
import type { ListedRow } from '../state/run-rows.ts'
import { rowsShownTexts } from '../texts/run.ts'
import { T } from '../texts.ts'
import css from './run-list.module.css'
import type { RunRowLook } from './run-row.tsx'
import { RunRows } from './run-rows.tsx'
import { SelectField } from './select-field.tsx'
import { useKeptFocus } from './use-kept-focus.ts'

interface Props {
  run: Pick<RunModel, 'list' | 'arrived' | 'tally' | 'busy'>
  look: RunRowLook
}

/** The rows of a run, apart from what is selected now, and below them what came after Stop. */
export function RunList({ run, look }: Props) {
  const rows = run.list.value
  const arrived = run.arrived.value
  const isLong = rows.length > MANY
  const filter = useSignal<Filter>('all')
  const last = useRef<readonly ListedRow[]>([])
  // The states are followed only while they decide what is shown, and the list is another only where it holds others.
  const passing = useComputed(() => {
    const passes = FILTERS[filter.value]
    const found = run.list.value.filter(({ row }) => passes(row.value))
    if (found.length !== last.current.length || found.some((listed, index) => listed !== last.current[index]))
      last.current = found
    return last.current
  })
  const place = useRef<HTMLDivElement>(null)
  useKeptFocus(place, ({ list, position }) => {
    const left = list?.isConnected ? [...list.querySelectorAll<HTMLElement>('[aria-posinset]')] : []
    return left.find((item) => item.getAttribute('aria-posinset') === position) ?? left.at(-1) ?? place.current
  })
  useScrollToNew(run, place)
  if (rows.length + arrived.length === 0) return null
  return (
    <div ref={place} class={css.run} tabIndex={-1}>
      {isLong && <RunFilter run={run} filter={filter.value} onChange={(next) => (filter.value = next)} />}
      {rows.length > 0 && (
        <RunRows
          label={T.run}
          rows={isLong && filter.value !== 'all' ? passing.value : rows}
          isQuiet={isLong}
          look={look}
        />
      )}
      {arrived.length > 0 && (
        <section class={css.arrived}>
          <h2>{T.arrived}</h2>
          <RunRows label={T.arrived} rows={arrived} isQuiet={false} look={look} />
        </section>
      )}
    </div>
  )
}

/** A component of its own: the counts change with every row, and the list need not hear of it. */
function RunFilter({
  run,
  filter,
  onChange,
}: {
  run: Props['run']
  filter: Filter
  onChange: (filter: Filter) => void
}) {
  const words = rowsShownTexts(run.tally.value)
  return (
    <SelectField
      label={T.rowsShown}
      value={filter}
      choices={NAMES.map((name) => ({ value: name, label: words[name] }))}
      onChange={(value) => onChange(NAMES.find((name) => name === value) ?? 'all')}
    />
  )
}

/** The rows come into view when a run starts; not when a row is tried again or more is added. */
function useScrollToNew({ list, busy }: Props['run'], place: { readonly current: HTMLElement | null }) {
  const newest = list.value.at(-1)?.row.peek().job
  const isBusy = busy.value
  const before = useRef({ newest, isBusy })
  useEffect(() => {
    if (newest !== before.current.newest && !before.current.isBusy) bringUp(place.current)
    before.current = { newest, isBusy }
  }, [newest, isBusy])
}

type Filter = keyof ReturnType<typeof rowsShownTexts>

const FILTERS: Record<Filter, (row: RunRow) => boolean> = {
  all: () => true,
  underWay: ({ state }) => state.at !== 'waiting' && !isSettled(state),
  failed: ({ state }) => state.at === 'failed',
}

const NAMES: readonly Filter[] = ['all', 'underWay', 'failed']

/** Rows that are taken in at a glance. */
const MANY = 12

/** Brings it to the top; where the panel is hidden nothing in it has a size, and it is done once that shows. */
function bringUp(place: HTMLElement | null) {
  place?.scrollIntoView()
  if (!place || place.offsetHeight > 0) return
  const observer = new ResizeObserver(() => {
    if (place.offsetHeight === 0) return
    observer.disconnect()
    place.scrollIntoView()
  })
  observer.observe(place)
}
