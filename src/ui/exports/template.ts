import { tokenOf } from '../../shared/token.ts'
import { isFault, parseTemplate, type Template, type TemplateFault, unknownIn } from '../words/template.ts'

/** A template of file names. `properties`: names that variants have, which may be written as well. */
export function readTemplate(text: string, properties: Iterable<string> = []): Template | TemplateFault {
  const template = parseTemplate(text)
  if (isFault(template)) return template
  const known = new Set([...TOKENS, ...[...properties].map(tokenOf)])
  const unknown = unknownIn(template, (token) => known.has(token))
  return unknown.length > 0 ? { unknown } : template
}

/** Whether every template knows it: a property of the same name gives way. */
export const isBuiltIn = (token: string) => TOKENS.includes(token)

/** In the order in which a designer is told of them. */
export const TOKENS: readonly string[] = [
  ...['layer', 'suffix', 'page', 'file', 'frame', 'set', 'result'],
  ...['scale', 'width', 'height', 'format', 'n'],
]
