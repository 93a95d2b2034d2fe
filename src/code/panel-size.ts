import { panelSize, USUAL_SIZE } from '../shared/panel-size.ts'
import type { Size } from '../shared/picture.ts'

/**
 * The size at which the panel was left; the usual one where none is kept, or it is not there soon: the panel waits for it.
 * No larger than what is seen of the page, or its corner could not be reached: it may have been left on a larger screen.
 */
export async function readPanelSize(): Promise<Size> {
  const { bounds, zoom } = figma.viewport
  const { width, height } = await keptSize()
  return panelSize({
    width: Math.min(width, bounds.width * zoom),
    height: Math.min(height, bounds.height * zoom - TITLE_BAR),
  })
}

function keptSize(): Promise<Size> {
  const read = figma.clientStorage.getAsync(PANEL_SIZE_KEY).then(
    (kept: unknown) => (isSize(kept) ? panelSize(kept) : USUAL_SIZE),
    () => USUAL_SIZE,
  )
  return Promise.race([read, new Promise<Size>((resolve) => setTimeout(() => resolve(USUAL_SIZE), PATIENCE))])
}

const isSize = (kept: unknown): kept is Size =>
  typeof kept === 'object' &&
  kept !== null &&
  'width' in kept &&
  'height' in kept &&
  [kept.width, kept.height].every(Number.isFinite)

export const PANEL_SIZE_KEY = 'panel size'
/** px of Figma's own above the panel, and a little room. */
const TITLE_BAR = 48
/** ms */
const PATIENCE = 200
