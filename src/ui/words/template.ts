import { tokenOf } from '../../shared/token.ts'

// The one parser of what is filled in by `{names}`: file names and prompts. Which names there are is for those to say.

/** Text as it is, and names that stand for something. */
export type Template = readonly (string | Token)[]

export interface Token {
  token: string
  /** As it was written. */
  name: string
}

/** A brace without its other half. */
export interface BraceFault {
  brace: '{' | '}'
}

/** Why a template cannot be used; `unknown`: names that stand for nothing, as they were written. */
export type TemplateFault = BraceFault | { unknown: string[] }

/** Reads `{names}`; `{{` and `}}` are braces. */
export function parseTemplate(text: string): Template | BraceFault {
  const template: (string | Token)[] = []
  for (const [part, name] of text.matchAll(PARTS)) {
    if (part === '{' || part === '}') return { brace: part }
    if (name !== undefined) template.push({ token: tokenOf(name), name: name.trim() })
    else template.push(part === '{{' || part === '}}' ? part.charAt(0) : part)
  }
  return template
}

/** The names that stand for nothing, each once, as they were written. */
export const unknownIn = (template: Template, isKnown: (token: string) => boolean): string[] => [
  ...new Set(tokensIn(template).flatMap(({ token, name }) => (isKnown(token) ? [] : name))),
]

export const tokensIn = (template: Template): Token[] => template.filter((part) => typeof part !== 'string')

export const isFault = <Read extends Template, Fault extends TemplateFault>(read: Read | Fault): read is Fault =>
  !Array.isArray(read)

/** Names without a value are empty. */
export const fillTemplate = (template: Template, wordFor: (token: string) => string | undefined): string =>
  template.map((part) => (typeof part === 'string' ? part : (wordFor(part.token) ?? ''))).join('')

/** The template that is filled in as just this text. */
export const toTemplate = (text: string) => text.replace(/[{}]/g, '$&$&')

const PARTS = /\{\{|\}\}|\{([^{}]*)\}|[{}]|[^{}]+/g
