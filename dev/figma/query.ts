import { type ParametersFace, TYPE } from './api/parameters-face.ts'
import { parameterValues } from './api/query-mode.ts'
import type { ParameterAnswer } from './api/suggestion-results.ts'
import { type Manifest, type Parameter, parametersFor } from './manifest.ts'

/** Query mode: quick actions ask a person for one parameter after the other, and the plugin helps. */
export interface QueryMode {
  /** In the order in which they are asked for. */
  readonly parameters: readonly Parameter[]
  /**
   * Something is in the text box of a parameter, at first nothing. `show` hears what the plugin answers, until something
   * else is typed. Throws for a key that is not asked for.
   */
  type(
    key: string,
    query: string,
    chosen: Readonly<Record<string, unknown>>,
    show: (answer: ParameterAnswer) => void,
  ): void
  /** All is given: from now on the plugin runs. Throws one sentence for what is missing. */
  run(values: Readonly<Record<string, unknown>>): void
}

interface QueryOptions {
  manifest: Manifest
  command: string
  face: ParametersFace
  run(values: Record<string, unknown>): void
}

export function createQuery({ manifest, command, face, run }: QueryOptions): QueryMode {
  const parameters = parametersFor(manifest, command)
  if (parameters.length === 0) throw new Error('This command asks for no parameters.')
  return {
    parameters,
    type(key, query, chosen, show) {
      const parameter = parameters.find((one) => one.key === key)
      if (!parameter) throw new Error(`The plugin asks for no parameter “${key}”.`)
      face[TYPE]({ parameter, query, parameters: chosen, show })
    },
    run: (values) => run(parameterValues(parameters, values)),
  }
}
