import type { Reference } from './references.ts'

/** A place among the references: what its picture is for, and the picture once there is one. */
export interface ReferencePlace {
  id: number
  /** For people; it is not sent. */
  role: string
  /** Whether a preset asks for it: without its picture it stays, and is empty. */
  isAsked: boolean
  reference?: Reference | undefined
}

type Places = readonly ReferencePlace[]
type NewId = () => number

/** With a place for each of these roles, the pictures that are there in the first ones. Those that are empty go. */
export function asked(places: Places, roles: readonly string[], newId: NewId): Places {
  const filled = places.filter(({ reference }) => reference).map((place) => ({ ...place, isAsked: false }))
  return [
    ...roles.map((role, at) => ({ ...(filled[at] ?? { id: newId() }), role, isAsked: true })),
    ...filled.slice(roles.length),
  ]
}

/** With one more picture: in that empty place, or in the first one, or at the end. */
export function filled(places: Places, picture: Omit<Reference, 'id'>, newId: NewId, wanted?: number): Places {
  const empty = places.filter(({ reference }) => !reference)
  const place = empty.find(({ id }) => id === wanted) ?? empty[0]
  if (place) return places.map((one) => (one === place ? { ...one, reference: { ...picture, id: one.id } } : one))
  const id = newId()
  return [...places, { id, role: '', isAsked: false, reference: { ...picture, id } }]
}

/** Without that picture, whose place stays where a preset asks for it; or without that empty place. */
export const cleared = (places: Places, id: number): Places =>
  places.flatMap((place) => {
    if (place.id !== id) return place
    return place.reference && place.isAsked ? { ...place, reference: undefined } : []
  })

/** With that one at another place, counted from 0. */
export function moved(places: Places, id: number, to: number): Places {
  const one = places.find((place) => place.id === id)
  if (!one) return places
  const others = places.filter((place) => place !== one)
  const at = Math.min(Math.max(to, 0), others.length)
  return [...others.slice(0, at), one, ...others.slice(at)]
}

/** As they were, but for the pictures: those that came since stay, and those that were removed stay away. */
export function restored(places: Places, were: Places): Places {
  const now = new Map(places.map(({ id, reference }) => [id, reference]))
  const known = new Set(were.map(({ id }) => id))
  return [
    ...were.flatMap((place) => {
      const reference = now.get(place.id)
      return reference || !place.reference ? { ...place, reference } : []
    }),
    ...places.flatMap((place) => (place.reference && !known.has(place.id) ? { ...place, isAsked: false } : [])),
  ]
}

/** What keeps a run from starting: pictures that the prompt names and that would be missing, or be called otherwise. */
export interface EmptyNamed {
  /** The first empty place, counted as prompts do. */
  empty: number
  role: string
  /** The first picture of that number or a later one that the prompt names. */
  named: number
}

/** `limit`: how many pictures the model takes beside the main one; `named`: the numbers in the prompts. */
export function emptyNamed(places: Places, limit: number, named: readonly number[]): EmptyNamed | undefined {
  const taken = places.slice(0, limit)
  const numberOf = (at: number) => at + 2
  const ofPrompt = (number: number) => named.includes(number)
  const empty = taken.flatMap(({ reference, role }, at) => (reference ? [] : { empty: numberOf(at), role }))
  const own = empty.find(({ empty }) => ofPrompt(empty))
  if (own) return { ...own, named: own.empty }
  const [first] = empty
  const later = first && taken.map((_, at) => numberOf(at)).find((number) => number > first.empty && ofPrompt(number))
  return later === undefined ? undefined : { ...first!, named: later }
}
