import { IDENTITY } from './document/geometry.ts'
import type { OpenDocument } from './document/open-document.ts'
import { createOutline } from './document/outline.ts'
import { settle } from './document/settle.ts'
import { layerJson } from './document/to-json.ts'
import { toScene } from './document/to-scene.ts'
import { ROOT, type Tree } from './document/tree.ts'
import type { Editor } from './editor.ts'
import { createFinder } from './find-layer.ts'
import { createHands } from './hands.ts'
import { imagesOf, paintRequest } from './paint-request.ts'
import type { Painter } from './scene.ts'

type Designer = Omit<
  Editor,
  'open' | 'run' | 'json' | 'relaunchButtons' | 'versions' | 'messages' | 'errors' | 'onChange'
>

/** What a designer sees and does, apart from plugins. */
export function createDesigner(current: () => OpenDocument, painter: Painter): Designer {
  const find = createFinder(current)
  const outlines = new WeakMap<Tree, ReturnType<typeof createOutline>>()

  /** A designer's action is a step of its own. */
  function step<T>(work: (document: OpenDocument) => T): T {
    const result = work(current())
    current().history.commit()
    return result
  }

  /** What a colleague does reaches us as it comes to rest at their editor, and is no step of ours. */
  function fromAfar<T>(work: (document: OpenDocument) => T): T {
    const { tree } = current()
    settle(tree)
    return tree.by('REMOTE', () => {
      const result = work(current())
      settle(tree)
      return result
    })
  }

  return {
    ...createHands(find, step),
    colleague: () => createHands(find, fromAfar),

    select(namesOrIds) {
      const document = current()
      document.select(document.pageId, namesOrIds.map(find.onPage))
    },
    selection: () => [...current().selectionOf(current().pageId)],
    undo: () => current().history.undo(),
    redo: () => current().history.redo(),
    layer: (nameOrId) => layerJson(current().tree, find.layer(nameOrId)),
    pages: () => {
      const { tree, pageId } = current()
      return tree.get(ROOT).childIds.map((id) => ({ id, name: tree.get(id).name, current: id === pageId }))
    },
    showPage: (nameOrId) => current().showPage(find.page(nameOrId)),

    png(nameOrId, scale = 1) {
      const id = find.layer(nameOrId)
      const { width, height } = current().tree.get(id)
      const box = { x: 0, y: 0, width, height }
      return painter.paint(paintRequest(current(), { id, transform: IDENTITY, box, scale, format: 'PNG' }))
    },
    outline() {
      const { tree, pageId } = current()
      const outline = outlines.get(tree) ?? createOutline(tree)
      outlines.set(tree, outline)
      return outline(pageId)
    },
    scene() {
      const { tree, pageId } = current()
      const layers = tree.get(pageId).childIds.map((id) => toScene(tree, id))
      return { layers, images: imagesOf(current(), layers) }
    },
  }
}
