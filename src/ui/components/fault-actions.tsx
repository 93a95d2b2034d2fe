import { remedyOf } from '../state/remedy.ts'
import type { RunRow } from '../state/run-row.ts'
import type { VariantStanding } from '../state/variant-standing.ts'
import { named } from '../texts/phrases.ts'
import { T } from '../texts.ts'
import { useBlobUrl } from './blob-url.ts'
import { Button } from './button.tsx'
import { FileLink } from './file-link.tsx'

export interface FaultVerbs {
  /** Whether the job that is remembered under that name is on the list of these, where asking again is free. */
  isListed: (job: string | undefined) => boolean
  /** How the new variant stands that the row's picture is for, if it is for one. */
  variantOf: (row: RunRow) => VariantStanding | undefined
  onRetry: (id: number) => void
  onPlaceAgain: (id: number) => void
  /** Beside its layer, because the new variant that it is for cannot be made. */
  onPlaceBeside: (id: number) => void
  onSaved: (id: number) => void
  onSettings: () => void
  onPrompt: () => void
  onModel: () => void
}

/** What to press about a row that failed or was stopped, or whose picture is on no layer. */
export function FaultActions({ row, name, ...verbs }: { row: RunRow; name: string } & FaultVerbs) {
  const { id, job, state, unplaced, unsure } = row
  const file = useBlobUrl(unplaced?.file)
  const variant = verbs.variantOf(row)
  const action = state.at === 'failed' ? remedyOf(state.error, job).action : 'retry'
  return (
    <>
      {action === 'settings' && (
        <Button size="small" name={name} onPress={verbs.onSettings}>
          {T.openSettings}
        </Button>
      )}
      {action === 'prompt' && (
        <Button size="small" name={name} onPress={verbs.onPrompt}>
          {T.changePrompt}
        </Button>
      )}
      {action === 'model' && (
        <Button size="small" name={name} onPress={verbs.onModel}>
          {T.chooseModel}
        </Button>
      )}
      {/* A picture that is here is paid for: it is placed or saved, not asked for again. */}
      {unplaced?.picture
        ? // What is still under way would come too late for a variant that is made now.
          !(variant && variant.underWay > 0 && !variant.isMade) && (
            <Button size="small" name={name} onPress={() => verbs.onPlaceAgain(id)}>
              {variant && (variant.isMade || variant.lacks > 0)
                ? placeWord(variant)
                : state.at === 'failed' && action !== 'place'
                  ? T.placeAgain
                  : T.place}
            </Button>
          )
        : !verbs.isListed(row.keptAs) && (
            <Button size="small" name={name} onPress={() => verbs.onRetry(id)}>
              {unsure ? T.retryUnsure : T.retry}
            </Button>
          )}
      {state.at === 'failed' && unplaced?.picture && variant && !variant.isMade && (
        <Button size="small" name={name} onPress={() => verbs.onPlaceBeside(id)}>
          {T.placeBeside}
        </Button>
      )}
      {unplaced && (
        <FileLink url={file} file={unplaced.fileName} label={named(T.saveFile, name)} onPress={() => verbs.onSaved(id)}>
          {T.saveFile}
        </FileLink>
      )}
    </>
  )
}

const placeWord = ({ isMade }: VariantStanding) => (isMade ? T.placeBeside : T.placeIncomplete)
