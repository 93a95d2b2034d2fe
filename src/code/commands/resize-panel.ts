import { panelSize } from '../../shared/panel-size.ts'
import type { Size } from '../../shared/picture.ts'
import { inStorageLine } from '../kept.ts'
import { PANEL_SIZE_KEY } from '../panel-size.ts'

/** Makes the panel as large as wanted, within bounds; `keep`: the next one opens so. Where that cannot be kept, nothing is lost. */
export async function resizePanel({ keep, ...wanted }: Size & { keep: boolean }): Promise<void> {
  const size = panelSize(wanted)
  figma.ui.resize(size.width, size.height)
  if (keep) await inStorageLine(() => figma.clientStorage.setAsync(PANEL_SIZE_KEY, size)).catch(() => {})
}
