import { useEffect, useRef, useState } from 'preact/hooks'
import { LEAST_SIZE, MOST_SIZE, USUAL_SIZE } from '../../shared/panel-size.ts'
import type { Size } from '../../shared/picture.ts'
import type { PanelSizeModel } from '../state/panel-size.ts'
import { sizeText } from '../texts/sizes.ts'
import { T } from '../texts.ts'
import css from './resize-corner.module.css'

/** The corner by which the panel is made larger or smaller: by mouse, pen or finger, and by keys. */
export function ResizeCorner({ size }: { size: PanelSizeModel }) {
  const shown = useShownSize()
  /** Where the pointer took it, in px of the screen: the panel's own move when its window does. */
  const grip = useRef<{ x: number; y: number; from: Size } | undefined>(undefined)

  function set(wanted: Size) {
    size.change(wanted)
    size.keep()
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = event.shiftKey ? LARGE_STEP : STEP
    const [across, down] = ARROWS[event.key] ?? []
    if (event.key !== 'Home' && across === undefined) return
    event.preventDefault()
    // A gallery around it has keys of its own.
    event.stopPropagation()
    if (event.key === 'Home') return set(USUAL_SIZE)
    const { width, height } = sizeNow()
    size.change({ width: width + across! * step, height: height + down! * step })
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be moved; this is the window splitter of ARIA's practices.
    <div
      role="separator"
      tabIndex={0}
      class={css.corner}
      aria-label={T.panelSize}
      aria-valuemin={LEAST_SIZE.width}
      aria-valuemax={MOST_SIZE.width}
      aria-valuenow={shown.width}
      aria-valuetext={sizeText(shown)}
      title={T.panelSizeHint}
      onKeyDown={onKeyDown}
      onKeyUp={({ key }) => key in ARROWS && size.keep()}
      onDblClick={() => set(USUAL_SIZE)}
      onPointerDown={({ currentTarget, pointerId, button, screenX: x, screenY: y }) => {
        if (button !== 0) return
        currentTarget.setPointerCapture(pointerId)
        grip.current = { x, y, from: sizeNow() }
      }}
      onPointerMove={({ screenX, screenY }) => {
        if (!grip.current) return
        const { x, y, from } = grip.current
        size.change({ width: from.width + screenX - x, height: from.height + screenY - y })
      }}
      onLostPointerCapture={() => {
        grip.current = undefined
        size.keep()
      }}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="m13 5-8 8m8-4-4 4" />
      </svg>
    </div>
  )
}

/** px, told again when it changes. */
function useShownSize(): Size {
  const [size, setSize] = useState(sizeNow)
  useEffect(() => {
    const follow = () => setSize(sizeNow())
    addEventListener('resize', follow)
    return () => removeEventListener('resize', follow)
  }, [])
  return size
}

const sizeNow = (): Size => ({ width: innerWidth, height: innerHeight })

/** px */
const STEP = 8
const LARGE_STEP = 32
const ARROWS: Record<string, readonly [across: number, down: number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
}
