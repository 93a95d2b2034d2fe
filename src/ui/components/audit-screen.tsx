import type { Models } from '../state/models.ts'
import { AuditControls } from './audit-controls.tsx'
import { AuditFound } from './audit-found.tsx'
import { RunSection } from './run-section.tsx'
import css from './screen.module.css'
import { SharpenFoot } from './sharpen-foot.tsx'

interface Props {
  models: Models
  onSettings: () => void
  onEdit: () => void
}

/** The Upscale tab: how sharp the images are at a wanted scale, the worst first, and making them so. */
export function AuditScreen({ models, onSettings, onEdit }: Props) {
  return (
    <div class={css.screen}>
      <div class={css.body} data-scrolls>
        <AuditControls audit={models.audit} />
        <AuditFound models={models} />
        <RunSection models={models} onSettings={onSettings} onPrompt={onEdit} onModel={onEdit} />
      </div>
      <SharpenFoot models={models} onSettings={onSettings} />
    </div>
  )
}
