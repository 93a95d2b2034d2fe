import { effectsFrom } from '../../values/effects.ts'
import { layoutGrids } from '../../values/layout-grids.ts'
import { validated } from '../../values/validated.ts'
import type { StyleSpecs, WorldData } from '../../world.ts'
import type { LayerRecord, StyledField } from '../layer-record.ts'
import { keyFor } from '../new-key.ts'
import type { OpenDocument } from '../open-document.ts'
import type { StyleKind } from '../parts/style-data.ts'
import { PLAIN_LETTERS, PLAIN_TEXT } from '../parts/text-content.ts'
import { KIND_FOR } from './follow-style.ts'
import { createStyle, isStyle, localStyles, type StyleRecord } from './local-styles.ts'

/** The styles that a world describes: its own from the start, those of its library when they are asked for. */
export class WorldStyles {
  readonly #document: OpenDocument
  readonly #library: readonly { kind: StyleKind; name: string; libraryKey: string; values: Partial<LayerRecord> }[]

  constructor(document: OpenDocument, { styles = {}, libraryStyles = {} }: WorldData) {
    this.#document = document
    for (const style of stylesFrom(document, styles)) createStyle(document.tree, style)
    this.#library = stylesFrom(document, libraryStyles).map((style) => ({
      ...style,
      libraryKey: keyFor(`library ${style.kind} ${style.name}`),
    }))
  }

  /** The style that a layer of the world names, of the file or of its library. */
  named(field: StyledField, name: string): StyleRecord {
    const kind = KIND_FOR[field]
    const local = localStyles(this.#document.tree, kind).find((style) => style.name === name)
    const remote = this.#library.find((style) => style.kind === kind && style.name === name)
    const found = local ?? (remote && this.import(remote.libraryKey))
    if (!found) throw new Error(`The world has no ${kind.toLowerCase()} style “${name}”.`)
    return found
  }

  /** Brings a style of the library into the file, once. Undefined for a key that no style has. */
  import(key: string): StyleRecord | undefined {
    const { tree } = this.#document
    const there = [...tree.all()].filter(isStyle).find(({ style }) => style.remote && style.key === key)
    const published = this.#library.find(({ libraryKey }) => libraryKey === key)
    return there ?? (published && createStyle(tree, published))
  }
}

function stylesFrom(document: OpenDocument, { paint = {}, text = {}, effect = {}, grid = {} }: StyleSpecs) {
  const of = <T>(kind: StyleKind, specs: Record<string, T>, values: (spec: T) => Partial<LayerRecord>) =>
    Object.entries(specs).map(([name, spec]) => ({ kind, name, values: values(spec) }))
  return [
    ...of('PAINT', paint, (paints) => ({ fills: document.paintsFromSpecs(paints) })),
    ...of('TEXT', text, (letters) => ({ text: { ...PLAIN_TEXT, letters: { ...PLAIN_LETTERS, ...letters } } })),
    ...of('EFFECT', effect, (effects) => ({ effects: effectsFrom(effects, 'effects') })),
    ...of('GRID', grid, (grids) => ({ layoutGrids: validated(layoutGrids, grids, 'layoutGrids') })),
  ]
}
