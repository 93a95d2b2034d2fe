import { AppError } from '../../shared/errors.ts'
import { assertFree } from '../providers/limits.ts'
import type { Can, EditOptions } from '../providers/provider.ts'
import { badFieldText } from '../texts/limits.ts'

/** What the model takes of what is set: the rest was set for another model, or is hidden by another choice. */
export function optionsFor(can: Can, options: EditOptions): EditOptions {
  const format = can.outputFormats.find((format) => format === options.outputFormat)
  return {
    turbo: can.turbo ? options.turbo : undefined,
    disableSafetyChecker: can.safetyChecker ? options.disableSafetyChecker : undefined,
    outputFormat: format,
    outputCompression: isLossy(format) ? options.outputCompression : undefined,
    weights: can.weights ? options.weights : undefined,
    quality: can.qualities?.find((quality) => quality === options.quality),
    background: can.backgrounds?.find((background) => background === options.background),
    inputFidelity: can.inputFidelity ? options.inputFidelity : undefined,
    extra: can.extra ? options.extra : undefined,
  }
}

/** Whether a file format can be compressed more or less. */
export const isLossy = (format = '') => ['jpeg', 'webp', 'avif'].includes(format)

/** `name=value` lines as fields. Throws `settings` for a line that is not one, or for a name that is not free. */
export function parseExtra(text: string, can: Can): Record<string, string> {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const extra = Object.fromEntries(
    lines.map((line) => {
      const [, name, value] = /^\s*([\w[\].-]+)\s*=\s*(.*?)\s*$/.exec(line) ?? []
      if (!name || value === undefined) throw new AppError('settings', badFieldText(line.trim()))
      return [name, value]
    }),
  )
  assertFree(extra, can)
  return extra
}
