import type { PresetNews } from '../state/presets.ts'
import { presetTold } from '../texts/presets.ts'
import css from './prompt-tools.module.css'

/** What was done with the own presets, or why it was not. */
export function PresetTold({ told }: { told: PresetNews | undefined }) {
  const isWrong = told?.did === 'failed' || (told?.did === 'imported' && 'fault' in told.result)
  return (
    <div class={css.told} role="status" data-wrong={isWrong || undefined}>
      {told && presetTold(told).map((line) => <p key={line}>{line}</p>)}
    </div>
  )
}
