import type * as z from 'zod'
import { FigmaError } from '../errors.ts'

/**
 * The value, checked as Figma checks what is assigned or passed. The texts are Figma's as its documentation (API errors)
 * and field reports quote them: `Expected "opacity" to have type number but got string instead`,
 * `Property "fills" failed validation: Unrecognized key(s) in object: 'a' at [0].color`.
 */
export function validated<T>(schema: z.ZodType<T>, value: unknown, property: string): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issue = result.error.issues[0]!
  if (issue.code === 'invalid_type' && issue.path.length === 0) {
    throw new FigmaError(`Expected "${property}" to have type ${issue.expected} but got ${typeOf(value)} instead`)
  }
  const at = pathText(issue.path)
  throw new FigmaError(`Property "${property}" failed validation: ${textOf(issue, value)}${at ? ` at ${at}` : ''}`)
}

function textOf(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === 'unrecognized_keys') {
    return `Unrecognized key(s) in object: ${issue.keys.map((key) => `'${key}'`).join(', ')}`
  }
  if (issue.code === 'invalid_type') {
    const received = typeOf(valueAt(value, issue.path))
    return received === 'undefined' ? 'Required value missing' : `Expected ${issue.expected}, received ${received}`
  }
  if (issue.code === 'invalid_value') {
    if (valueAt(value, issue.path) === undefined) return 'Required value missing'
    return `Invalid enum value. Expected ${issue.values.map((item) => `'${String(item)}'`).join(' | ')}, received ${shown(valueAt(value, issue.path))}`
  }
  if (issue.code === 'too_big' && issue.origin === 'number')
    return `Number must be less than or equal to ${issue.maximum}`
  if (issue.code === 'too_small' && issue.origin === 'number') {
    return `Number must be greater than ${issue.inclusive ? 'or equal to ' : ''}${issue.minimum}`
  }
  return issue.message
}

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, key) => (at === null || at === undefined ? undefined : Reflect.get(Object(at), key)), value)

const pathText = (path: readonly PropertyKey[]) =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '')

const shown = (value: unknown) => (typeof value === 'string' ? `'${value}'` : typeOf(value))

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'number' && Number.isNaN(value)) return 'nan'
  return typeof value
}
