import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { copyLayer } from './document/copy-layer.ts'
import { IDENTITY, movedTo } from './document/geometry.ts'
import { componentFrom } from './document/instances/make-component.ts'
import { removeLayer } from './document/instances/remove-layer.ts'
import { moveInPlace } from './document/move-in-place.ts'
import type { OpenDocument } from './document/open-document.ts'
import { placeLayer } from './document/place-layer.ts'
import { resizeLayer } from './document/resize-layer.ts'
import { moveNode } from './document/structure.ts'
import type { Tree } from './document/tree.ts'
import { assertPlacedFreely, keepSize, writeLayer } from './document/write-layer.ts'
import type { createFinder } from './find-layer.ts'
import { renamed } from './text/text-name.ts'
import { withAll } from './text/write-letters.ts'
import type { PaintSpec } from './world.ts'

/** What a person does to layers. Each is one action; layers go by id, or by name as `Editor.layer` finds them. */
export interface Hands {
  /** Puts a picture on the current page as a rectangle with one image fill, as dropping a file does. Returns its id. */
  addImage(name: string, bytes: Uint8Array, at: { width: number; height: number; x?: number; y?: number }): string
  remove(nameOrId: string): void
  /** px from the top left of the frame, section or page that it lies in */
  move(nameOrId: string, to: { x: number; y: number }): void
  /** px */
  resize(nameOrId: string, to: { width: number; height: number }): void
  rename(nameOrId: string, name: string): void
  setVisible(nameOrId: string, visible: boolean): void
  /** Copies layers of one parent, in their order, directly above the topmost of them. Returns the ids of the copies. */
  duplicate(namesOrIds: readonly string[]): string[]
  /** Copies layers to the top of a page or a frame, as copy and paste does. Returns the ids of the copies. */
  paste(namesOrIds: readonly string[], onto: string): string[]
  /** Puts a layer on top in another frame or page, where it stays at its place on the canvas. */
  moveInto(nameOrId: string, holder: string): void
  /** Returns the id of the component. */
  makeComponent(nameOrId: string): string
  /** A paint may name a picture of the world with `picture` instead of an image with `imageHash`. */
  setFills(nameOrId: string, fills: readonly (PaintSpec | F.Paint)[]): void
}

/** `act` makes one action of what is done in it. */
export function createHands(
  find: ReturnType<typeof createFinder>,
  act: <T>(work: (document: OpenDocument) => T) => T,
): Hands {
  return {
    addImage: (name, bytes, { width, height, x = 0, y = 0 }) =>
      act((document) => {
        const { hash } = document.images.add(bytes)
        const fills = document.storedPaints([{ type: 'IMAGE', scaleMode: 'FILL', imageHash: hash }])
        const record = { type: 'RECTANGLE' as const, name, width, height, fills }
        return document.tree.create(document.pageId, { ...record, transform: movedTo(IDENTITY, { x, y }) }).id
      }),
    remove: (nameOrId) => act(({ tree }) => removeLayer(tree, find.layer(nameOrId))),
    move: (nameOrId, to) =>
      act(({ tree }) => {
        const id = find.layer(nameOrId)
        assertPlacedFreely(tree, id)
        placeLayer(tree, id, movedTo(tree.get(id).transform, to))
      }),
    resize: (nameOrId, to) =>
      act(({ tree }) => {
        const id = find.layer(nameOrId)
        assertPlacedFreely(tree, id)
        resizeLayer(tree, id, to)
        keepSize(tree, id)
      }),
    rename: (nameOrId, name) =>
      act(({ tree }) => {
        const id = find.layer(nameOrId)
        writeLayer(tree, id, renamed(tree.get(id), name))
      }),
    duplicate: (namesOrIds) =>
      act(({ tree }) => {
        const originals = inOrder(tree, namesOrIds.map(find.layer))
        const { parentId } = tree.get(originals[0]!)
        const copies = originals.map((id) => copyLayer(tree, id, parentId!))
        const above = () => tree.get(parentId!).childIds.indexOf(originals.at(-1)!) + 1
        for (const id of copies.toReversed()) moveNode(tree, id, parentId!, above())
        return copies
      }),
    paste: (namesOrIds, onto) =>
      act(({ tree }) =>
        inOrder(tree, namesOrIds.map(find.layer)).map((id) => copyLayer(tree, id, find.layerOrPage(onto))),
      ),
    moveInto: (nameOrId, holder) =>
      act(({ tree }) => {
        const parentId = find.layerOrPage(holder)
        moveInPlace(tree, find.layer(nameOrId), parentId, tree.get(parentId).childIds.length)
      }),
    makeComponent: (nameOrId) => act(({ tree }) => componentFrom(tree, find.layer(nameOrId))),
    setVisible: (nameOrId, visible) => act(({ tree }) => writeLayer(tree, find.layer(nameOrId), { visible })),
    setFills: (nameOrId, fills) =>
      act((document) => {
        const id = find.layer(nameOrId)
        const record = document.tree.get(id)
        const { fill: _style, ...styles } = record.styles
        const paints = document.paintsFromSpecs(fills)
        const letters = record.text && withAll(record, { fills: paints, fillStyleId: '' })
        writeLayer(document.tree, id, letters ?? { fills: paints, styles })
      }),
  }
}

/** As they lie in their parent, lowest first; those of another parent are not copied together with them. */
function inOrder(tree: Tree, ids: readonly string[]): string[] {
  const { parentId } = tree.get(ids[0]!)
  const order = tree.get(parentId!).childIds.filter((id) => ids.includes(id))
  if (order.length < ids.length) throw new Error('dev/figma: layers of several parents are copied one by one')
  return order
}
