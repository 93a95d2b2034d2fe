import type { LayerSpec } from '../../../dev/figma/world.ts'
import type { Picture } from '../../../src/shared/picture.ts'
import type { LayerRow, PlacedVariant, PlaceVariant, VariantSource } from '../../../src/shared/protocol.ts'
import type { OpenPlugin } from '../../harness/plugin.ts'
import { layer, made, photo, rowsFor, solid } from '../session.ts'

// What tests of new variants say of components, and what a panel does with them.

/** A component of 200 × 140 px with a photo and a headline. */
export const card = (name: string, more: Partial<LayerSpec> = {}): LayerSpec => ({
  ...layer(name, [solid], { type: 'COMPONENT', width: 200, height: 140 }),
  children: [
    layer('Photo', [photo()], { x: 0, y: 0, width: 200, height: 100 }),
    { ...layer('Headline', [solid], { type: 'TEXT', x: 10, y: 110, height: 20 }), text: { characters: 'Hello' } },
  ],
  ...more,
})

export const instance = (name: string, component: string, more: Partial<LayerSpec> = {}): LayerSpec => {
  const { fills: _fills, ...spec } = layer(name, [], { type: 'INSTANCE', component, width: 0, height: 0, x: 900 })
  return { ...spec, ...more }
}

/** Two sizes in three themes, each with a photo; 20 px around and between. */
export const cards = (more: Partial<LayerSpec> = {}): LayerSpec => ({
  ...layer('Cards', [], { type: 'COMPONENT_SET', x: 50, y: 60, width: 680, height: 340 }),
  children: ['S', 'L'].flatMap((size, row) =>
    ['Day', 'Dusk', 'Dawn'].map((theme, column) =>
      card(`Size=${size}, Theme=${theme}`, { x: 20 + column * 220, y: 20 + row * 160 }),
    ),
  ),
  ...more,
})

/** What the panel orders for rows that show an image or a look, on the component that they say. */
export function variantOf(
  id: string,
  rows: readonly LayerRow[],
  picture: Picture,
  more: Partial<PlaceVariant> = {},
): PlaceVariant {
  const pictures = rows.map((row): PlaceVariant['pictures'][number] => {
    if (row.source.kind === 'skipped') throw new Error(`${row.name} cannot be edited`)
    return { id: row.id, source: row.source, picture, ratio: row.width / row.height, made }
  })
  return { id, property: 'Theme', value: 'Night', pictures, ...more }
}

/** Selects layers and asks of which component each of their rows' pictures would make a variant. */
export async function sourcesFor(
  plugin: OpenPlugin,
  ...names: string[]
): Promise<{ rows: LayerRow[]; sources: VariantSource[] }> {
  const rows = (await rowsFor(plugin, ...names)).filter(({ source }) => source.kind === 'image')
  const layers = rows.map(({ id, inside }) => ({ id, container: inside?.id ?? id }))
  return { rows, sources: await plugin.ui.call('readVariantSources', { layers }) }
}

/** Makes a variant of the component that the first image of a selection lies in, with all its images there. */
export async function placeNew(
  plugin: OpenPlugin,
  name: string,
  picture: Picture,
  more: Partial<PlaceVariant> = {},
): Promise<PlacedVariant> {
  const { rows, sources } = await sourcesFor(plugin, name)
  const [first] = sources
  if (!first || first.kind === 'none') throw new Error(`${name} is of no component`)
  const own = rows.filter((_, index) => {
    const source = sources[index]!
    return source.kind !== 'none' && source.id === first.id
  })
  return plugin.ui.call('placeVariant', variantOf(first.id, own, picture, more))
}

export const childNames = ({ editor }: OpenPlugin, name: string) => editor.layer(name).children.map((each) => each.name)

/** What an instance shows and how large it is, without what it is a variant of. */
export function lookOf({ editor }: OpenPlugin, name: string): string {
  return JSON.stringify(editor.layer(name))
}
