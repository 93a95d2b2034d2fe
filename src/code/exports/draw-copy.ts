import { AppError } from '../../shared/errors.ts'
import type { ExportAs, ExportedFile } from '../../shared/protocol.ts'
import { chainOf, indexIn, pageOf } from '../layers.ts'
import { unmark } from '../place/cover.ts'
import { markCopy } from './copies.ts'
import { draw } from './draw.ts'
import { keepBorrowed, strikeOut } from './journal.ts'
import { onClose } from './on-close.ts'
import { watchCopies } from './watch.ts'

/**
 * A file of a copy of the layer, which `prepare` has changed; the copy is in the document only for that. Undefined where it
 * did not stay to the end: an undo came in between. Throws `layer` where Figma does not copy it.
 */
export async function drawCopy(
  layer: SceneNode,
  { as, prepare }: { as: ExportAs; prepare: (twin: SceneNode) => Promise<void> },
): Promise<ExportedFile | undefined> {
  const page = pageOf(layer)!
  const mark = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`
  const name = await keepBorrowed({ page: page.id, standIns: {}, copy: mark })
  if (layer.removed) throw new AppError('layer', 'That layer is no longer in the file.')
  figma.commitUndo()
  const { copy, twin } = copyOf(layer, page, mark)
  const remove = () => {
    if (!copy.removed) copy.remove()
  }
  const forget = onClose(remove)
  try {
    await prepare(twin)
    const file = await draw(twin, as)
    return copy.removed ? undefined : file
  } catch (thrown) {
    if (copy.removed) return undefined
    throw thrown
  } finally {
    remove()
    forget()
    figma.commitUndo()
    watchCopies(page, mark)
    await strikeOut(name)
  }
}

/** The copy, and what in it is the layer, in the place of the original: what lies around it may clip, fade or mask it. */
function copyOf(layer: SceneNode, page: PageNode, mark: string): { copy: SceneNode; twin: SceneNode } {
  const { base, path } = baseOf(layer)
  let copy: SceneNode
  try {
    copy = base.clone()
  } catch (thrown) {
    throw new AppError('layer', `“${layer.name}” cannot be copied.`, thrown)
  }
  try {
    markCopy(copy, mark)
    unmark(copy)
    // Figma: a copy comes to lie on the open page.
    page.appendChild(copy)
    if ('relativeTransform' in copy) copy.relativeTransform = base.absoluteTransform
    return { copy, twin: insideOf(copy, path) }
  } catch (thrown) {
    copy.remove()
    throw new AppError('layer', `“${layer.name}” cannot be copied.`, thrown)
  }
}

function insideOf(layer: SceneNode, path: readonly number[]): SceneNode {
  let at = layer
  for (const index of path) at = (at as SceneNode & ChildrenMixin).children[index]!
  return at
}

/**
 * The outermost layer that it lies in, and the way back from there. Figma: a section takes in what lies below it, so that none
 * is copied, and a set is left for its variant.
 */
function baseOf(layer: SceneNode): { base: SceneNode; path: number[] } {
  const path: number[] = []
  let base = layer
  for (const outer of [...chainOf(layer)].slice(1)) {
    if (outer.type === 'SECTION' || outer.type === 'COMPONENT_SET') break
    path.unshift(indexIn((outer as SceneNode & ChildrenMixin).children, base))
    base = outer
  }
  return { base, path }
}
