import type * as F from '@figma/plugin-typings/plugin-api-standalone'

/** What a component or a set has beside being a frame. */
export interface ComponentData {
  /** 40 hex digits. */
  readonly key: string
  /** Of a library: it lies on no page, and Figma lets nobody write to it. */
  readonly remote: boolean
  readonly description: string
  readonly links: readonly F.DocumentationLink[]
  /** Of the component, or of the set that it is a variant of; without those of kind VARIANT, which names make. */
  readonly definitions: F.ComponentPropertyDefinitions
}

/** What an instance has beside being a frame. */
export interface InstanceData {
  readonly mainId: string
  /** Values of the component's properties that were set on this very instance. */
  readonly properties: Readonly<Record<string, string | boolean>>
  readonly scaleFactor: number
  readonly isExposed: boolean
}

/**
 * Of an instance and of everything in it: what it follows, and which of its fields no longer do. An instance follows its
 * component, a layer in it the layer at the same place in the component. Of fields that have parts, the parts are named
 * too: `text` and `text.characters`.
 */
export interface Mirror {
  readonly of: string
  readonly overridden: readonly string[]
}
