import { byId } from '../element.ts'
import type { Box } from './viewport.ts'

/** What of the canvas, in CSS px, the plugin's window leaves free; all of it where that is too little. */
export function freeArea(): Box {
  const { clientWidth: width, clientHeight: height } = byId('stage')
  const panel = byId('plugin')
  const free = panel.hidden ? width : panel.offsetLeft
  return { x: 0, y: 0, width: free < LEAST_FREE ? width : free, height }
}

/** A canvas in the screen's own pixels. */
export function contextAtScreenSize(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const width = Math.round(canvas.clientWidth * devicePixelRatio)
  const height = Math.round(canvas.clientHeight * devicePixelRatio)
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser gives no canvas.')
  return context
}

/** What the overlay is drawn with in the theme of now. */
export function colorsOf(canvas: HTMLElement) {
  const style = getComputedStyle(canvas)
  const color = (name: string) => style.getPropertyValue(name).trim()
  return { accent: color('--figma-color-border-selected'), quiet: color('--quiet') }
}

/** CSS px */
const LEAST_FREE = 240
