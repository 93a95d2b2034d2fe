import type { RunRow } from '../state/run-row.ts'
import { named } from '../texts/phrases.ts'
import { smallerText } from '../texts/upscale.ts'
import { T } from '../texts.ts'
import { useBlobUrl } from './blob-url.ts'
import css from './run-list.module.css'

/** Why a result has fewer pixels than its source, and what the upscaler sent instead. */
export function SmallerNote({ name, error, file, fileName }: { name: string } & NonNullable<RunRow['smaller']>) {
  const address = useBlobUrl(file)
  return (
    <p class={css.detail}>
      {smallerText(error)}{' '}
      {address && (
        <a href={address} aria-label={named(T.saveFile, name)} download={fileName}>
          {T.saveFile}
        </a>
      )}
    </p>
  )
}
