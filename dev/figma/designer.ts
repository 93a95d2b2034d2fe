import { IDENTITY, movedTo } from './document/geometry.ts'
import type { OpenDocument } from './document/open-document.ts'
import { resizeLayer } from './document/resize-layer.ts'
import { layerJson } from './document/to-json.ts'
import { toScene } from './document/to-scene.ts'
import { ROOT } from './document/tree.ts'
import type { Editor } from './editor.ts'
import { createFinder } from './find-layer.ts'
import { imagesOf, paintRequest } from './paint-request.ts'
import type { Painter } from './scene.ts'

type Designer = Omit<Editor, 'open' | 'run' | 'json' | 'messages' | 'errors' | 'onChange'>

/** What a designer sees and does, apart from plugins. */
export function createDesigner(current: () => OpenDocument, painter: Painter): Designer {
  const find = createFinder(current)

  /** A designer's action is a step of its own. */
  function step<T>(work: (document: OpenDocument) => T): T {
    const result = work(current())
    current().history.commit()
    return result
  }

  return {
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
    scene() {
      const { tree, pageId } = current()
      const layers = tree.get(pageId).childIds.map((id) => toScene(tree, id))
      return { layers, images: imagesOf(current(), layers) }
    },

    addImage: (name, bytes, { width, height, x = 0, y = 0 }) =>
      step((document) => {
        const { hash } = document.images.add(bytes)
        const fills = document.storedPaints([{ type: 'IMAGE', scaleMode: 'FILL', imageHash: hash }])
        const record = { type: 'RECTANGLE' as const, name, width, height, fills }
        return document.tree.create(document.pageId, { ...record, transform: movedTo(IDENTITY, { x, y }) }).id
      }),
    remove: (nameOrId) => step(({ tree }) => tree.remove(find.layer(nameOrId))),
    move: (nameOrId, to) =>
      step(({ tree }) => {
        const id = find.layer(nameOrId)
        tree.change(id, { transform: movedTo(tree.get(id).transform, to) })
      }),
    resize: (nameOrId, to) => step(({ tree }) => resizeLayer(tree, find.layer(nameOrId), to)),
    rename: (nameOrId, name) => step(({ tree }) => tree.change(find.layer(nameOrId), { name })),
    setVisible: (nameOrId, visible) => step(({ tree }) => tree.change(find.layer(nameOrId), { visible })),
    setFills: (nameOrId, fills) =>
      step((document) => document.tree.change(find.layer(nameOrId), { fills: document.paintsFromSpecs(fills) })),
  }
}
