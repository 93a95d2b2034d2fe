import { pageOf } from '../layers.ts'
import { asUndoStep } from '../place/undo-step.ts'
import { foundForWriting } from '../place/writable.ts'
import { makeComponent } from '../variants/make-component.ts'

/**
 * Makes each of these layers a component in its place, as one undo step. What was selected stays selected. Throws `layer`
 * with the sentence that says which cannot be one; then nothing changed.
 */
export async function makeComponents({ ids }: { ids: readonly string[] }): Promise<{ ids: Record<string, string> }> {
  return asUndoStep(
    async () => {
      const found: SceneNode[] = []
      for (const id of new Set(ids)) found.push(await foundForWriting(id))
      return found
    },
    (found) => ({ ids: Object.fromEntries(madeOf(found)) }),
  )
}

function madeOf(found: readonly SceneNode[]): Map<string, string> {
  const selections = selectionsOf(found)
  const ids = new Map<string, string>()
  const components: SceneNode[] = []
  let isWritten = false
  try {
    for (const layer of found) {
      const made = makeComponent(layer, () => {
        isWritten = true
      })
      for (const [id, next] of made.ids) ids.set(id, next)
      components.push(made.now)
    }
  } catch (thrown) {
    // Those before it are components by now. Without anything written, this would take back what the designer did.
    if (isWritten) figma.triggerUndo()
    throw thrown
  }
  for (const { page, layers, selected } of selections) {
    const next = new Set(selected.map((id) => ids.get(id) ?? id))
    const again = [...layers.filter(({ removed }) => !removed), ...components.filter(({ id }) => next.has(id))]
    if (layers.some(({ removed }) => removed)) page.selection = again
  }
  return ids
}

/** Figma drops from the selection what is no longer there under its id. */
function selectionsOf(found: readonly SceneNode[]) {
  const pages = new Map(found.flatMap((layer) => pageOf(layer) ?? []).map((page) => [page.id, page]))
  return [...pages.values()].map((page) => {
    const layers = page.selection
    return { page, layers, selected: layers.map(({ id }) => id) }
  })
}
