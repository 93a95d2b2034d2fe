import { useMemo } from 'preact/hooks'
import { PRESETS } from '../exports/presets.ts'
import type { Models } from '../state/models.ts'
import { failedFilesText, missedFilesText, NOT_EXPORTED, notExportedText, OBSTACLES } from '../texts/exports.ts'
import { filesText } from '../texts/numbers.ts'
import { T } from '../texts.ts'
import { Button } from './button.tsx'
import css from './export.module.css'
import { ExportFile } from './export-file.tsx'
import { LongList } from './long-list.tsx'
import screen from './screen.module.css'

/** The files as they would be, or as they stand while they are made; what failed of the last ones; and what gives none. */
export function ExportList({ models }: { models: Models }) {
  const { exports, exporting } = models
  const plan = exports.plan.value
  const isBusy = exporting.isBusy.value
  const rows = exporting.rows.value
  const planned = useMemo(() => plan?.files.map((file) => ({ file, state: undefined })) ?? [], [plan])
  const ended = isBusy ? [] : rows
  const failed = ended.filter(({ state }) => state.value.at === 'failed')
  const missed = ended.filter(({ state: { value } }) => value.at === 'done' && value.missed > 0)
  return (
    <>
      {failed.length > 0 && <Files label={failedFilesText(failed.length)} rows={failed} />}
      {missed.length > 0 && <Files label={missedFilesText(missed.length)} rows={missed} />}
      {isBusy ? <Files label={filesText(rows.length)} rows={rows} /> : <Planned models={models} rows={planned} />}
      {!isBusy && plan && <Skipped skipped={plan.skipped} />}
    </>
  )
}

type Rows = Parameters<typeof ExportFile>[0]['row'][]

function Planned({ models: { exports, exportChoice }, rows }: { models: Models; rows: Rows }) {
  const obstacle = exports.obstacle.value
  if (rows.length > 0) return <Files label={filesText(rows.length)} rows={rows} />
  if (obstacle !== 'settings') return null
  return (
    <div class={screen.empty}>
      <p>{OBSTACLES[obstacle]}</p>
      <Button size="small" onPress={() => exportChoice.applyRules(PRESETS[0]!.rules)}>
        {T.useRule}
      </Button>
    </div>
  )
}

function Files({ label, rows }: { label: string; rows: Rows | readonly Rows[number][] }) {
  return (
    <section class={css.files}>
      <h2>{label}</h2>
      <LongList label={label} class={css.fileList} items={rows} usualHeight={USUAL_HEIGHT}>
        {(row, position) => <ExportFile key={row.file.key} row={row} position={position} of={rows.length} />}
      </LongList>
    </section>
  )
}

function Skipped({ skipped }: Pick<NonNullable<Models['exports']['plan']['value']>, 'skipped'>) {
  if (skipped.length === 0) return null
  const label = notExportedText(skipped.length)
  return (
    <section class={css.files}>
      <h2>{label}</h2>
      <LongList label={label} class={css.fileList} items={skipped} usualHeight={USUAL_HEIGHT}>
        {({ layer, why }, position) => (
          <li key={layer.id} class={css.file} aria-posinset={position} aria-setsize={skipped.length}>
            <div class={css.line}>
              <span class={css.name}>{layer.name}</span>
              <span class={css.quiet}>{NOT_EXPORTED[why]}</span>
            </div>
          </li>
        )}
      </LongList>
    </section>
  )
}

/** px of a file that did not fail. */
const USUAL_HEIGHT = 24
