import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import { absoluteBoundingBox } from '../document/bounds.ts'
import { union } from '../document/geometry.ts'
import { ABSENT, KIND, Remote } from '../sandbox/remote.ts'
import type { UiWindow, View } from '../ui-window.ts'
import { validated } from '../values/validated.ts'
import { type Exactly, type Holds, wordsOf } from './absent.ts'
import { NodeFace, recordOf, treeOf } from './nodes/node-face.ts'

/** `figma.viewport` (T:3318). */
export class ViewportFace extends Remote implements Pick<F.ViewportAPI, Simulated> {
  readonly #window: UiWindow
  /** What is seen where no page shows it. */
  #view: View = { center: { x: 0, y: 0 }, zoom: 1, ...SCREEN }

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

  get center(): F.Vector {
    return this.#now.center
  }
  set center(value: unknown) {
    const { x, y } = validated(VECTOR, value, 'center')
    this.#look({ center: { x, y }, zoom: this.#now.zoom })
  }

  get zoom(): number {
    return this.#now.zoom
  }
  set zoom(value: unknown) {
    this.#look({ center: this.#now.center, zoom: validated(z.number().positive(), value, 'zoom') })
  }

  get bounds(): F.Rect {
    const { center, zoom, width, height } = this.#now
    const size = { width: width / zoom, height: height / zoom }
    return { x: center.x - size.width / 2, y: center.y - size.height / 2, ...size }
  }

  /** As Shift-1 does (T:3337): the nodes in the middle, never larger than life. */
  scrollAndZoomIntoView(nodes: unknown): void {
    const faces = validated(z.array(z.instanceof(NodeFace)), nodes, 'nodes')
    const ids = faces.flatMap(shownBy)
    if (this.#window.scrollIntoView) {
      this.#window.scrollIntoView(ids)
      return
    }
    const [face] = faces
    const box = ids.map((id) => absoluteBoundingBox(treeOf(face!), id)).reduce<F.Rect | null>(union, null)
    if (!box) return
    const { width, height } = this.#now
    const zoom = Math.min(1, width / Math.max(1, box.width), height / Math.max(1, box.height))
    this.#look({ center: { x: box.x + box.width / 2, y: box.y + box.height / 2 }, zoom })
  }

  get #now(): View {
    return this.#window.view?.() ?? this.#view
  }

  #look(to: { center: F.Vector; zoom: number }): void {
    this.#window.look?.(to)
    this.#view = { ...this.#view, ...to }
  }
}

/** A page has no box: what lies on it has. */
function shownBy(face: NodeFace): readonly string[] {
  const { id, type, childIds } = recordOf(face)
  return type === 'PAGE' ? childIds : [id]
}

type Simulated = Extract<keyof ViewportFace, keyof F.ViewportAPI>

const VECTOR = z.strictObject({ x: z.number(), y: z.number() })

/** px: a window of common size. */
const SCREEN = { width: 1280, height: 720 }

const VIEWPORT_ABSENT = ['slidesView canvasView'] as const
export type ViewportMembers = Holds<Exactly<F.ViewportAPI, ViewportFace, typeof VIEWPORT_ABSENT>>
