import type { Point } from './viewport.ts'

/** What a person does on the canvas, in CSS px from its top left. */
export interface Gestures {
  pan(by: Point): void
  zoom(at: Point, factor: number): void
  hover(at: Point | undefined): void
  click(at: Point, adds: boolean): void
  /** While a marquee is drawn, and once more when it is let go. */
  marquee(from: Point, to: Point, state: { adds: boolean; done: boolean }): void
}

interface Drag {
  from: Point
  last: Point
  kind: 'press' | 'marquee' | 'pan'
}

/** Listens to pointer and wheel on `canvas`, and to the space bar that turns a drag into panning. */
export function listenForGestures(canvas: HTMLElement, gestures: Gestures) {
  let drag: Drag | undefined
  let space = false
  const pointOf = ({ clientX, clientY }: MouseEvent): Point => {
    const { left, top } = canvas.getBoundingClientRect()
    return { x: clientX - left, y: clientY - top }
  }
  const holdSpace = (held: boolean) => {
    space = held
    canvas.classList.toggle('panning', held)
  }

  canvas.addEventListener('pointerdown', (event) => {
    if (event.button > 1) return
    canvas.focus({ preventScroll: true })
    canvas.setPointerCapture(event.pointerId)
    const at = pointOf(event)
    drag = { from: at, last: at, kind: space || event.button === 1 ? 'pan' : 'press' }
  })

  canvas.addEventListener('pointermove', (event) => {
    const at = pointOf(event)
    if (!drag) return gestures.hover(at)
    if (drag.kind === 'pan') gestures.pan({ x: at.x - drag.last.x, y: at.y - drag.last.y })
    if (drag.kind === 'press' && Math.hypot(at.x - drag.from.x, at.y - drag.from.y) > SLACK) drag.kind = 'marquee'
    if (drag.kind === 'marquee') gestures.marquee(drag.from, at, { adds: event.shiftKey, done: false })
    drag.last = at
  })

  canvas.addEventListener('pointerup', (event) => {
    const { kind, from } = drag ?? {}
    drag = undefined
    if (kind === 'press') gestures.click(pointOf(event), event.shiftKey)
    if (kind === 'marquee' && from) gestures.marquee(from, pointOf(event), { adds: event.shiftKey, done: true })
  })

  canvas.addEventListener('pointercancel', () => {
    drag = undefined
  })
  canvas.addEventListener('pointerleave', () => gestures.hover(undefined))

  canvas.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault()
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1
      const { deltaX, deltaY } = event
      // A pinch on a trackpad arrives as a wheel with the control key held.
      if (event.ctrlKey || event.metaKey) return gestures.zoom(pointOf(event), Math.exp(-deltaY * unit * ZOOM_SPEED))
      const sideways = event.shiftKey && deltaX === 0
      gestures.pan(sideways ? { x: -deltaY * unit, y: 0 } : { x: -deltaX * unit, y: -deltaY * unit })
    },
    { passive: false },
  )

  canvas.addEventListener('keydown', (event) => {
    if (event.key !== ' ') return
    event.preventDefault()
    holdSpace(true)
  })
  canvas.addEventListener('keyup', (event) => event.key === ' ' && holdSpace(false))
  canvas.addEventListener('blur', () => holdSpace(false))
}

/** CSS px a pressed pointer may move and still click. */
const SLACK = 4
/** CSS px that a wheel's line stands for. */
const LINE = 16
const ZOOM_SPEED = 0.005
