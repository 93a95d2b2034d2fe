import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import { copyLayer } from '../../document/copy-layer.ts'
import { removeLayer } from '../../document/instances/remove-layer.ts'
import { ROOT } from '../../document/tree.ts'
import { FigmaError, notSimulated } from '../../errors.ts'
import { soon } from '../../later.ts'
import { ABSENT, KIND } from '../../sandbox/remote.ts'
import { assertBackground, guides } from '../../values/page-values.ts'
import { validated } from '../../values/validated.ts'
import { type Exactly, type Holds, wordsOf } from '../absent.ts'
import { asFigma } from '../as-figma.ts'
import { NODE_ABSENT } from './layer-absent.ts'
import { LayerFace } from './layer-face.ts'
import { opened, withChildren } from './mixins/with-children.ts'
import { withExport } from './mixins/with-export.ts'
import { withVariableModes } from './mixins/with-variable-modes.ts'
import { change, ID, NodeFace, recordOf, SESSION, treeOf } from './node-face.ts'
import { unordered } from './unordered.ts'

export class PageFace
  extends withVariableModes(withExport(withChildren(NodeFace)))
  implements Pick<F.PageNode, Simulated>
{
  get [KIND]() {
    return 'PageNode'
  }
  override get [ABSENT]() {
    return wordsOf(PAGE_ABSENT)
  }
  get type(): 'PAGE' {
    return 'PAGE'
  }

  get selection(): ReadonlyArray<F.SceneNode> {
    opened(this, 'selection')
    const { document, faceOf } = this[SESSION]
    return unordered(document.selectionOf(this[ID])).map((id) => asFigma(faceOf(id)))
  }
  set selection(value: unknown) {
    opened(this, 'selection')
    const layers = validated(z.array(z.instanceof(LayerFace)), value, 'selection')
    for (const layer of layers) {
      if (treeOf(this).pageOf(layer[ID])?.id !== this[ID]) {
        throw new FigmaError('The selection of a page can only include nodes in that page')
      }
    }
    this[SESSION].document.select(
      this[ID],
      layers.map((layer) => layer[ID]),
    )
  }

  /** Nobody edits the letters of a text here. */
  get selectedTextRange(): null {
    opened(this, 'selectedTextRange')
    return null
  }
  set selectedTextRange(value: unknown) {
    opened(this, 'selectedTextRange')
    if (value !== null) throw notSimulated('editing a text on the canvas')
  }

  get backgrounds(): ReadonlyArray<F.Paint> {
    return recordOf(this).fills
  }
  set backgrounds(value: unknown) {
    recordOf(this)
    const fills = this[SESSION].document.storedPaints(value)
    assertBackground(fills)
    change(this, { fills })
  }

  get guides(): ReadonlyArray<F.Guide> {
    return opened(this, 'guides').guides ?? []
  }
  set guides(value: unknown) {
    opened(this, 'guides')
    change(this, { guides: validated(guides, value, 'guides') })
  }

  /** T:10710. The name of a divider made by Figma is three hyphens (T:1143). */
  get isPageDivider(): boolean {
    const { name, childIds } = recordOf(this)
    return childIds.length === 0 && /^(\*+|–+|—+|-+| +)$/.test(name)
  }

  /** Field: neither the page that is shown nor the last one can go. */
  override remove(): void {
    const { id } = recordOf(this)
    const { document } = this[SESSION]
    const isLast = treeOf(this).get(ROOT).childIds.length === 1
    if (id === document.pageId || isLast) super.remove()
    removeLayer(treeOf(this), id)
  }

  clone(): F.PageNode {
    const { id } = opened(this, 'clone')
    const { document, loadedPages, faceOf } = this[SESSION]
    const copyId = copyLayer(document.tree, id, ROOT)
    loadedPages.add(copyId)
    return asFigma(faceOf(copyId))
  }

  override async exportAsync(settings?: unknown): Promise<never> {
    opened(this, 'exportAsync')
    return super.exportAsync(settings)
  }

  on(type: unknown, callback: unknown): void {
    this[SESSION].nodeChanges.add(watched(this, type), callback, { once: false })
  }

  once(type: unknown, callback: unknown): void {
    this[SESSION].nodeChanges.add(watched(this, type), callback, { once: true })
  }

  off(type: unknown, callback: unknown): void {
    this[SESSION].nodeChanges.remove(watched(this, type), callback)
  }

  async loadAsync(): Promise<void> {
    recordOf(this)
    await soon()
    this[SESSION].loadedPages.add(this[ID])
  }
}

/** Which page is meant. Nothing is told of a page that has not been loaded (documentAccess: dynamic-page). */
function watched(page: PageFace, type: unknown): string {
  validated(z.literal('nodechange'), type, 'type')
  return opened(page, 'on').id
}

type Simulated = Extract<keyof PageFace, keyof F.PageNode>

const PAGE_ABSENT = [
  ...NODE_ABSENT,
  'flowStartingPoints prototypeBackgrounds prototypeStartNode focusedSlide focusedNode findWidgetNodesByWidgetId',
  'getMeasurements getMeasurementsForNode addMeasurement editMeasurement deleteMeasurement',
] as const
export type PageMembers = Holds<Exactly<F.PageNode, PageFace, typeof PAGE_ABSENT>>
