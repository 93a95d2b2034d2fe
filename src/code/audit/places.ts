import type { ExportedRoot } from '../../shared/protocol.ts'
import { chainOf, findLayer, pageOf } from '../layers.ts'

/** Layers of one page that are looked at with all that lies in them. */
export interface PageRoots {
  page: PageNode
  roots: readonly SceneNode[]
}

/** The open page, or what is selected there. Figma: what lies on a page that was not loaded cannot be read. */
export async function openPlace(of: 'selection' | 'page'): Promise<PageRoots> {
  const page = figma.currentPage
  await page.loadAsync()
  return { page, roots: of === 'page' ? page.children : page.selection }
}

/** The layers that are to be exported, as far as they are still there: of those that lie in another one, that one alone. */
export async function exportedPlaces(exported: readonly ExportedRoot[]): Promise<PageRoots[]> {
  const wanted = new Set(exported.map(({ id }) => id))
  const places = new Map<string, { page: PageNode; roots: SceneNode[] }>()
  for (const id of wanted) {
    const layer = await findLayer(id)
    const page = layer && pageOf(layer)
    if (!page) continue
    await page.loadAsync()
    if (layer.removed || [...chainOf(layer)].some((around) => around.id !== id && wanted.has(around.id))) continue
    const place = places.get(page.id) ?? { page, roots: [] }
    places.set(page.id, place)
    place.roots.push(layer)
  }
  return [...places.values()]
}
