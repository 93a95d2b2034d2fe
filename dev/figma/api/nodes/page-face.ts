import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import { FigmaError } from '../../errors.ts'
import { soon } from '../../later.ts'
import { ABSENT, KIND } from '../../sandbox/remote.ts'
import { validated } from '../../values/validated.ts'
import { type Exactly, type Holds, wordsOf } from '../absent.ts'
import { asFigma } from '../as-figma.ts'
import { NODE_ABSENT } from './layer-absent.ts'
import { LayerFace } from './layer-face.ts'
import { opened, withChildren } from './mixins/with-children.ts'
import { ID, NodeFace, recordOf, SESSION, treeOf } from './node-face.ts'
import { unordered } from './unordered.ts'

export class PageFace extends withChildren(NodeFace) implements Pick<F.PageNode, Simulated> {
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
    recordOf(this)
    const { document, faceOf } = this[SESSION]
    return unordered(document.selectionOf(this[ID])).map((id) => asFigma(faceOf(id)))
  }
  set selection(value: unknown) {
    recordOf(this)
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
  'clone guides selectedTextRange flowStartingPoints backgrounds prototypeBackgrounds prototypeStartNode',
  'isPageDivider focusedSlide focusedNode findWidgetNodesByWidgetId exportSettings exportAsync',
  'explicitVariableModes clearExplicitVariableModeForCollection setExplicitVariableModeForCollection',
  'getMeasurements getMeasurementsForNode addMeasurement editMeasurement deleteMeasurement',
] as const
export type PageMembers = Holds<Exactly<F.PageNode, PageFace, typeof PAGE_ABSENT>>
