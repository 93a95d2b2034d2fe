import type { Models } from '../state/models.ts'
import { boundsText } from '../texts/form.ts'
import { ceilingLabel } from '../texts/provider.ts'
import { T } from '../texts.ts'
import { LimitField } from './limit-field.tsx'
import options from './options.module.css'
import css from './screen.module.css'

/** How much a run does at once, how long it waits for an edit, and what it may cost. */
export function RunSettings({ models: { settings, account, price } }: { models: Models }) {
  const { parallel, deadline, ceiling } = settings.runs.value
  const shown = price.shown.value
  const unit = account.balance.value?.unit ?? (shown.at === 'known' ? shown.sums[0]?.unit : undefined)
  return (
    <section class={css.group}>
      <h2>{T.runs}</h2>
      <div class={options.grid}>
        <LimitField
          label={T.atOnce}
          value={parallel}
          {...boundsOf({ least: 1, most: 12, kept: parallel })}
          onChange={(parallel) => parallel && settings.changeRuns({ parallel })}
        />
        <LimitField
          label={T.deadline}
          value={deadline}
          {...boundsOf({ least: 5, most: 60, kept: deadline })}
          onChange={(deadline) => deadline && settings.changeRuns({ deadline })}
        />
      </div>
      <LimitField
        label={ceilingLabel(unit)}
        value={ceiling}
        isGood={(sum) => sum === undefined || sum > 0}
        wrong={T.badCeiling}
        step="any"
        least={0}
        placeholder={T.ceilingHint}
        note={T.ceilingNote}
        onChange={(ceiling) => settings.changeRuns({ ceiling })}
      />
    </section>
  )
}

const boundsOf = ({ least, most, kept }: { least: number; most: number; kept: number }) => ({
  isGood: (value = Number.NaN) => Number.isInteger(value) && value >= least && value <= most,
  wrong: boundsText({ least, most, kept }),
  step: 1,
  least,
  most,
})
