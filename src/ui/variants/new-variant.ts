/** A variant that a run makes. Jobs that hold the same one, as an object, give it its pictures. */
export interface NewVariant {
  /** Id of the component or variant that it is made of. */
  component: string
  /** What the panel calls that: of a variant, the name of its set. */
  of: string
  property: string
  /** The set of that, with all its properties. */
  set?: { id: string; properties: readonly string[] }
  /** As it is wanted: the sandbox makes it other than those that are there. */
  value: string
  /** Which of the component's new variants it is; those of one set with the same value have the same. */
  order: number
  /** How many pictures it needs. */
  pictures: number
}

/** Which picture of a new variant a job's is, from 0, in the order in which they are laid. */
export interface IntoVariant {
  variant: NewVariant
  slot: number
}
