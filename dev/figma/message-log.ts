/** One message that crossed between code and UI. */
export interface LoggedMessage {
  from: 'code' | 'ui'
  /** Bytes as `{ bytes: length }`, keys as `•••`. */
  message: unknown
}

/** Everything that crossed between code and UI, oldest first. It never holds bytes or a key. */
export class MessageLog {
  readonly #messages: LoggedMessage[] = []
  readonly #secrets = new Set<string>()

  add(from: LoggedMessage['from'], message: unknown): void {
    this.#messages.push({ from, message: summary(message) })
  }

  /** Notes the keys in what is stored under `name`, so that they are hidden wherever they turn up. */
  learn(name: string, value: unknown): void {
    for (const secret of secretsIn(name, value)) this.#secrets.add(secret)
  }

  all(): LoggedMessage[] {
    const keys = keyPattern(this.#secrets)
    return this.#messages.map(({ from, message }) => ({ from, message: hidden(message, keys) }))
  }
}

/** Bytes become their length, and a text whose name says that it is a key is not kept. */
function summary(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return SECRET_NAME.test(name) ? HIDDEN : value
  if (value instanceof Uint8Array) return { bytes: value.length }
  return mapped(value, summary)
}

/** A secret is hidden wherever it stands, also inside a longer text. */
function hidden(value: unknown, keys: RegExp): unknown {
  if (typeof value === 'string') return value.replace(keys, HIDDEN)
  return mapped(value, (item) => hidden(item, keys))
}

/**
 * The whole word around a secret, because a key that is being typed is saved in part: what is typed after that part is
 * hidden with it. A part of a few letters is found in any text, so it is known only by the header that it stands in.
 */
function keyPattern(secrets: ReadonlySet<string>): RegExp {
  const telling = [...secrets].filter(({ length }) => length >= TELLING).sort((one, other) => other.length - one.length)
  const words = telling.map((secret) => `${WORD}${secret.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}${WORD}`)
  return new RegExp([`(?<=\\b(?:Bearer|Basic) )${WORD}`, ...words].join('|'), 'g')
}

function secretsIn(name: string, value: unknown): string[] {
  if (typeof value === 'string') return SECRET_NAME.test(name) && value !== '' ? [value] : []
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return []
  return Object.entries(value).flatMap(([key, item]) => secretsIn(key, item))
}

function mapped(value: unknown, change: (item: unknown, name?: string) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => change(item))
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, change(item, key)]))
}

const SECRET_NAME = /^(key|api_?key|authorization|token|secret|password)$/i
const HIDDEN = '•••'
/** Up to a space or a quotation mark. */
const WORD = `[^\\s"']*`
/** Characters from which on a part of a key gives the key away, and is found by chance in no other text. */
const TELLING = 6
