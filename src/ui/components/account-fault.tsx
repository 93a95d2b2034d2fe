import type { AppError } from '../../shared/errors.ts'
import type { Models } from '../state/models.ts'
import { NoKeyNote } from './no-key-note.tsx'
import { NoticeFault } from './notice-fault.tsx'

interface Props {
  models: Pick<Models, 'providers' | 'settings'>
  /** What the provider is needed for, if for anything. */
  need: 'edit' | 'upscale' | false
  error: AppError | undefined
  onSettings: () => void
  /** Whether Settings are no help with the error. */
  isReady?: boolean
}

/** Why what was pressed was not done; a key that is missing is told before, where another provider has one. */
export function AccountFault({ models, need, error, onSettings, isReady = false }: Props) {
  const others = models.providers.others.value
  const other = need && others.find(({ upscalers }) => need === 'edit' || upscalers)
  const isAsked = Boolean(other) && error?.fault === 'settings'
  return (
    <>
      {other && <NoKeyNote key={isAsked} {...{ models, other, isAsked, onSettings }} />}
      <NoticeFault error={isAsked ? undefined : error} onSettings={isReady ? undefined : onSettings} />
    </>
  )
}
