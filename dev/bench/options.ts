import { parseArgs } from 'node:util'
import { firstSentence } from '../host/server/start-options.ts'
import { CASE_NAMES, type CaseName } from './report.ts'

export interface BenchOptions {
  json: boolean
  cases: readonly CaseName[]
}

/** What `npm run bench -- …` was asked for. Throws one sentence for what is not understood. */
export function benchOptionsOf(args: string[]): BenchOptions {
  const { json = false, only } = parseStrictly(args)
  if (only === undefined) return { json, cases: CASE_NAMES }
  const wanted = only.split(',').map((name) => name.trim())
  const unknown = wanted.find((name) => !CASE_NAMES.some((one) => one === name))
  if (unknown !== undefined) throw new Error(`There is no case “${unknown}”: there are ${CASE_NAMES.join(', ')}.`)
  return { json, cases: CASE_NAMES.filter((name) => wanted.includes(name)) }
}

function parseStrictly(args: string[]) {
  try {
    return parseArgs({ args, options: { json: { type: 'boolean' }, only: { type: 'string' } } }).values
  } catch (error) {
    throw new Error(firstSentence((error as Error).message))
  }
}

export const BENCH_USAGE = 'npm run bench -- [--json] [--only edits24,scale]'
