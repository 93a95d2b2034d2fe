import { useEffect, useRef } from 'preact/hooks'
import type { Models } from '../state/models.ts'
import { resultsOf } from '../texts/results.ts'
import { T } from '../texts.ts'
import css from './gallery.module.css'
import { GalleryActions } from './gallery-actions.tsx'
import { GallerySkeleton } from './gallery-skeleton.tsx'
import { GalleryView } from './gallery-view.tsx'
import { holdTab } from './hold-tab.ts'
import { IconButton } from './icon-button.tsx'
import { imageOf } from './layer-results.tsx'
import { NoticeFault } from './notice-fault.tsx'
import { ResizeCorner } from './resize-corner.tsx'
import { Bones } from './result-strip.tsx'
import { isMarkKey, ResultThumbs } from './result-thumbs.tsx'
import { useHeld } from './use-held.ts'
import { useZoom } from './use-zoom.ts'

interface Props {
  models: Models
  onPrompt: () => void
}

/** The gallery, while it is open. */
export function Gallery({ models, onPrompt }: Props) {
  const layer = models.gallery.layer.value
  return layer ? <OpenGallery key={layer.id} layer={layer} models={models} onPrompt={onPrompt} /> : null
}

/**
 * The results of a layer, one of them large, over the whole panel. To look at one writes nothing: Enter or a button shows it
 * on the layer.
 */
function OpenGallery({ layer, models, onPrompt }: Props & { layer: { id: string; name: string } }) {
  const { gallery, results, thumbnails, notice } = models
  const dialog = useRef<HTMLDialogElement>(null)
  const [all, result] = [gallery.all.value, gallery.result.value]
  /** Where the focus goes when it closes, if not back. */
  const goesTo = useRef<(() => void) | undefined>(undefined)
  const held = useHeld()
  const view = useRef<HTMLDivElement>(null)
  const zoom = useZoom(view)
  const focusLooked = () => dialog.current?.querySelector<HTMLElement>('[role=option][tabindex="0"]')?.focus()
  function show() {
    if (!result || result.shown) return
    // The button has nothing more to do.
    focusLooked()
    void results.show(layer.id, result)
  }
  const mark = () => result && void results.mark(layer.id, result, !result.favourite)

  useEffect(() => {
    const from = document.activeElement
    const opened = dialog.current
    opened?.showModal()
    return () => {
      // One that is taken away gives the focus back to nobody.
      opened?.close()
      if (goesTo.current) goesTo.current()
      else if (from instanceof HTMLElement && from.isConnected) from.focus({ preventScroll: true })
      else onPrompt()
    }
  }, [])
  const isRead = all.length > 0
  useEffect(() => {
    if (isRead) focusLooked()
  }, [isRead])
  useEffect(() => {
    // Its arrow keys move it from now on.
    view.current?.querySelector<HTMLElement>('[data-zoomed]')?.focus()
  }, [zoom.at])

  function onKeyDown(event: KeyboardEvent) {
    holdTab(event, dialog.current!)
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault()
      if (zoom.at === 'fit') return gallery.close()
      zoom.set('fit')
      return focusLooked()
    }
    if (held.onKeyDown(event) || event.defaultPrevented) return
    if (isMarkKey(event)) return mark()
    if (event.key === 'Enter' && event.target instanceof Element && event.target.closest('[role=option]')) {
      event.preventDefault()
      return show()
    }
    // There they mean something else: the slider's edge, a zoomed picture's place, the thumbnails' own.
    const isTaken = event.target instanceof Element && event.target.closest('input, [data-zoomed], [role=listbox]')
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -all.length, End: all.length }[
      event.key
    ]
    if (by === undefined || isTaken) return
    event.preventDefault()
    gallery.step(by)
  }

  return (
    <dialog
      ref={dialog}
      class={css.gallery}
      aria-label={resultsOf(layer.name)}
      onKeyDown={onKeyDown}
      onKeyUp={held.onKeyUp}
      onCancel={(event) => {
        event.preventDefault()
        gallery.close()
      }}
    >
      <header class={css.head}>
        <h2 class={css.name} title={layer.name}>
          {layer.name}
        </h2>
        <IconButton label={T.close} name={resultsOf(layer.name)} path="m3 3 8 8m0-8-8 8" onPress={gallery.close} />
      </header>
      {result ? (
        <>
          <GalleryView
            {...{ result, zoom }}
            place={view}
            name={layer.name}
            after={gallery.after.value}
            before={gallery.before.value}
            thumbnail={thumbnails.urlOf(imageOf(result))}
            isHeld={held.isHeld}
          />
          <GalleryActions
            {...{ result, models, zoom, mark, show }}
            hold={held}
            onFromResult={() => {
              void models.editFrom.chooseResult(result)
              goesTo.current = onPrompt
              gallery.close()
            }}
          />
        </>
      ) : gallery.found.value ? (
        <p>{T.noResults}</p>
      ) : (
        <GallerySkeleton />
      )}
      {gallery.found.value ? (
        <ResultThumbs
          name={layer.name}
          results={all}
          isSelected={(one) => one === result}
          stop={result}
          urlOf={(one) => thumbnails.urlOf(imageOf(one))}
          onWant={(one) => thumbnails.want(imageOf(one))}
          onFocus={gallery.look}
          // Safari gives what is clicked no focus.
          onPress={gallery.look}
          onMark={mark}
        />
      ) : (
        <Bones />
      )}
      <NoticeFault error={notice.shown.value} onSettings={undefined} />
      <p class={css.keys}>{T.galleryKeys}</p>
      <ResizeCorner size={models.panelSize} />
    </dialog>
  )
}
