import { CHECKS, runCommands } from '../dev/commands.ts'
import { runVitest } from './vitest.ts'

// `npm test`: types, lint, format, then every test. It ends with one line that counts all of it.
const failedChecks = await runCommands(CHECKS)
const tests = await runVitest(process.argv.slice(2))

const passed = CHECKS.length - failedChecks.length + tests.passed
const failed = failedChecks.length + tests.failed
const skipped = tests.skipped > 0 ? `, ${tests.skipped} skipped` : ''
console.log(`${passed} passed, ${failed} failed${skipped}`)
process.exitCode = failed > 0 ? 1 : 0
