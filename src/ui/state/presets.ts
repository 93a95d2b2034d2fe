import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { AppError, toAppError } from '../../shared/errors.ts'
import { BUILT_INS } from '../presets/built-in.ts'
import type { Preset } from '../presets/preset.ts'
import { LONGEST, MOST_ROLES } from '../presets/preset.ts'
import { toFile } from '../presets/preset-file.ts'
import { readableIn } from '../presets/stored-preset.ts'
import { nameFor, tidyName, uniqueName } from '../presets/unique-name.ts'
import { BUILT_IN_NAMES, PRESET_GROUPS } from '../texts/presets.ts'
import { T } from '../texts.ts'
import { type Imported, importPresets } from './preset-import.ts'
import { createPresetStore, type PresetStoreServices } from './preset-store.ts'
import { createPresetUse, type PresetUseServices } from './preset-use.ts'

export interface PresetsServices extends PresetStoreServices, PresetUseServices {
  /** Keys and addresses: none of them is ever in a file. */
  secrets(): readonly string[]
}

/** A preset as it is listed. `id` where it is the designer's own. */
export interface ListedPreset {
  key: string
  id?: string
  group: string
  preset: Preset
}

/** What was done last with the own ones. */
export type PresetNews =
  | { did: 'saved' | 'replaced' | 'renamed' | 'removed'; name: string }
  | { did: 'imported'; result: Imported }
  | { did: 'failed'; error: AppError }

export type PresetsModel = ReturnType<typeof createPresets>

/** Prompts under a name: those that come with Refill, and the designer's own, which hold more of the form. */
export function createPresets({ form, references, provider, secrets, ...services }: PresetsServices) {
  const store = createPresetStore(services)
  const { own } = store
  const use = createPresetUse({ form, references, provider, ...services })
  const told = signal<PresetNews | undefined>(undefined)

  const find = (id: string) => own.peek().find((one) => one.id === id)?.preset
  const namesBut = (id?: string) => [
    ...Object.values(BUILT_IN_NAMES),
    ...own.peek().flatMap((one) => (one.id === id ? [] : one.preset.name)),
  ]

  /** The form as it stands, with what its references are for, under that name. Throws `settings`. */
  function presetOf(name: string): Preset {
    const { shareSame, ...parts } = form.all.peek()
    if (parts.prompt.trim() === '') throw new AppError('settings', T.presetNeedsPrompt)
    if (parts.prompt.length > LONGEST.prompt) throw new AppError('settings', T.presetTooLong)
    const roles = references.places.peek().map(({ role }) => role.trim())
    const ofReferences = roles.length > 0 && { roles: roles.slice(0, MOST_ROLES) }
    return readableIn({ ...parts, name, provider: provider(), ...ofReferences })!
  }

  async function attempt(work: () => Promise<PresetNews>): Promise<boolean> {
    try {
      told.value = await work()
      return true
    } catch (thrown) {
      told.value = { did: 'failed', error: toAppError(thrown) }
      return false
    }
  }

  function nameFrom(typed: string, id?: string): string {
    if (tidyName(typed) === '') throw new AppError('settings', T.presetNeedsName)
    return uniqueName(typed, namesBut(id))
  }

  return {
    told: told as ReadonlySignal<PresetNews | undefined>,
    used: use.used,
    /** Own ones first. */
    all: computed((): readonly ListedPreset[] => [
      ...own.value.map(({ id, preset }) => ({ key: id, id, group: T.ownPresets, preset })),
      ...BUILT_INS.map(({ key, group, prompt }) => ({
        key,
        group: PRESET_GROUPS[group],
        preset: { name: BUILT_IN_NAMES[key], prompt },
      })),
    ]),
    /** The own ones; none where there are none. */
    file: computed(() => {
      if (own.value.length === 0) return undefined
      const presets = own.value.map(({ preset }) => preset)
      return new Blob([toFile(presets, secrets())], { type: 'application/json' })
    }),
    load: store.load,
    take: use.take,
    back: use.back,
    forgetTold() {
      told.value = undefined
    },
    /** For a preset of the form as it stands. */
    suggestedName: () => nameFor(form.all.peek().prompt),
    /** Each says whether it was done; `told` says what became of it. */
    save: (typed: string) =>
      attempt(async () => {
        const name = nameFrom(typed)
        await store.add(presetOf(name))
        return { did: 'saved', name }
      }),
    rename: (id: string, typed: string) =>
      attempt(async () => {
        const name = nameFrom(typed, id)
        await store.write(id, { ...find(id)!, name })
        return { did: 'renamed', name }
      }),
    replace: (id: string) =>
      attempt(async () => {
        const { name } = find(id)!
        await store.write(id, presetOf(name))
        return { did: 'replaced', name }
      }),
    remove: (id: string) =>
      attempt(async () => {
        const { name } = find(id)!
        await store.remove(id)
        return { did: 'removed', name }
      }),
    import: (file: Blob) =>
      attempt(async () => ({ did: 'imported', result: await importPresets(file, store, () => namesBut()) })),
  }
}
