import { AppError } from '../../shared/errors.ts'
import { LAYER_IN_LIBRARY } from '../../shared/texts/layers.ts'
import { layerById, pageOf } from '../layers.ts'

/** Selects the layer and brings it into view, on its own page. Throws `layer` if it is gone. */
export async function showLayer({ id }: { id: string }): Promise<void> {
  const page = pageOf(await layerById(id))
  if (!page) throw new AppError('layer', LAYER_IN_LIBRARY)
  if (page.id !== figma.currentPage.id) await figma.setCurrentPageAsync(page)
  const layer = await layerById(id)
  page.selection = [layer]
  figma.viewport.scrollAndZoomIntoView([layer])
}
