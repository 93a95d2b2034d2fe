import { measure } from './bench/measure.ts'
import { BENCH_USAGE, type BenchOptions, benchOptionsOf } from './bench/options.ts'
import { rowsOf } from './bench/rows.ts'
import { tableOf } from './bench/table.ts'

const { json, cases } = readOptions()
try {
  // Beside the report, so that `--json` can be read by a program.
  const report = await measure(cases, (line) => console.error(line))
  console.log(json ? JSON.stringify(report) : tableOf(rowsOf(report)))
  if (cases.some((name) => !report[name])) process.exitCode = 1
} catch (error) {
  // Playwright explains a failure at length; its first line says it.
  console.error((error as Error).message.split('\n')[0])
  process.exitCode = 1
}

function readOptions(): BenchOptions {
  try {
    return benchOptionsOf(process.argv.slice(2))
  } catch (error) {
    console.error(`${(error as Error).message}\n${BENCH_USAGE}`)
    return process.exit(2)
  }
}
