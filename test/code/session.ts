import { expect } from 'vitest'
import type { LayerSpec, PaintSpec } from '../../dev/figma/world.ts'
import type { Picture } from '../../src/shared/picture.ts'
import type { LayerRow, Made, Placed, PlaceImage } from '../../src/shared/protocol.ts'
import { plainPicture } from '../harness/pictures.ts'
import type { OpenPlugin } from '../harness/plugin.ts'

// What tests of the built code.js say of layers, and what a panel does with it.

/** One picture in three colours. px */
export const picturesOf = async (
  width: number,
  height: number,
): Promise<Record<'red' | 'blue' | 'green', Picture>> => ({
  red: await plainPicture(width, height),
  blue: await plainPicture(width, height, '#2040c0'),
  green: await plainPicture(width, height, '#20c040'),
})

/** The image `red` of the test's world. */
export const photo = (more: object = {}) => ({ type: 'IMAGE', scaleMode: 'FILL', picture: 'red', ...more }) as PaintSpec
export const solid: PaintSpec = { type: 'SOLID', color: { r: 1, g: 1, b: 1 } }
export const tint: PaintSpec = { type: 'SOLID', color: { r: 0, g: 0, b: 1 }, opacity: 0.2 }

/** A rectangle of 200 × 100 px at the origin, unless it says otherwise. */
export const layer = (name: string, fills: PaintSpec[], more: Partial<LayerSpec> = {}): LayerSpec => ({
  ...{ type: 'RECTANGLE', name, x: 0, y: 0, width: 200, height: 100, fills },
  ...more,
})

export const frame = (name: string, children: LayerSpec[], more: Partial<LayerSpec> = {}) =>
  layer(name, [solid], { type: 'FRAME', width: 400, height: 300, children, ...more })

/** Selects the layers and asks the plugin for their rows. */
export async function rowsFor({ editor, ui }: OpenPlugin, ...names: string[]): Promise<LayerRow[]> {
  editor.select(names)
  return (await ui.call('readSelection', {})).rows
}

export const made: Made = { prompt: 'night', provider: 'lumenfall', model: 'p-image-edit', at: '2026-01-01T00:00:00Z' }

/** The order that a panel gives for a row. */
export function orderFor(row: LayerRow | undefined, picture: Picture, more: Partial<PlaceImage> = {}): PlaceImage {
  if (!row || row.source.kind === 'skipped') throw new Error(`${row?.name} cannot be edited`)
  const { id, name, source, width, height, at } = row
  return { id, name, source, picture, ratio: width / height, made, at, place: 'layer', ...more }
}

/** Selects a layer and places a picture on what its first row is about. */
export async function place(
  plugin: OpenPlugin,
  name: string,
  picture: Picture,
  more: Partial<PlaceImage> = {},
): Promise<Placed> {
  const [row] = await rowsFor(plugin, name)
  return plugin.ui.call('placeImage', orderFor(row, picture, more))
}

export function fillsOf({ editor }: OpenPlugin, name: string) {
  const { fills } = editor.layer(name)
  if (!Array.isArray(fills)) throw new Error(`${name} has no fills`)
  return fills
}

/** The hashes of the images that show, lowest first, others by type. */
export const shownOn = (plugin: OpenPlugin, name: string) =>
  fillsOf(plugin, name)
    .filter(({ visible }) => visible)
    .map((paint) => (paint.type === 'IMAGE' ? paint.imageHash : paint.type))

export const idOf = ({ editor }: OpenPlugin, name: string) => editor.layer(name).id

export const namesOn = ({ editor }: OpenPlugin, page = 0) => editor.json().pages[page]!.children.map(({ name }) => name)

export const json = ({ editor }: OpenPlugin) => JSON.stringify(editor.json())

/** Does something and shows that one undo gives back the very same document. */
export async function expectOneUndo(plugin: OpenPlugin, act: () => Promise<unknown>): Promise<void> {
  const before = json(plugin)
  await act()
  expect(json(plugin)).not.toBe(before)
  plugin.editor.undo()
  expect(json(plugin)).toBe(before)
}
