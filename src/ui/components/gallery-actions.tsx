import { useRef } from 'preact/hooks'
import type { LayerResult } from '../../shared/protocol.ts'
import type { Models } from '../state/models.ts'
import { percentText } from '../texts/numbers.ts'
import { heldText, lookedText, madeText, moreAskedText, moreLikeText } from '../texts/results.ts'
import { T } from '../texts.ts'
import { Button } from './button.tsx'
import css from './gallery.module.css'
import { compareText, hereIn } from './gallery-view.tsx'
import { Star } from './result-thumbs.tsx'
import type { HeldButton } from './use-held.ts'
import { useHighest } from './use-highest.ts'
import type { Zoom, ZoomModel } from './use-zoom.ts'

interface Props {
  result: LayerResult
  models: Pick<Models, 'gallery' | 'moreLike'>
  zoom: ZoomModel
  hold: HeldButton
  mark: () => void
  show: () => void
  onFromResult: () => void
}

/** What is looked at, how it is looked at, and what may be done with it. */
export function GalleryActions({ result, models: { gallery, moreLike }, zoom, hold, mark, show, onFromResult }: Props) {
  const [after, before] = [gallery.after.value, gallery.before.value]
  const offer = moreLike.offer(result)
  const asked = moreLike.asked.value
  const note = compareText(result, after, before)
  const made = madeText(result.made)
  const about = useRef<HTMLDivElement>(null)
  useHighest(about)
  return (
    <>
      <div class={css.tools}>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would want a legend on a line of its own. */}
        <div role="group" class={css.zooms} aria-label={T.zoom}>
          {ZOOMS.map((at) => (
            <Button key={at} size="small" pressed={zoom.at === at} onPress={() => zoom.set(at)}>
              {at === 'fit' ? T.fit : percentText(at)}
            </Button>
          ))}
        </div>
        <HoldButton hold={hold} isDisabled={!hereIn(before)} />
        <button
          type="button"
          class={css.mark}
          aria-label={T.favourite}
          title={T.favourite}
          aria-pressed={result.favourite === true}
          aria-keyshortcuts="F"
          onClick={mark}
        >
          <Star isOn={result.favourite === true} />
        </button>
      </div>
      <div ref={about} class={css.about}>
        <div role="status" class={css.told}>
          <p>
            {hold.isHeld && hereIn(before)
              ? heldText(hereIn(before))
              : lookedText(result, { place: gallery.at.value + 1, of: gallery.all.value.length }, hereIn(after))}
          </p>
          {made && <p class={css.made}>{made}</p>}
          {note && <p>{note}</p>}
          {asked?.hash === result.hash && <p>{moreAskedText(asked.count)}</p>}
        </div>
        <div class={css.actions}>
          <Button size="small" disabled={result.shown} onPress={show}>
            {T.showOnLayer}
          </Button>
          <Button size="small" onPress={onFromResult}>
            {T.editFromResult}
          </Button>
          {offer && (
            <Button size="small" onPress={() => void moreLike.start(result)}>
              {moreLikeText(offer.count, offer.sums)}
            </Button>
          )}
        </div>
        {offer?.isOfForm && <p class={css.made}>{T.moreOfForm}</p>}
      </div>
    </>
  )
}

function HoldButton({ hold: { isHeld, hold }, isDisabled }: { hold: HeldButton; isDisabled: boolean }) {
  return (
    <button
      type="button"
      class={css.mark}
      data-hold
      aria-pressed={isHeld}
      aria-keyshortcuts="Space"
      disabled={isDisabled}
      onPointerDown={({ currentTarget, pointerId }) => {
        // It is let go wherever the pointer is by then.
        currentTarget.setPointerCapture(pointerId)
        hold(true)
      }}
      onPointerUp={() => hold(false)}
      onPointerCancel={() => hold(false)}
    >
      {T.holdOriginal}
    </button>
  )
}

const ZOOMS: readonly Zoom[] = ['fit', 1, 2]
