import { useComputed } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { AuditModel, JudgedImage } from '../state/audit.ts'
import type { SharpenModel } from '../state/sharpen.ts'
import type { ThumbnailsModel } from '../state/thumbnails.ts'
import { needTexts, pixelsTexts, verdictText } from '../texts/audit.ts'
import { layersText } from '../texts/numbers.ts'
import { withOthers } from '../texts/run.ts'
import { nameOf, SKIPPED } from '../texts/selection.ts'
import { sharpeningTexts } from '../texts/upscale.ts'
import { T } from '../texts.ts'
import css from './audit.module.css'
import { AuditUses } from './audit-uses.tsx'
import { MoreButton } from './more-button.tsx'
import parts from './selection-list.module.css'
import { useUniqueId } from './use-unique-id.ts'

/** What all rows have in common. It stays the same object. */
export interface AuditRowLook
  extends Pick<AuditModel, 'isTicked' | 'tick' | 'unusedOf' | 'shownOf' | 'needOf' | 'showLayer'> {
  thumbnails: Pick<ThumbnailsModel, 'watch' | 'urlOf'>
  /** What becomes of it, where it is ticked. */
  sharpeningOf: SharpenModel['of']
  isOpen: (hash: string) => boolean
  onOpen: (hash: string, isOpen: boolean) => void
}

interface Props {
  judged: JudgedImage
  /** Which row of how many this is: not all of them are rendered. */
  position: number
  of: number
  look: AuditRowLook
}

/** One image, how sharp it is where it is largest, and where it shows. */
export function AuditRow({ judged, position, of, look }: Props) {
  const { bitmap, use, verdict, gains } = judged
  const id = useUniqueId()
  const isTicked = look.isTicked(judged)
  const unused = verdict === 'large' ? look.unusedOf(judged) : undefined
  const sharpening = look.sharpeningOf(judged)
  const isOpen = look.isOpen(bitmap.hash)
  const name = nameOf(use)
  const isMany = bitmap.uses.length > 1
  const words = layersText(bitmap.uses.length)
  return (
    <li class={css.row} aria-posinset={position} aria-setsize={of} aria-labelledby={id}>
      {/* The space stays where there is nothing to tick, so that the names stand in line. */}
      <span class={css.box}>
        {gains && (
          <input
            type="checkbox"
            class={parts.tick}
            aria-label={name}
            checked={isTicked}
            onChange={({ currentTarget }) => look.tick(judged, currentTarget.checked)}
          />
        )}
      </span>
      <Thumbnail judged={judged} thumbnails={look.thumbnails} />
      <div class={css.words}>
        <div class={css.line}>
          <button id={id} type="button" class={css.name} title={T.showLayer} onClick={() => void look.showLayer(use)}>
            {withOthers(name, bitmap.uses.length - 1)}
          </button>
          <span class={css.verdict} data-verdict={verdict}>
            {verdictText(judged)}
          </span>
        </div>
        <div class={css.line}>
          <Parts texts={pixelsTexts(bitmap, unused)} />
          {isMany && (
            <MoreButton words={words} name={name} isOpen={isOpen} onPress={() => look.onOpen(bitmap.hash, !isOpen)} />
          )}
        </div>
        <Parts texts={needTexts(look.shownOf(bitmap, use), judged)} />
        {/* There while it is not ticked, too: the rows below stay where they are. */}
        {gains && <div class={css.becomes}>{sharpening && <Parts texts={sharpeningTexts(sharpening)} />}</div>}
        {use.skipped && <p class={css.quiet}>{SKIPPED[use.skipped]}</p>}
        {isMany && isOpen && <AuditUses judged={judged} look={look} />}
      </div>
    </li>
  )
}

/** A line breaks between them, and not within a size. */
const Parts = ({ texts }: { texts: readonly string[] }) => (
  <p class={css.quiet}>
    {texts.map((text, index) => (
      <span key={text} class={css.part}>
        {index < texts.length - 1 ? `${text},\u00A0` : text}
      </span>
    ))}
  </p>
)

/** A component of its own: it comes later. */
function Thumbnail({ judged: { bitmap, use }, thumbnails }: Pick<Props, 'judged'> & Pick<AuditRowLook, 'thumbnails'>) {
  const seen = { id: use.id, source: { kind: 'image', hash: bitmap.hash } } as const
  const url = useComputed(() => thumbnails.urlOf(seen)).value
  // Also when it was let go of, as the newest of many are kept.
  useEffect(() => thumbnails.watch(seen), [bitmap.hash, url === undefined])
  return url ? <img class={parts.thumb} src={url} alt="" /> : <span class={parts.thumb} />
}
