import { type ReadonlySignal, signal } from '@preact/signals'
import type { Made } from '../../shared/protocol.ts'
import type { Place } from '../jobs/plan.ts'
import type { EditOptions } from '../providers/provider.ts'
import { toTemplate } from '../words/template.ts'

/** What the designer set in the Edit form. */
export interface Form {
  prompt: string
  model: string
  /** Results per picture, 1–10. */
  count: number
  /** Who chooses the seeds: Refill draws one for each request, the designer fixed one, or the provider keeps it to itself. */
  seedFrom: 'drawn' | 'fixed' | 'provider'
  /** The fixed one, as typed. */
  seed: string
  /** Whether layers that show the same picture are paid for once. */
  shareSame: boolean
  /** `match`: the size nearest to the picture's shape; `auto`: the model's choice; else `1024x1024` or, for a shape alone, `16:9`. */
  size: string
  options: EditOptions
  place: Place
  /** The model that makes results as large as their sources; empty where they stay as they come. */
  keep: string
  /** `name=value` lines that are passed through to the provider. */
  extra: string
}

export type FormModel = ReturnType<typeof createForm>

export function createForm(model: string) {
  const all = signal<Form>({
    prompt: '',
    model,
    count: 1,
    seedFrom: 'drawn',
    seed: '',
    shareSame: true,
    size: 'match',
    options: {},
    place: 'layer',
    keep: '',
    extra: '',
  })
  return {
    all: all as ReadonlySignal<Form>,
    change: (part: Partial<Form>) => {
      all.value = { ...all.value, ...part }
    },
    changeOption: (part: Partial<EditOptions>) => {
      all.value = { ...all.value, options: { ...all.value.options, ...part } }
    },
    recall(made: Made, current: string) {
      all.value = { ...all.value, ...recalled(all.value, made, current) }
    },
  }
}

/**
 * What is known of how a result was made; another provider's model means nothing to this one. Its prompt was kept as
 * it was sent, and is sent so again.
 */
export const recalled = (form: Form, { prompt, model, seed, provider }: Made, current: string): Partial<Form> => ({
  prompt: toTemplate(prompt) || form.prompt,
  model: provider === current ? model || form.model : form.model,
  seedFrom: seed === undefined ? 'drawn' : 'fixed',
  seed: seed === undefined ? '' : String(seed),
})
