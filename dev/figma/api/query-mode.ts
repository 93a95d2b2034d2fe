import * as z from 'zod'
import { FigmaError } from '../errors.ts'
import type { Parameter } from '../manifest.ts'

/** While parameters are asked for, a plugin may read and fetch, but not write or show anything (plugin parameters). */
export function assertReads(use: 'set' | 'call', name: string): void {
  const reads = use === 'call' ? READS.test(name) : SETTINGS.has(name)
  if (!reads) throw new FigmaError('Not allowed in query mode, while parameters are being entered')
}

/** The values that a run is told. Throws one sentence for what quick actions would not let through. */
export function parameterValues(asked: readonly Parameter[], given: Readonly<Record<string, unknown>>) {
  for (const key of Object.keys(given)) {
    if (!asked.some((parameter) => parameter.key === key)) throw new Error(`The plugin asks for no parameter “${key}”.`)
  }
  for (const { key, name, optional } of asked) {
    if (!optional && given[key] === undefined) throw new Error(`The parameter “${name}” is missing.`)
  }
  return z.record(z.string(), z.unknown()).parse(structuredClone(given))
}

/** By the first word of their names; what is kept in clientStorage is no part of the document. */
const READS =
  /^(find|get|keys|list|load|export|base64|is|has)|^(on|once|off|setSuggestions|setError|setLoadingMessage|rgb|rgba|solidPaint|setAsync|deleteAsync|closePlugin|toString)$/

const SETTINGS: ReadonlySet<string> = new Set(['skipInvisibleInstanceChildren'])
