import type { Models } from '../state/models.ts'
import { originalsAsk, originalsText, tidiedText } from '../texts/results.ts'
import { T } from '../texts.ts'
import { ConfirmButton } from './confirm-button.tsx'

/** What may be done to the layers of a run that has ended: their originals, or only what shows. */
export function RunEnd({ models: { takeBack, tidy, keepFavourites } }: { models: Models }) {
  const layers = takeBack.layers.value.length
  const told = takeBack.told.value
  const removed = (tidy.told.value ?? keepFavourites.told.value)?.removed
  if (tidy.layers.value.length === 0) return null
  return (
    <>
      {/* What lies beside hides nothing. */}
      {layers > 0 && (
        <ConfirmButton
          label={T.originalOfRun}
          question={layers > 1 ? originalsAsk(layers) : undefined}
          answer={T.bringBack}
          onConfirm={takeBack.start}
        />
      )}
      {keepFavourites.layers.value.length > 0 && (
        <ConfirmButton
          label={T.keepFavourites}
          question={T.keepFavouritesAsks}
          answer={T.remove}
          onConfirm={keepFavourites.start}
        />
      )}
      <ConfirmButton label={T.tidy} question={T.tidyAsks} answer={T.remove} onConfirm={tidy.start} />
      <span role="status">{told ? originalsText(told) : removed !== undefined && tidiedText(removed)}</span>
    </>
  )
}
