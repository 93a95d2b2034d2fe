import { useRef } from 'preact/hooks'
import type { AuditModel, Scope } from '../state/audit.ts'
import { auditingText, SCOPES, STALE, TARGETS } from '../texts/audit.ts'
import { T } from '../texts.ts'
import css from './audit.module.css'
import { Button } from './button.tsx'
import { ProgressBar } from './progress-bar.tsx'
import foot from './run-foot.module.css'
import { SelectField } from './select-field.tsx'
import { useKeptFocus } from './use-kept-focus.ts'
import { KEYS } from './use-panel-keys.ts'

/** What is looked at, at which scale it should be sharp, and the button that looks; in its place how far it is, and Stop. */
export function AuditControls({ audit }: { audit: AuditModel }) {
  const { scope, target, progress, found, stale } = audit
  const place = useRef<HTMLDivElement>(null)
  useKeptFocus(place, () => place.current)
  const isNeeded = !found.value || stale.value !== undefined
  const note = !audit.canStart.value ? T.auditEmpty : stale.value ? STALE[stale.value] : !found.value && T.auditHint
  const isAbove = (found.value?.bitmaps.length ?? 0) > 0 && (progress.value !== undefined || note !== false)
  return (
    <div class={css.controls} data-above={isAbove || undefined}>
      <div class={css.settings}>
        <SelectField
          label={T.auditScope}
          value={scope.value}
          choices={SCOPE_NAMES.map((value) => ({ value, label: SCOPES[value] }))}
          onChange={(value) => {
            scope.value = SCOPE_NAMES.find((name) => name === value)!
          }}
        />
        <SelectField
          label={T.auditScale}
          value={String(target.value)}
          choices={TARGETS.map(({ value, label }) => ({ value: String(value), label }))}
          onChange={(value) => {
            target.value = TARGETS.find((target) => String(target.value) === value)!.value
          }}
        />
        <div ref={place} class={css.start}>
          {/* Keys: a button that stays the same element would keep the focus and mean something else. */}
          {progress.value ? (
            <Button key="busy" size="small" keys={KEYS.stop} onPress={audit.stop}>
              {T.stop}
            </Button>
          ) : (
            <Button
              key="idle"
              size="small"
              keys={isNeeded ? KEYS.begin : undefined}
              tone={isNeeded ? 'action' : 'quiet'}
              disabled={!audit.canStart.value}
              onPress={() => void audit.start()}
            >
              {found.value ? T.auditAgain : T.audit}
            </Button>
          )}
        </div>
      </div>
      {!progress.value && note && <p class={css.quiet}>{note}</p>}
      <AuditProgress audit={audit} />
    </div>
  )
}

/** How far it is. What is seen changes all the time; what is heard does so at sensible intervals. */
function AuditProgress({ audit: { progress, heard } }: { audit: AuditModel }) {
  const { done, total } = progress.value ?? { done: 0, total: 0 }
  const words = total > 0 ? auditingText({ done, total }) : T.auditing
  return (
    <div class={foot.progress}>
      {progress.value && (
        <>
          <ProgressBar label={T.auditProgress} done={done} total={total} words={words} />
          <p>{words}</p>
        </>
      )}
      {/* There before it says anything, or its first words would go unheard. */}
      <p class={foot.heard} role="status">
        {heard.value}
      </p>
    </div>
  )
}

const SCOPE_NAMES: readonly Scope[] = ['page', 'selection']
