import { AppError } from '../../shared/errors.ts'
import { layerById, pageOf } from '../layers.ts'

/** Selects the layer and brings it into view, on its own page. Throws `layer` if it is gone. */
export async function showLayer({ id }: { id: string }): Promise<void> {
  const page = pageOf(await layerById(id))
  if (!page) throw new AppError('layer', 'That layer lies in a library, not in this file.')
  if (page.id !== figma.currentPage.id) await figma.setCurrentPageAsync(page)
  const layer = await layerById(id)
  page.selection = [layer]
  figma.viewport.scrollAndZoomIntoView([layer])
}
