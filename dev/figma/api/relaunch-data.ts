import * as z from 'zod'
import { FigmaError } from '../errors.ts'
import type { Manifest } from '../manifest.ts'
import { validated } from '../values/validated.ts'

/** T:6437–6492: each command is one of the manifest's relaunch buttons, each description at most 1000 characters. */
export function relaunchData(value: unknown, { relaunchButtons = [] }: Manifest): Record<string, string> {
  const data = validated(z.record(z.string(), z.string()), value, 'relaunchData')
  const commands = relaunchButtons.map(({ command }) => command)
  for (const [command, description] of Object.entries(data)) {
    if (!commands.includes(command)) {
      throw new FigmaError(`The command "${command}" is not in the relaunchButtons of the manifest`)
    }
    if (description.length > MAX_DESCRIPTION) {
      throw new FigmaError(`A relaunch description has at most ${MAX_DESCRIPTION} characters`)
    }
  }
  return data
}

/** Characters. */
const MAX_DESCRIPTION = 1000
