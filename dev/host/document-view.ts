import type { Editor, OutlineLayer } from '../figma/editor.ts'
import { type PlacedLayer, placedIn } from './canvas/placed.ts'

/** What the page shows of the document, read anew after each change. */
export interface DocumentView {
  scene: ReturnType<Editor['scene']>
  /** Of the current page, lowest first. */
  layers: readonly OutlineLayer[]
  placed: readonly PlacedLayer[]
  names: ReadonlyMap<string, string>
  locked: ReadonlySet<string>
  selected: ReadonlySet<string>
}

export function viewOf(editor: Editor): DocumentView {
  const scene = editor.scene()
  const layers = editor.outline()
  const all = withDescendants(layers)
  return {
    scene,
    layers,
    placed: placedIn(scene.layers),
    names: new Map(all.map(({ id, name }) => [id, name])),
    locked: new Set(all.filter(({ locked }) => locked).map(({ id }) => id)),
    selected: new Set(editor.selection()),
  }
}

const withDescendants = (layers: readonly OutlineLayer[]): OutlineLayer[] =>
  layers.flatMap((layer) => [layer, ...withDescendants(layer.children)])

/** The layer that a designer would try first: the lowest that shows an image. */
export const firstImageIn = ({ placed }: DocumentView): string | undefined =>
  placed.find(({ layer }) => layer.fills.some(({ type, visible }) => type === 'IMAGE' && visible !== false))?.layer.id
