import type { Models } from '../state/models.ts'
import { STALE } from '../texts/audit.ts'
import { sharpenText, upscaleAllText, upscalerChoices } from '../texts/upscale.ts'
import { T } from '../texts.ts'
import { AccountFault } from './account-fault.tsx'
import { Button } from './button.tsx'
import { RunControls } from './run-controls.tsx'
import foot from './run-foot.module.css'
import { RunProgress } from './run-progress.tsx'
import css from './screen.module.css'
import { SelectField } from './select-field.tsx'
import { KEYS } from './use-panel-keys.ts'

interface Props {
  models: Models
  onSettings: () => void
}

/** Below the audit: how the run stands, by what the ticked images are made sharp and for how much, and the buttons for both. */
export function SharpenFoot({ models, onSettings }: Props) {
  const { audit, sharpen, run } = models
  const error = audit.notice.shown.value
  const isOffered = sharpen.isOffered.value
  const stale = audit.stale.value
  if (!error && !isOffered && run.tally.value.total === 0) return null
  return (
    <div class={css.foot} data-foot>
      <AccountFault
        models={models}
        need={isOffered && sharpen.needsAccount.value && 'upscale'}
        error={error}
        onSettings={onSettings}
      />
      <RunProgress run={run} />
      {isOffered || (audit.progress.value && stale) ? (
        <Choice models={models} />
      ) : (
        stale && <p class={foot.after}>{STALE[stale]}</p>
      )}
      <RunControls
        models={models}
        warnings={sharpen.warnings.value}
        // Once there, it stays: that the list is old, or made anew, moves nothing.
        begin={(isOffered || stale) && <Upscale models={models} label={T.upscale} tone="action" />}
        add={isOffered && <Upscale models={models} label={T.alsoUpscale} />}
      />
    </div>
  )
}

function Choice({ models: { sharpen } }: { models: Models }) {
  const counts = sharpen.counts.value
  return (
    <>
      <SelectField
        inline
        label={T.upscaleWith}
        value={sharpen.model.value}
        choices={upscalerChoices(sharpen.models.value)}
        onChange={sharpen.chooseModel}
      />
      <p class={css.line} role="status">
        {sharpen.isAnyTicked.value
          ? sharpenText(counts, { layers: sharpen.layers.value, price: sharpen.price.value })
          : T.tickToUpscale}
      </p>
    </>
  )
}

function Upscale({ models: { sharpen }, label, tone }: { models: Models; label: string; tone?: 'action' }) {
  const { pictures } = sharpen.counts.value
  if (!sharpen.isOffered.value) {
    return (
      <Button tone="action" disabled onPress={() => {}}>
        {label}
      </Button>
    )
  }
  return (
    <Button
      {...(tone && { tone, keys: KEYS.begin })}
      // What it costs is said before it is paid.
      disabled={pictures === 0 || sharpen.price.value.at === 'asking'}
      onPress={sharpen.start}
    >
      {upscaleAllText(label, { pictures, price: sharpen.price.value })}
    </Button>
  )
}
