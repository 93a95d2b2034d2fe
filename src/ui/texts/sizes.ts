import type { Size } from '../../shared/picture.ts'

// By themselves: the worker for images says them too.

export const sizeChange = (from: Size, to: Size) => `${edgesText(from)} → ${sizeText(to)}`

export const sizeText = (size: Size) => `${edgesText(size)} px`

/** Ungrouped, as design tools write px. */
const edgesText = ({ width, height }: Size) => `${Math.round(width)} × ${Math.round(height)}`
