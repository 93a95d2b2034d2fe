import { BUILT_IN_PRESETS } from '../../shared/texts/preset-names.ts'
import type { PresetKey } from '../exports/presets.ts'
import { imageName } from '../jobs/references.ts'
import type { BuiltInKey, GroupKey } from '../presets/built-in.ts'
import { LONGEST, MOST_ROLES, type Preset } from '../presets/preset.ts'
import type { EntryFault, FileFault } from '../presets/preset-file.ts'
import { shortened } from '../presets/shortened.ts'
import { LARGEST_SEED } from '../seed.ts'
import type { Imported } from '../state/preset-import.ts'
import type { Used } from '../state/preset-use.ts'
import type { PresetNews } from '../state/presets.ts'
import { T } from '../texts.ts'
import { countOf, forCount, numberText } from './numbers.ts'
import { inOneLine } from './phrases.ts'
import { upscalerText } from './upscale.ts'

export const PRESET_NAMES: Record<PresetKey, string> = {
  png1: 'PNG',
  png2: 'PNG @2x',
  png123: 'PNG @1x @2x @3x',
  jpg: 'JPG @2x',
  webp: 'WebP @1x @2x',
  svg: 'SVG',
  pdf: 'PDF',
}

export const PRESET_GROUPS: Record<GroupKey, string> = {
  time: 'Time of day',
  season: 'Season',
  weather: 'Weather',
  material: 'Material',
  background: 'Background',
  clean: 'Clean up',
  product: 'Product shot',
  style: 'Style',
}

export const BUILT_IN_NAMES: Record<BuiltInKey, string> = BUILT_IN_PRESETS

/** Why nothing of a file of presets can be taken. */
const FILE_FAULTS: Record<FileFault, string> = {
  large: 'The file is larger than 4 MB, and presets never are. Choose another one.',
  unreadable: 'The file could not be read. Choose it again.',
  json: 'The file is not JSON. Choose one that Refill exported.',
  shape: 'These are no presets of Refill. Choose a file that Refill exported.',
  version: 'The file comes from another version of Refill, which this one cannot read. Update Refill, then try again.',
  none: 'There are no presets in the file.',
}

/** What a part of a preset must be, where that can be said. */
const PRESET_PARTS: Readonly<Record<string, string>> = {
  name: `its name must be a text of 1 to ${LONGEST.name} characters.`,
  prompt: `its prompt must be a text of 1 to ${numberText(LONGEST.prompt)} characters.`,
  count: 'its count must be a whole number from 1 to 10.',
  seedFrom: 'its seedFrom must be “drawn”, “fixed” or “provider”.',
  seed: `its seed must be a whole number from 0 to ${LARGEST_SEED}, in quotes.`,
  place: 'its place must be “layer”, “beside” or “variant”.',
  roles: `its roles must be a list of up to ${MOST_ROLES} texts, each of up to ${LONGEST.role} characters.`,
}

/** Below a preset's prompt: what else it sets. */
export const presetDetail = ({ model, count, size, place, seedFrom, seed, roles }: Preset) =>
  inOneLine([
    model && upscalerText(model),
    count !== undefined && countOf(count, 'result'),
    size && size !== 'match' && size !== 'auto' && `${size.replace('x', ' × ')} px`,
    seedFrom === 'fixed' && seed && `seed ${seed}`,
    place === 'beside' && T.copyBeside.toLowerCase(),
    place === 'variant' && T.newVariant.toLowerCase(),
    roles?.length && rolesText(roles),
  ])

/** The pictures that it asks for, in their order; one without a role by what the prompt calls it. */
const rolesText = (roles: readonly string[]) =>
  `${countOf(roles.length, 'reference')}: ${roles.map((role, at) => role.trim() || imageName(at + 2)).join(', ')}`

export const removePresetAsks = (name: string) => `“${name}” will be removed from this computer.`

export const replacePresetAsks = (name: string) => `“${name}” will hold what is in the form now.`

export const removePromptsAsks = (count: number) =>
  count === 1 ? 'The prompt will be removed from this list.' : `All ${count} prompts will be removed from this list.`

/** What is in the form, after a preset was taken. */
export function usedText({ name, kept, places = 0, isBack }: Used): string {
  if (isBack) return 'What was there is in the form again.'
  const stays = kept && (kept.stays ? `${kept.stays} stays.` : 'Choose another model.')
  return [
    `“${name}” is in the form.`,
    kept && `This provider does not offer ${kept.wanted}: ${stays}`,
    places > 0 && `It has places for ${countOf(places, 'reference')} below the prompt.`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** What was done with the own presets, a line for each thing. */
export function presetTold(told: PresetNews): string[] {
  if (told.did === 'failed') return [told.error.message]
  return told.did === 'imported' ? importedTexts(told.result) : [PRESET_DONE[told.did](told.name)]
}

const PRESET_DONE = {
  saved: (name: string) => `Saved as “${name}”.`,
  replaced: (name: string) => `“${name}” holds what is in the form now.`,
  renamed: (name: string) => `It is called “${name}” now.`,
  removed: (name: string) => `“${name}” was removed.`,
}

function importedTexts(result: Imported): string[] {
  if ('fault' in result) return [FILE_FAULTS[result.fault]]
  const { taken, numbered, same, faults, left } = result
  const more = faults.length - FAULTS_SHOWN
  return [
    [
      `${countOf(taken, 'preset')} imported${numbered > 0 ? `, ${numbered} with a number behind the name` : ''}.`,
      same > 0 && forCount(same, '1 preset was here already.', `${numberText(same)} presets were here already.`),
      left && `${left.count} more did not come in. ${left.error.message}`,
      faults.length > 0 && `${countOf(faults.length, 'preset')} cannot be used:`,
    ]
      .filter(Boolean)
      .join(' '),
    ...faults.slice(0, FAULTS_SHOWN).map(entryFaultText),
    ...(more > 0 ? [`and ${more} more.`] : []),
  ]
}

function entryFaultText({ entry, name, part, why }: EntryFault): string {
  const which = [`Preset ${entry}`, name && `“${shortened(name, 40)}”`].filter(Boolean).join(', ')
  if (part === undefined) return `${which}: it is no preset.`
  const called = `“${shortened(part, 40)}”`
  if (why === 'unknown') return `${which}: ${called} is nothing that a preset holds.`
  if (why === 'private') return `${which}: its ${called} holds an address or a key, which no file may bring along.`
  return `${which}: ${PRESET_PARTS[part] ?? `its ${called} cannot be used.`}`
}

const FAULTS_SHOWN = 5
