import { zoomedText } from '../texts/results.ts'
import css from './gallery.module.css'

interface Props {
  url: string | undefined
  /** Shown in its place while it is held, as large as it. */
  original: string | undefined
  /** px of the picture. */
  width: number
  height: number
  /** px of the screen for each px of the picture, in one direction. */
  zoom: number
  isHeld: boolean
}

/** A picture px by px. The browser scrolls it by wheel and arrow keys; it can be dragged as well. */
export function Zoomed({ url, original, width, height, zoom, isHeld }: Props) {
  const scale = zoom / devicePixelRatio
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form.
    <div
      role="group"
      aria-label={zoomedText(zoom)}
      class={css.pane}
      data-zoomed
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable (WCAG 2.1.1).
      tabIndex={0}
      onPointerDown={({ currentTarget, pointerId, button }) =>
        button === 0 && currentTarget.setPointerCapture(pointerId)
      }
      onPointerMove={({ currentTarget, pointerId, movementX, movementY }) => {
        if (!currentTarget.hasPointerCapture(pointerId)) return
        currentTarget.scrollBy(-movementX, -movementY)
      }}
    >
      <div
        class={css.sheet}
        style={{ width: `${width * scale}px`, height: `${height * scale}px` }}
        data-pixels={scale > 1}
      >
        {url && <img src={url} alt="" draggable={false} />}
        {original && <img src={original} alt="" draggable={false} hidden={!isHeld} />}
      </div>
    </div>
  )
}
