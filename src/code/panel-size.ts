import { panelSize, USUAL_SIZE } from '../shared/panel-size.ts'
import type { Size } from '../shared/picture.ts'

/** The size at which the panel was left; the usual one where none is kept, or it is not there soon: the panel waits for it. */
export function readPanelSize(): Promise<Size> {
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
/** ms */
const PATIENCE = 200
