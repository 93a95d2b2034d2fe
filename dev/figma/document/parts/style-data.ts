import type { DocumentationLink } from '@figma/plugin-typings/plugin-api-standalone'

/**
 * What a shared style has beside its values. Those are in the fields of its record that its followers have too: `fills`
 * of a paint style, `effects`, `layoutGrids`, `text` of a text style.
 */
export interface StyleData {
  readonly kind: StyleKind
  /** 40 hex digits. */
  readonly key: string
  /** Of a library: Figma lets nobody write to it. */
  readonly remote: boolean
  readonly description: string
  readonly documentationLinks: readonly DocumentationLink[]
  /** Its place among the local styles of its kind: the lowest comes first. */
  readonly order: number
}

export type StyleKind = 'PAINT' | 'TEXT' | 'EFFECT' | 'GRID'
