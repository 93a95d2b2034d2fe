import { parseOptions } from '../script.ts'
import { SCREENS } from './screens.ts'

/** The names of what is to be taken: all, unless some are given. Throws one sentence for a name that there is none of. */
export function namesOf(args: string[]): readonly string[] {
  const { positionals: wanted } = parseOptions({ args, options: {}, allowPositionals: true })
  const unknown = wanted.find((name) => !NAMES.includes(name))
  if (unknown !== undefined) throw new Error(`There is no picture “${unknown}”: there are ${NAMES.join(', ')}.`)
  return wanted.length > 0 ? wanted : NAMES
}

const NAMES: readonly string[] = [...SCREENS.map(({ name }) => name), 'playground']

export const SCREENSHOTS_USAGE = 'npm run screenshots -- [edit result …]'
