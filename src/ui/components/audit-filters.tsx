import { useState } from 'preact/hooks'
import type { AuditModel } from '../state/audit.ts'
import { ORDERS, tickedText, verdictChoices } from '../texts/audit.ts'
import { T } from '../texts.ts'
import css from './audit.module.css'
import { useBlobUrl } from './blob-url.ts'
import { MoreButton } from './more-button.tsx'
import { SelectField } from './select-field.tsx'
import parts from './selection-list.module.css'
import { TextField } from './text-field.tsx'

/** Which of the images are listed and in what order, one box for all that gain, and the whole list as a file. */
export function AuditFilters({ audit }: { audit: AuditModel }) {
  const { filter, order, tally, csv } = audit
  const { ticked, gaining } = tally.value
  const isAll = ticked === gaining && gaining > 0
  const url = useBlobUrl(csv.value.file)
  const judgedCount = audit.found.value?.bitmaps.length ?? 0
  const choices = verdictChoices(audit.counts.value)
  const { name, verdict } = filter.value
  const [isWanted, setWanted] = useState(false)
  // A filter that leaves something out is there to be seen.
  const isOpen = isWanted || name !== '' || verdict !== 'all'
  return (
    <>
      <div class={css.line}>
        <label class={css.all}>
          <input
            type="checkbox"
            class={parts.tick}
            aria-label={T.tickAll}
            checked={isAll}
            indeterminate={ticked > 0 && !isAll}
            disabled={gaining === 0}
            onChange={() => audit.tickShown(!isAll)}
          />
          {tickedText({ ticked, gaining })}
        </label>
        {/* They open below it when they are asked for: the list comes in one place, however long it is. */}
        {(judgedCount > MANY || isOpen) && (
          <MoreButton
            words={T.filter}
            name={T.audited}
            isOpen={isOpen}
            onPress={() => {
              if (isOpen) filter.value = { name: '', verdict: 'all' }
              setWanted(!isOpen)
            }}
          />
        )}
        {url && (
          <a href={url} download={csv.value.name} title={T.saveCsv}>
            {T.csv}
          </a>
        )}
      </div>
      {isOpen && (
        <div class={css.filters}>
          <SelectField
            label={T.listedVerdict}
            value={verdict}
            choices={choices}
            onChange={(value) => {
              filter.value = { ...filter.value, verdict: choices.find((choice) => choice.value === value)!.value }
            }}
          />
          <SelectField
            label={T.order}
            value={order.value}
            choices={ORDER_NAMES.map((value) => ({ value, label: ORDERS[value] }))}
            onChange={(value) => {
              order.value = ORDER_NAMES.find((name) => name === value)!
            }}
          />
          <TextField
            label={T.filterName}
            value={name}
            onChange={(name) => {
              filter.value = { ...filter.value, name }
            }}
          />
        </div>
      )}
    </>
  )
}

const ORDER_NAMES = Object.keys(ORDERS) as (keyof typeof ORDERS)[]
/** Rows that are taken in at a glance. */
const MANY = 12
