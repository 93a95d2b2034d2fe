import { FigmaError } from '../errors.ts'
import { Foreign, isGuestFunction, KIND, MIXED, Remote } from '../sandbox/remote.ts'

/**
 * A copy of a message as Figma's bridge makes it. It carries objects, arrays, numbers, strings, booleans, null,
 * undefined, Date and Uint8Array (T:2846); anything else is refused by name and the whole message is lost.
 */
export function carried(value: unknown, path = 'message'): unknown {
  if (value === MIXED || typeof value === 'symbol') throw new FigmaError('Cannot unwrap symbol')
  if (typeof value !== 'object' || value === null) {
    if (typeof value === 'function' || typeof value === 'bigint') throw refused(path, typeof value)
    return value
  }
  if (value instanceof Uint8Array) return value.slice()
  if (value instanceof Date) return new Date(value)
  if (Array.isArray(value)) return value.map((item, index) => carried(item, `${path}[${index}]`))
  const foreign = foreignType(value)
  if (foreign === 'Symbol') throw new FigmaError('Cannot unwrap symbol')
  if (foreign) throw refused(path, foreign)
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, carried(item, `${path}.${key}`)]))
}

/** From the sandbox such values arrive marked; from a page they arrive as they are. */
function foreignType(value: object): string | undefined {
  if (value instanceof Foreign) return value.type
  if (value instanceof Remote) return value[KIND]
  if (isGuestFunction(value)) return 'function'
  const type = Object.prototype.toString.call(value).slice(8, -1)
  return type === 'Object' ? undefined : type
}

const refused = (path: string, type: string) => new FigmaError(`${path} is a ${type}, which Figma does not carry`)
