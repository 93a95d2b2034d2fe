import * as z from 'zod/mini'

/** Characters. The prompt: the most that any model takes. */
export const LONGEST = { name: 80, prompt: 32_000, extra: 10_000, role: 40 }
export const MOST_ROLES = 16

// `z.maxLength` and its kind weigh 1 kB more than what is said by hand here.
const text = (most: number, least = 0) =>
  z.string().check(z.refine((text) => text.length <= most && text.trim().length >= least))
const short = text(200)

/**
 * What is kept under a name: the prompt, and of the form what it was saved with. What is missing stays as it is in the
 * form. Nothing of an account, and nothing of what was selected.
 */
export type Preset = z.infer<typeof Preset>

export const Preset = z.strictObject({
  name: text(LONGEST.name, 1),
  prompt: text(LONGEST.prompt, 1),
  /** The id of the provider that the model belongs to. */
  provider: z.optional(short),
  model: z.optional(short),
  count: z.optional(z.number().check(z.refine((count) => Number.isInteger(count) && count >= 1 && count <= 10))),
  seedFrom: z.optional(z.literal(['drawn', 'fixed', 'provider'])),
  seed: z.optional(short),
  size: z.optional(short),
  place: z.optional(z.literal(['layer', 'beside', 'variant'])),
  keep: z.optional(short),
  extra: z.optional(text(LONGEST.extra)),
  options: z.optional(
    z.strictObject({
      turbo: z.optional(z.boolean()),
      disableSafetyChecker: z.optional(z.boolean()),
      outputFormat: z.optional(short),
      outputCompression: z.optional(z.number()),
      weights: z.optional(text(1000)),
      quality: z.optional(short),
      background: z.optional(short),
      inputFidelity: z.optional(short),
    }),
  ),
  /** What each reference picture is for, in their order: names, never pictures; empty where nothing was said. */
  roles: z.optional(z.array(text(LONGEST.role)).check(z.refine((roles) => roles.length <= MOST_ROLES))),
})
