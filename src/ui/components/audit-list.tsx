import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import type { Models } from '../state/models.ts'
import { T } from '../texts.ts'
import css from './audit.module.css'
import { AuditRow, type AuditRowLook } from './audit-row.tsx'
import { LongList } from './long-list.tsx'
import screen from './screen.module.css'

/** The images that were found, as far as the filter lets them through. */
export function AuditList({ models: { audit, thumbnails, sharpen } }: { models: Models }) {
  const shown = audit.shown.value
  // Here, as a row that leaves the view forgets what it knew.
  const opened = useSignal<ReadonlySet<string>>(new Set())
  const look = useMemo(
    (): AuditRowLook => ({
      ...audit,
      thumbnails,
      sharpeningOf: sharpen.of,
      isOpen: (hash) => opened.value.has(hash),
      onOpen(hash, isOpen) {
        const next = new Set(opened.peek())
        if (isOpen) next.add(hash)
        else next.delete(hash)
        opened.value = next
      },
    }),
    [audit, thumbnails, sharpen],
  )
  if (shown.length === 0) return <p class={screen.empty}>{T.noneListed}</p>
  return (
    <LongList label={T.audited} class={css.list} items={shown} usualHeight={USUAL_HEIGHT}>
      {(judged, position) => (
        <AuditRow key={judged.bitmap.hash} judged={judged} position={position} of={shown.length} look={look} />
      )}
    </LongList>
  )
}

/** px of a row that is not opened, with the line above it. */
const USUAL_HEIGHT = 69
