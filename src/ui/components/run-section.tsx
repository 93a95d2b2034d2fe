import { useMemo } from 'preact/hooks'
import type { Models } from '../state/models.ts'
import { LayerResults } from './layer-results.tsx'
import { RunList } from './run-list.tsx'
import type { RunRowLook } from './run-row.tsx'

interface Props {
  models: Models
  onSettings: () => void
  onPrompt: () => void
  onModel: () => void
}

/** The rows of the run with what can be done about each. */
export function RunSection({ models, onSettings, onPrompt, onModel }: Props) {
  const look = useMemo((): RunRowLook => {
    const { run, resumed, looks, original, choice, edit, results } = models
    return {
      looks,
      isListed: resumed.isListed,
      variantOf: run.variantOf,
      original: original.shown,
      results: (layer) => <LayerResults layer={layer} models={models} onPrompt={onPrompt} />,
      coverOver: choice.coverOver,
      onStop: run.stopRow,
      onRetry: run.retry,
      onPlaceAgain: run.placeAgain,
      onPlaceBeside: run.placeBeside,
      onSaved: run.markSaved,
      onOriginal: edit.showOriginal,
      onShowLayer: results.showLayer,
      onSettings,
      onPrompt,
      onModel,
    }
  }, [models])
  return <RunList run={models.run} look={look} />
}
