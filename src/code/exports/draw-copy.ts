import { AppError } from '../../shared/errors.ts'
import type { ExportedFile } from '../../shared/protocol.ts'
import { uncopiedText } from '../../shared/texts/exports.ts'
import { assertThere, chainOf, pageOf } from '../layers.ts'
import { oneOffName } from '../one-off-name.ts'
import { unmark } from '../place/cover.ts'
import { layerAt, pathTo } from '../variants/twin.ts'
import { markCopy } from './copies.ts'
import { keepBorrowed, strikeOut } from './journal.ts'
import { onClose } from './on-close.ts'
import { watchCopies } from './watch.ts'

interface Copy {
  copy: SceneNode
  twin: SceneNode
}

interface Drawing {
  draw: (layer: SceneNode) => Promise<ExportedFile>
  prepare: (twin: SceneNode) => Promise<void>
}

/**
 * A file of a copy of the layer, which `prepare` has changed; the copy is in the document only for that. Undefined where it
 * did not stay to the end: an undo came in between. Throws `layer` where Figma does not copy it.
 */
export async function drawCopy(layer: SceneNode, { draw, prepare }: Drawing): Promise<ExportedFile | undefined> {
  const page = pageOf(layer)!
  const mark = oneOffName()
  const { id, name: layerName } = layer
  const kept = { page: page.id, root: { id, name: layerName }, layers: [], swaps: [], copy: mark }
  const name = await keepBorrowed(kept)
  try {
    assertThere(layer)
    figma.commitUndo()
    watchCopies(page, mark)
    return await drawAndRemove(copyOf(layer, page, mark), { draw, prepare })
  } finally {
    await strikeOut(name)
  }
}

async function drawAndRemove({ copy, twin }: Copy, { draw, prepare }: Drawing): Promise<ExportedFile | undefined> {
  const remove = () => {
    if (!copy.removed) copy.remove()
  }
  const forget = onClose(remove)
  try {
    await prepare(twin)
    // Whoever clicks or drops something there means what lies below it.
    copy.locked = true
    const file = await draw(twin)
    return copy.removed ? undefined : file
  } catch (thrown) {
    if (copy.removed) return undefined
    throw thrown
  } finally {
    remove()
    forget()
    figma.commitUndo()
  }
}

/** The copy, and what in it is the layer, in the place of the original: what lies around it may clip, fade or mask it. */
function copyOf(layer: SceneNode, page: PageNode, mark: string): Copy {
  const base = baseOf(layer)
  let copy: SceneNode
  try {
    copy = base.clone()
  } catch (thrown) {
    throw new AppError('layer', uncopiedText(layer.name), thrown)
  }
  try {
    markCopy(copy, mark)
    unmark(copy)
    // Figma: a copy comes to lie on the open page.
    page.appendChild(copy)
    if ('relativeTransform' in copy) copy.relativeTransform = base.absoluteTransform
    const twin = layerAt(copy, pathTo(layer, base)!)
    if (!twin) throw new Error('The copy lacks what was to be drawn.')
    return { copy, twin }
  } catch (thrown) {
    copy.remove()
    throw new AppError('layer', uncopiedText(layer.name), thrown)
  }
}

/**
 * The outermost layer that it lies in. Figma: a section takes in what lies below it, so that none is copied. A set is left
 * for its variant, since it may hold hundreds, unless that is cut off around it.
 */
function baseOf(layer: SceneNode): SceneNode {
  let base = layer
  for (const outer of [...chainOf(layer)].slice(1)) {
    if (outer.type === 'SECTION' || (outer.type === 'COMPONENT_SET' && !isCut(base))) break
    base = outer
  }
  return base
}

/** Whether it reaches an edge that may cut it off. */
function isCut(layer: SceneNode): boolean {
  const drawn = 'absoluteRenderBounds' in layer ? layer.absoluteRenderBounds : null
  return [...chainOf(layer)].slice(1).some((outer) => {
    const box = 'clipsContent' in outer && outer.clipsContent ? outer.absoluteBoundingBox : null
    return drawn !== null && box !== null && !liesWithin(drawn, box)
  })
}

const liesWithin = (inner: Rect, outer: Rect) =>
  inner.x > outer.x &&
  inner.y > outer.y &&
  inner.x + inner.width < outer.x + outer.width &&
  inner.y + inner.height < outer.y + outer.height
