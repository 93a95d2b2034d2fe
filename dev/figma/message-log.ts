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
    return this.#messages.map(({ from, message }) => ({ from, message: hidden(message, this.#secrets) }))
  }
}

/** Bytes become their length, and a text whose name says that it is a key is not kept. */
function summary(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return SECRET_NAME.test(name) ? HIDDEN : value
  if (value instanceof Uint8Array) return { bytes: value.length }
  return mapped(value, summary)
}

/** A secret is hidden wherever it stands, also inside a longer text such as `Bearer …`. */
function hidden(value: unknown, secrets: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return [...secrets].reduce((text, secret) => text.replaceAll(secret, HIDDEN), value)
  return mapped(value, (item) => hidden(item, secrets))
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
