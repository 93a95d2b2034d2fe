import { type ReadonlySignal, signal } from '@preact/signals'
import type { Preset } from '../presets/preset.ts'
import type { Form, FormModel } from './form.ts'
import type { ReferencePlace } from './reference-places.ts'
import type { ReferencesModel } from './references.ts'

export interface PresetUseServices {
  form: Pick<FormModel, 'all' | 'change'>
  references: Pick<ReferencesModel, 'places' | 'ask' | 'restore'>
  /** The id of the provider that is asked now. */
  provider(): string
  /** Whether a model can be chosen: as far as that is known without asking. */
  offers(model: string, provider: string | undefined): boolean
  /** Asks the provider for a model that it does not list, and says whether it is known to lack it. */
  lacks(model: string): Promise<boolean>
}

/** What was taken last, and how that went. */
export interface Used {
  name: string
  /** The model that stays, as the one of the preset is not offered here. */
  kept?: { wanted: string; stays: string } | undefined
  /** For how many references it has places. */
  places?: number
  /** Whether what was there before is in the form again. */
  isBack: boolean
}

interface Before {
  form: Form
  places: readonly ReferencePlace[]
  provider: string
}

/** Takes a preset into the form, and gives back what was there. */
export function createPresetUse({ form, references, provider, offers, lacks }: PresetUseServices) {
  const used = signal<Used | undefined>(undefined)
  let other: Before | undefined

  const present = (): Before => ({
    form: form.all.peek(),
    places: references.places.peek(),
    provider: provider(),
  })

  /** A list may leave models out: whether the provider has one that it does not list, only the provider knows. */
  async function ask(wanted: string, stays: string) {
    const taken = used.peek()
    if (!(await lacks(wanted)) || used.peek() !== taken || form.all.peek().model !== wanted) return
    form.change({ model: stays })
    used.value = { ...taken!, kept: { wanted, stays } }
  }

  return {
    used: used as ReadonlySignal<Used | undefined>,
    take({ name, prompt, provider: of, model, roles = [], ...parts }: Preset) {
      other = present()
      const stays = other.form.model
      const isOffered = model !== undefined && offers(model, of)
      form.change({ ...defined(parts), prompt, ...(isOffered && { model }) })
      const kept = model !== undefined && !isOffered && model !== stays ? { wanted: model, stays } : undefined
      references.ask(roles)
      used.value = { name, kept, places: roles.length, isBack: false }
      if (isOffered && model !== stays) void ask(model, stays)
    },
    /** What was there before; and once more, what was taken. Another provider's model means nothing to this one. */
    back() {
      if (!other || !used.peek()) return
      const { form: was, places, provider: of } = other
      other = present()
      form.change(of === provider() ? was : { ...was, model: other.form.model })
      references.restore(places)
      used.value = { ...used.peek()!, kept: undefined, isBack: !used.peek()!.isBack }
    },
  }
}

/** What a preset does not say stays as it is in the form. */
const defined = (parts: object): Partial<Form> =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined))
