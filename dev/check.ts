import { CHECKS, runCommands } from './commands.ts'

const failed = await runCommands(CHECKS)
process.exitCode = failed.length > 0 ? 1 : 0
