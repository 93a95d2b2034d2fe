import type { JudgedImage } from '../state/audit.ts'
import { moreUses, usesOf, useText } from '../texts/audit.ts'
import { nameOf } from '../texts/selection.ts'
import { T } from '../texts.ts'
import css from './audit.module.css'
import type { AuditRowLook } from './audit-row.tsx'

interface Props {
  judged: JudgedImage
  look: Pick<AuditRowLook, 'needOf' | 'showLayer'>
}

/** The layers that show one image, each as a button that shows it. */
export function AuditUses({ judged: { bitmap, use: largest }, look }: Props) {
  const { uses } = bitmap
  return (
    <ul class={css.uses} aria-label={usesOf(nameOf(largest))}>
      {uses.slice(0, MOST_SHOWN).map((use) => (
        <li key={use.id}>
          <button type="button" class={css.use} title={T.showLayer} onClick={() => void look.showLayer(use)}>
            <span class={css.name}>{nameOf(use)}</span>
            <span class={css.quiet}>{useText(use, look.needOf(bitmap, use))}</span>
          </button>
        </li>
      ))}
      {uses.length > MOST_SHOWN && <li class={css.quiet}>{moreUses(uses.length - MOST_SHOWN)}</li>}
    </ul>
  )
}

/** Layers of one image on screen. */
const MOST_SHOWN = 50
