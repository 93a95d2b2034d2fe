import type { ReadonlySignal } from '@preact/signals'
import type { ExportRow, ExportState } from '../state/export-files.ts'
import { fileStateText, missedText, plannedText } from '../texts/exports.ts'
import css from './export.module.css'

interface Props {
  row: Pick<ExportRow, 'file'> & { state: ReadonlySignal<ExportState> | undefined }
  /** Which file of how many this is: not all of them are rendered. */
  position: number
  of: number
}

/** One file: where it goes and what it is called, how large it will be, and how it stands. */
export function ExportFile({ row: { file, state }, position, of }: Props) {
  const { path } = file
  const end = path.lastIndexOf('/') + 1
  const now = state?.value
  return (
    <li class={css.file} aria-posinset={position} aria-setsize={of} data-state={now?.at}>
      <div class={css.line}>
        <span class={css.place} title={path}>
          {end > 0 && <span class={css.folder}>{path.slice(0, end)}</span>}
          <span class={css.name}>{path.slice(end)}</span>
        </span>
        <span class={css.detail}>{now && now.at !== 'waiting' ? fileStateText(now) : plannedText(file)}</span>
      </div>
      {now?.at === 'done' && now.missed > 0 && <p class={css.quiet}>{missedText(now.missed)}</p>}
      {now?.at === 'failed' && <p class={css.wrong}>{now.error.message}</p>}
    </li>
  )
}
