import { parseOptions } from '../script.ts'
import { CASE_NAMES, type CaseName } from './report.ts'

export interface BenchOptions {
  json: boolean
  cases: readonly CaseName[]
}

/** What `npm run bench -- …` was asked for. Throws one sentence for what is not understood. */
export function benchOptionsOf(args: string[]): BenchOptions {
  const { json = false, only } = parseOptions({ args, options: OPTIONS }).values
  if (only === undefined) return { json, cases: CASE_NAMES }
  const wanted = only.split(',').map((name) => name.trim())
  const unknown = wanted.find((name) => !CASE_NAMES.some((one) => one === name))
  if (unknown !== undefined) throw new Error(`There is no case “${unknown}”: there are ${CASE_NAMES.join(', ')}.`)
  return { json, cases: CASE_NAMES.filter((name) => wanted.includes(name)) }
}

const OPTIONS = { json: { type: 'boolean' }, only: { type: 'string' } } as const

export const BENCH_USAGE = 'npm run bench -- [--json] [--only edits24,scale]'
