import type { MissingModel } from '../state/missing.ts'
import { missingText } from '../texts/run.ts'
import { T } from '../texts.ts'
import { Button } from './button.tsx'
import css from './run-foot.module.css'

interface Props {
  missing: Pick<MissingModel, 'found' | 'dismiss'>
  /** The note goes, and the focus with it. */
  onDismissed: () => void
}

/** What the last session was charged for, or may have been, and never got. */
export function MissingNote({ missing, onDismissed }: Props) {
  const found = missing.found.value
  return (
    <div role="status" class={css.missing}>
      {found && (
        <div class={css.note}>
          <p title={missingText(found)}>{missingText(found)}</p>
          <Button
            size="small"
            onPress={() => {
              onDismissed()
              missing.dismiss()
            }}
          >
            {T.dismiss}
          </Button>
        </div>
      )}
    </div>
  )
}
