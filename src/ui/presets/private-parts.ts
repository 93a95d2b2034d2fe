import type { Preset } from './preset.ts'

// A file of presets goes from hand to hand: no key and no address may be in it, and none is taken out of it.

/** The preset as it may be handed on: what may hold an address or a key of the designer's is left out. */
export function handedOn({ extra, options, ...preset }: Preset): Preset {
  const { weights, ...others } = options ?? {}
  const lines = extra
    ?.split('\n')
    .filter((line) => !isPrivate(line))
    .join('\n')
  return {
    ...preset,
    ...(lines !== undefined && { extra: lines }),
    ...(options && { options: weights === undefined || isPrivate(weights) ? others : { ...others, weights } }),
  }
}

/** Which part of the preset may not come from a file. */
export function privatePartOf({ extra = '', options }: Preset): 'extra' | 'weights' | undefined {
  if (extra.split('\n').some(isPrivate)) return 'extra'
  return isPrivate(options?.weights ?? '') ? 'weights' : undefined
}

/** The text without these, wherever they stand in it. As JSON, which writes some signs otherwise. */
export const without = (json: string, secrets: readonly string[]) =>
  secrets
    .filter(({ length }) => length >= SHORTEST)
    .reduce((text, secret) => text.replaceAll(JSON.stringify(secret).slice(1, -1), '…'), json)

const isPrivate = (line: string) => /:\/\/|^\s*(.*[^a-z])?(key|token|secret|password|authorization)\s*=/i.test(line)

/** Characters: what is shorter is no key, and may be any word. */
const SHORTEST = 6
