/**
 * A list, or an object of which the larger part, that is written as JSON already. A pipe copies what it carries in one go, and one long
 * text many times faster than thousands of objects; and a text can be written bit by bit beforehand.
 */
export class Written<T> {
  readonly json: string
  readonly rest: Partial<T>
  constructor(json: string, rest: Partial<T> = {}) {
    this.json = json
    this.rest = rest
  }
}

/** An object as it is, or written in part. */
export type MaybeWritten<T> = T | Written<T>

/** How it crosses the pipe: `json`, where there is some, is a list, or holds more members of the object `value`. */
export interface Carried {
  value: unknown
  json?: string
}

export const toCarried = (told: unknown): Carried =>
  told instanceof Written ? { value: told.rest, json: told.json } : { value: told }

export const fromCarried = ({ value, json }: Carried): unknown => {
  const more: unknown = json === undefined ? undefined : JSON.parse(json)
  if (json === undefined || Array.isArray(more)) return more ?? value
  return { ...Object(value), ...Object(more) }
}
