import type { Size } from './picture.ts'

/** px of what the panel shows, without Figma's title bar. */
export const USUAL_SIZE: Size = { width: 360, height: 640 }
export const LEAST_SIZE: Size = { width: 300, height: 400 }
export const MOST_SIZE: Size = { width: 1200, height: 1200 }

/** Whole px, as large as the panel may be. */
export const panelSize = (wanted: Size): Size => ({ width: within('width', wanted), height: within('height', wanted) })

const within = (side: 'width' | 'height', { [side]: px }: Size) =>
  Math.round(Math.max(LEAST_SIZE[side], Math.min(MOST_SIZE[side], px)))
