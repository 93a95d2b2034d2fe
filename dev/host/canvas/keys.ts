import type { Point } from './viewport.ts'

export interface KeyActions {
  zoom(factor: number): void
  /** CSS px. */
  pan(by: Point): void
  fit(): void
  actualSize(): void
  deselect(): void
}

/** The keys of the canvas, as its description tells them. */
export function listenForKeys(canvas: HTMLElement, { zoom, pan, fit, actualSize, deselect }: KeyActions) {
  const actions: Record<string, () => void> = {
    '+': () => zoom(ZOOM_STEP),
    '=': () => zoom(ZOOM_STEP),
    '-': () => zoom(1 / ZOOM_STEP),
    '0': actualSize,
    '1': fit,
    // Figma's own key, Shift+1, where it types this.
    '!': fit,
    Escape: deselect,
    ArrowLeft: () => pan({ x: PAN_STEP, y: 0 }),
    ArrowRight: () => pan({ x: -PAN_STEP, y: 0 }),
    ArrowUp: () => pan({ x: 0, y: PAN_STEP }),
    ArrowDown: () => pan({ x: 0, y: -PAN_STEP }),
  }
  canvas.addEventListener('keydown', (event) => {
    const act = event.metaKey || event.ctrlKey ? undefined : actions[event.key]
    if (!act) return
    event.preventDefault()
    act()
  })
}

export const ZOOM_STEP = 1.25
/** CSS px */
const PAN_STEP = 40
