export const KIND = Symbol('kind')
export const ABSENT = Symbol('absent')

/** An object of Figma's API. The plugin's code holds it as a live object with an identity, never as a copy. */
export abstract class Remote {
  /** What the typings call it. */
  abstract readonly [KIND]: string
  /** Members that the typings list and that are not simulated: they are `in` it, and throw by name. */
  get [ABSENT](): readonly string[] {
    return []
  }
}

/** `figma.mixed`, on this side of the sandbox. */
export const MIXED = Symbol('figma.mixed')

/** A function of the plugin's code. The same function is always the same object, so `off` finds what `on` was given. */
export interface GuestFunction {
  readonly [GUEST]: number
  /** Calls it and returns what it returns. Throws what it throws. */
  ask(...values: unknown[]): unknown
  /** Calls it for its effect; what escapes it, also later, is recorded. */
  tell(...values: unknown[]): void
  /** As `tell`, with what it returns at once; undefined where something escapes it. */
  reply(...values: unknown[]): unknown
}

export const GUEST = Symbol('guest function')

export const isGuestFunction = (value: unknown): value is GuestFunction =>
  typeof value === 'object' && value !== null && GUEST in value

/** A value of the plugin's code that means nothing outside: a Map, a Promise, an ArrayBuffer, a class of symbols. */
export class Foreign {
  readonly type: string
  constructor(type: string) {
    this.type = type
  }
}

/** The members of an API object by what can be done with them. */
export interface Surface {
  kind: string
  readable: string[]
  writable: string[]
  callable: string[]
  absent: readonly string[]
}

/** Read from a class's prototype: accessors are properties, methods are methods, and there is nothing else. */
export function surfaceOf(prototype: Remote): Surface {
  const surface: Surface = {
    kind: prototype[KIND],
    readable: [],
    writable: [],
    callable: [],
    absent: prototype[ABSENT],
  }
  const seen = new Set<string>(['constructor'])
  for (let at: object = prototype; at !== Remote.prototype; at = Object.getPrototypeOf(at)) {
    for (const [name, { get, set, value }] of Object.entries(Object.getOwnPropertyDescriptors(at))) {
      if (seen.has(name)) continue
      seen.add(name)
      if (get) surface.readable.push(name)
      if (set) surface.writable.push(name)
      if (typeof value === 'function') surface.callable.push(name)
    }
  }
  return surface
}
