import type { ReadWords } from '../../shared/protocol.ts'
import { tokenOf } from '../../shared/token.ts'

/** What is asked of the document: of which layers, and the texts near them, as tokens. */
export interface AskedWords {
  ids: readonly string[]
  texts: readonly string[]
}

/** What the document says of layers. */
export interface Known {
  /** By id. */
  layers: ReadonlyMap<string, KnownLayer>
  /** Whether it is the answer to what is asked now: then what is not in it is not there. */
  isComplete: boolean
  /** The properties that there are, by token, as they are written. */
  properties: ReadonlyMap<string, string>
}

interface KnownLayer {
  page: string
  /** By token. */
  properties: ReadonlyMap<string, string>
  texts: Readonly<Record<string, string>>
}

export const NOTHING_KNOWN: Known = { layers: new Map(), isComplete: false, properties: new Map() }

export function toKnown({ layers }: ReadWords): Known {
  const properties = new Map<string, string>()
  const known = layers.map(({ id, page, properties: values, texts }): [string, KnownLayer] => {
    const named = Object.entries(values).map(([name, value]): [string, string] => [tokenOf(name), value])
    for (const name of Object.keys(values)) if (!isTaken(tokenOf(name))) properties.set(tokenOf(name), name)
    return [id, { page, properties: new Map(named), texts }]
  })
  return { layers: new Map(known), isComplete: true, properties }
}

/** The words that every prompt may hold, but for `text:` and a name; in the order in which a designer is told of them. */
export const LAYER_WORDS: readonly string[] = ['layer', 'page', 'n']

/** The name of the text layer that a word asks for, as it is written. */
export function textOf(word: string): string | undefined {
  const [start, ...rest] = word.split(':')
  return start?.trim().toLowerCase() === 'text' ? rest.join(':').trim() || undefined : undefined
}

/** A property of such a name gives way, or cannot be written. */
const isTaken = (token: string) => LAYER_WORDS.includes(token) || textOf(token) !== undefined || /[{}]/.test(token)
