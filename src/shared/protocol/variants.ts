import type { Placed, PlaceImage } from './placing.ts'

/** A layer, and the selected one that it lies in or is. */
export interface PlacedIn {
  id: string
  container: string
}

/** The component that a new variant is made of, or why there is none. */
export type VariantSource =
  | {
      /** A component, one of a set, or a layer that would have to be made a component first. */
      kind: 'component' | 'variant' | 'layer'
      id: string
      name: string
      /** Of a variant: its set, and all values of each property in its order; and its own. */
      set?: { id: string; name: string; properties: Record<string, string[]> } | undefined
      values?: Record<string, string> | undefined
    }
  /**
   * `instance`: it is or lies in one, with no component around. `conflict`: the set's variants have the same values, or names
   * that say none. `kind`: it can be made no component, nor can what it lies in, up to the container.
   */
  | { kind: 'none'; why: 'instance' | 'library' | 'conflict' | 'kind' | 'gone' }

export interface PlaceVariant {
  /** The component or variant, or a layer in it, such as one that was put into a component to be one. */
  id: string
  /**
   * The property that the new value is one of; a component without a set gets one that has it. Throws `layer` where the set
   * has no such property, also by another name.
   */
  property: string
  /** All properties of the set when that was chosen: one that was renamed since is found again by the others. */
  properties?: readonly string[] | undefined
  /**
   * What is wanted as its value: made valid, and other than those of variants that are the same else. One that other variants
   * have is spelled as there.
   */
  value: string
  /** At least one. Each goes on the layer of the new variant that is what `id` is in the component. */
  pictures: Pick<PlaceImage, 'id' | 'source' | 'picture' | 'ratio' | 'made'>[]
}

export interface PlacedVariant {
  /** The new variant, its name as Figma has it, and its set. */
  id: string
  name: string
  set: string
  /** For each picture, in their order: the layer of the new variant that holds it. */
  placed: Placed[]
}
