import type { AppError } from '../../shared/errors.ts'
import { T } from '../texts.ts'
import { Button } from './button.tsx'
import { FaultNote } from './fault-note.tsx'

interface Props {
  error: AppError | undefined
  /** Undefined where Settings are no help. */
  onSettings: (() => void) | undefined
}

/** Why what was pressed was not done. There is no run that could be started again, so nothing is advised of a layer. */
export function NoticeFault({ error, onSettings }: Props) {
  if (!error) return null
  return (
    <FaultNote error={error} advice={error.fault === 'layer' ? '' : undefined}>
      {error.fault === 'settings' && onSettings && (
        <Button size="small" onPress={onSettings}>
          {T.openSettings}
        </Button>
      )}
    </FaultNote>
  )
}
