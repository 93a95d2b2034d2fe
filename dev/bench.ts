import { measure } from './bench/measure.ts'
import { BENCH_USAGE, benchOptionsOf } from './bench/options.ts'
import { rowsOf } from './bench/rows.ts'
import { tableOf } from './bench/table.ts'
import { askedFor, runScript } from './script.ts'

// Run with a heap that is large from the start: the stand-in is in this process, and what it collected would be measured.
const { json, cases } = askedFor(BENCH_USAGE, benchOptionsOf)
await runScript(async () => {
  // Beside the report, so that `--json` can be read by a program.
  const report = await measure(cases, (line) => console.error(line))
  console.log(json ? JSON.stringify(report) : tableOf(rowsOf(report)))
  return cases.every((name) => report[name]) ? 0 : 1
})
