import type { LayerRecord } from './document/layer-record.ts'
import type { OpenDocument } from './document/open-document.ts'
import { ROOT } from './document/tree.ts'

/** Finds by id or by name; where several have the name, the lowest on the current page. Throws with the name. */
export function createFinder(current: () => OpenDocument) {
  const fits = (nameOrId: string) => (record: LayerRecord) => record.id === nameOrId || record.name === nameOrId

  function onPage(nameOrId: string): string {
    const { tree, pageId } = current()
    const found = [...tree.inside(pageId)].find(fits(nameOrId))
    if (!found) throw new Error(`There is no layer “${nameOrId}” on the page “${tree.get(pageId).name}”.`)
    return found.id
  }

  function layer(nameOrId: string): string {
    const { tree, pageId } = current()
    const everywhere = [...tree.inside(pageId), ...tree.inside(ROOT)].filter(({ type }) => type !== 'PAGE')
    const found = everywhere.find(fits(nameOrId))
    if (!found) throw new Error(`There is no layer “${nameOrId}”.`)
    return found.id
  }

  function page(nameOrId: string): string {
    const { tree } = current()
    const found = tree
      .get(ROOT)
      .childIds.map((id) => tree.get(id))
      .find(fits(nameOrId))
    if (!found) throw new Error(`There is no page “${nameOrId}”.`)
    return found.id
  }

  const isPage = (nameOrId: string) =>
    current()
      .tree.get(ROOT)
      .childIds.some((id) => fits(nameOrId)(current().tree.get(id)))

  return {
    onPage,
    layer,
    page,
    layerOrPage: (nameOrId: string) => (isPage(nameOrId) ? page(nameOrId) : layer(nameOrId)),
  }
}
