import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import type { Parameter } from '../manifest.ts'
import { KIND, Remote } from '../sandbox/remote.ts'
import { validated } from '../values/validated.ts'
import { Handlers } from './handlers.ts'
import { type ParameterAnswer, SuggestionResultsFace } from './suggestion-results.ts'

// Named by a symbol, so that the plugin does not see it.
export const TYPE = Symbol('type')

/** What was typed, and what has been chosen for the parameters before it. */
export interface TypedParameter {
  parameter: Parameter
  query: string
  parameters: Readonly<Record<string, unknown>>
  /** Hears what the plugin answers, as often as it does, until something else is typed. */
  show(answer: ParameterAnswer): void
}

/** `figma.parameters` (T:3485). */
export class ParametersFace extends Remote implements F.ParametersAPI {
  readonly #handlers = new Handlers()
  #typed: TypedParameter | undefined

  get [KIND]() {
    return 'ParametersAPI'
  }

  on(type: unknown, callback: unknown): void {
    this.#handlers.add(inputType(type), callback, { once: false })
  }

  once(type: unknown, callback: unknown): void {
    this.#handlers.add(inputType(type), callback, { once: true })
  }

  off(type: unknown, callback: unknown): void {
    this.#handlers.remove(inputType(type), callback)
  }

  /** What the plugin still says about something typed before comes too late. */
  [TYPE](typed: TypedParameter): void {
    const { parameter, query, parameters, show } = typed
    this.#typed = typed
    const result = new SuggestionResultsFace(parameter, (answer) => this.#typed === typed && show(answer))
    this.#handlers.tell('input', { query, key: parameter.key, parameters: { ...parameters }, result })
  }
}

const inputType = (type: unknown) => validated(z.literal('input'), type, 'type')
