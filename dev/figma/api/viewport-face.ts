import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import { ABSENT, KIND, Remote } from '../sandbox/remote.ts'
import type { UiWindow } from '../ui-window.ts'
import { validated } from '../values/validated.ts'
import { type Exactly, type Holds, wordsOf } from './absent.ts'
import { LayerFace } from './nodes/layer-face.ts'

/** `figma.viewport`. */
export class ViewportFace extends Remote implements Pick<F.ViewportAPI, 'scrollAndZoomIntoView'> {
  readonly #window: UiWindow

  constructor(window: UiWindow) {
    super()
    this.#window = window
  }

  get [KIND]() {
    return 'ViewportAPI'
  }
  override get [ABSENT]() {
    return wordsOf(VIEWPORT_ABSENT)
  }

  scrollAndZoomIntoView(nodes: unknown): void {
    const layers = validated(z.array(z.instanceof(LayerFace)), nodes, 'nodes')
    this.#window.scrollIntoView?.(layers.map(({ id }) => id))
  }
}

const VIEWPORT_ABSENT = ['center zoom bounds slidesView canvasView'] as const
export type ViewportMembers = Holds<Exactly<F.ViewportAPI, ViewportFace, typeof VIEWPORT_ABSENT>>
