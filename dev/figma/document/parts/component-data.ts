import type * as F from '@figma/plugin-typings/plugin-api-standalone'

/** What a component or a set has beside being a frame. */
export interface ComponentData {
  readonly key: string
  /** Of a library: it lies on no page, and Figma lets nobody write to it. */
  readonly remote: boolean
  readonly description: string
  /** Of the component, or of the set that it is a variant of; without those of kind VARIANT, which names make. */
  readonly definitions: F.ComponentPropertyDefinitions
}

/** What an instance has beside being a frame. */
export interface InstanceData {
  readonly mainId: string
  /** Values of the component's properties where they are not the default. */
  readonly properties: Readonly<Record<string, string | boolean>>
  readonly scaleFactor: number
  readonly isExposed: boolean
}

/**
 * Of an instance and of everything in it: what it follows, and which of its fields no longer do. An instance follows its
 * component, a layer in it the layer at the same place in the component.
 */
export interface Mirror {
  readonly of: string
  readonly overridden: readonly string[]
}
