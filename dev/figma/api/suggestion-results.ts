import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import { FigmaError } from '../errors.ts'
import type { Parameter } from '../manifest.ts'
import { KIND, Remote } from '../sandbox/remote.ts'
import { carried } from '../values/carried.ts'
import { validated } from '../values/validated.ts'

/** One line of the list under the text box. */
export interface Suggestion {
  name: string
  /** What the plugin gets if it is chosen: the name, unless the plugin gave something else. */
  data: unknown
  /** The text of an SVG, or the bytes of a picture. */
  icon?: string | Uint8Array
  iconUrl?: string
}

/** What quick actions show instead of, or as, the list. */
export type ParameterAnswer = { suggestions: Suggestion[] } | { error: string } | { loading: string }

/** The `result` of an `input` event (T:3425). */
export class SuggestionResultsFace extends Remote implements F.SuggestionResults {
  readonly #parameter: Parameter
  readonly #answer: (answer: ParameterAnswer) => void

  constructor(parameter: Parameter, answer: (answer: ParameterAnswer) => void) {
    super()
    this.#parameter = parameter
    this.#answer = answer
  }

  get [KIND]() {
    return 'SuggestionResults'
  }

  setSuggestions(suggestions: unknown): void {
    this.#answer({ suggestions: validated(SUGGESTIONS, suggestions, 'suggestions').map(suggestionFrom) })
  }

  /** T:3463: not where any text is taken. */
  setError(message: unknown): void {
    const text = validated(z.string(), message, 'message')
    if (this.#parameter.allowFreeform) throw new FigmaError('setError is not available with allowFreeform')
    this.#answer({ error: text })
  }

  setLoadingMessage(message: unknown): void {
    this.#answer({ loading: validated(z.string(), message, 'message') })
  }
}

function suggestionFrom(given: z.infer<typeof SUGGESTIONS>[number]): Suggestion {
  if (typeof given === 'string') return { name: given, data: given }
  const { name, data, icon, iconUrl } = given
  return {
    name,
    data: data === undefined ? name : carried(data, 'data'),
    ...(icon !== undefined && { icon }),
    ...(iconUrl !== undefined && { iconUrl }),
  }
}

const SUGGESTIONS = z.array(
  z.union([
    z.string(),
    z.strictObject({
      name: z.string(),
      data: z.unknown().optional(),
      icon: z.union([z.string(), z.instanceof(Uint8Array)]).optional(),
      iconUrl: z.string().optional(),
    }),
  ]),
)
