import type { AppError } from '../../shared/errors.ts'
import { toAppError } from '../../shared/errors.ts'
import type { Preset } from '../presets/preset.ts'
import { type EntryFault, type FileFault, fromFile, LARGEST_FILE } from '../presets/preset-file.ts'
import { isNumbered, tidyName, uniqueName } from '../presets/unique-name.ts'
import type { PresetStore } from './preset-store.ts'

/** What came of a file of presets. */
export type Imported =
  | { fault: FileFault }
  | {
      taken: number
      /** Of these, how many got a number behind their name. */
      numbered: number
      /** Those that were here already. */
      same: number
      faults: readonly EntryFault[]
      /** Why the last ones could not be kept, and how many these are. */
      left?: { count: number; error: AppError } | undefined
    }

/** Takes the presets of a file one after the other: those that are kept stay, whatever comes of the rest. */
export async function importPresets(
  file: Blob,
  store: PresetStore,
  isTaken: (name: string) => readonly string[],
): Promise<Imported> {
  if (file.size > LARGEST_FILE) return { fault: 'large' }
  const text = await file.text().catch(() => undefined)
  if (text === undefined) return { fault: 'unreadable' }
  const read = fromFile(text)
  if (typeof read === 'string') return { fault: read }
  const counts = { taken: 0, numbered: 0, same: 0, faults: read.faults }
  for (const [index, preset] of read.presets.entries()) {
    if (store.own.peek().some((own) => isSame(own.preset, preset))) {
      counts.same++
      continue
    }
    const name = uniqueName(preset.name, isTaken(preset.name))
    try {
      await store.add({ ...preset, name })
    } catch (thrown) {
      return { ...counts, left: { count: read.presets.length - index, error: toAppError(thrown) } }
    }
    counts.taken++
    if (name !== tidyName(preset.name)) counts.numbered++
  }
  return counts
}

/** Whether it is the same but for the number that it got when it was imported. */
const isSame = ({ name, ...own }: Preset, { name: given, ...other }: Preset) =>
  isNumbered(name, tidyName(given)) && textOf(own) === textOf(other)

/** The same for the same parts, in whichever order. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )
