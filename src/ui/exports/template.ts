/** A name to be filled in: text as it is, and tokens, in lower case. */
export type Template = readonly (string | { token: string })[]

/** Why a template cannot be used: tokens that stand for nothing, as they were written, or a brace without its other half. */
export type TemplateFault = { unknown: string[] } | { brace: '{' | '}' }

/** Reads `{tokens}`; `{{` and `}}` are braces. `properties`: names that variants have, which are tokens as well. */
export function readTemplate(text: string, properties: Iterable<string> = []): Template | TemplateFault {
  const known = new Set([...TOKENS, ...[...properties].map(tokenOf)])
  const unknown = new Set<string>()
  const template: (string | { token: string })[] = []
  for (const [part, name] of text.matchAll(PARTS)) {
    if (part === '{' || part === '}') return { brace: part }
    if (name === undefined) {
      template.push(part === '{{' || part === '}}' ? part.charAt(0) : part)
      continue
    }
    const token = tokenOf(name)
    if (!known.has(token)) unknown.add(name.trim())
    template.push({ token })
  }
  return unknown.size > 0 ? { unknown: [...unknown] } : template
}

export const isFault = (read: Template | TemplateFault): read is TemplateFault => !Array.isArray(read)

/** Tokens without a value are empty. */
export function fillTemplate(template: Template, values: ReadonlyMap<string, string>): string {
  return template.map((part) => (typeof part === 'string' ? part : (values.get(part.token) ?? ''))).join('')
}

/** What a property is called in a template: in any case. */
export const tokenOf = (name: string) => name.normalize().trim().toLowerCase()

/** Whether every template knows it: a property of the same name gives way. */
export const isBuiltIn = (token: string) => TOKENS.includes(token)

/** In the order in which a designer is told of them. */
export const TOKENS: readonly string[] = [
  ...['layer', 'suffix', 'page', 'file', 'frame', 'set', 'result'],
  ...['scale', 'width', 'height', 'format', 'n'],
]

const PARTS = /\{\{|\}\}|\{([^{}]*)\}|[{}]|[^{}]+/g
