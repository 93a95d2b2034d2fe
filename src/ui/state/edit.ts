import { computed, effect } from '@preact/signals'
import { AppError } from '../../shared/errors.ts'
import type { Ahead } from '../jobs/ahead.ts'
import { byRequest } from '../jobs/by-request.ts'
import { isLossy } from '../jobs/options.ts'
import { drawsSeeds, type Job, plan } from '../jobs/plan.ts'
import { requestsIn } from '../jobs/upscale-job.ts'
import { MOST_RESULTS } from '../providers/limits.ts'
import type { Can, Money } from '../providers/provider.ts'
import { T } from '../texts.ts'
import { createAsked } from './asked.ts'
import type { ChoiceModel } from './choice.ts'
import type { FormModel } from './form.ts'
import { sumOf } from './money.ts'
import type { NoticeModel } from './notice.ts'
import { type PriceModel, priceOfBoth } from './price.ts'
import type { ReferencesModel } from './references.ts'
import type { RegionsModel } from './regions.ts'
import { createResultSizes } from './result-sizes.ts'
import type { RunModel } from './run.ts'
import type { SelectionModel } from './selection.ts'
import type { Upscalers } from './upscalers.ts'
import type { ValuePromptsModel } from './value-prompts.ts'
import type { VariantsModel } from './variants.ts'
import { warningsIn } from './warnings.ts'
import type { WordsModel } from './words.ts'
import type { IsWanted } from './words-sent.ts'

export interface EditServices {
  selection: SelectionModel
  choice: ChoiceModel
  form: FormModel
  words: Pick<WordsModel, 'sentNow' | 'toSend' | 'own'>
  price: PriceModel
  /** Of what keeps the resolution. */
  keepPrice: PriceModel
  run: RunModel
  ahead?: Pick<Ahead, 'follow'>
  notice: NoticeModel
  canOf(model: string): Can
  upscalers: Upscalers
  regions?: Pick<RegionsModel, 'partsOf' | 'toSend'>
  references?: Pick<ReferencesModel, 'sent' | 'reading' | 'places' | 'assertFilled'>
  valuePrompts?: Pick<ValuePromptsModel, 'values'>
  variants?: Pick<VariantsModel, 'all' | 'able' | 'aim'>
  /** What the provider lists, its usual one first. */
  models(): readonly string[]
  /** Throws `settings` if the account cannot be used as it stands. */
  assertAccount(): void
  hasAccount(): boolean
  drawSeed(): number
  /** The prompts that take part, as they were typed. Followed. */
  typed(): readonly string[]
  /** Told the prompts of a run that begins. */
  onRun?(prompts: readonly string[]): void
  showOriginal(layer: string): Promise<void>
}

export type EditModel = ReturnType<typeof createEdit>

/**
 * From the selection and the form to a run: what would run, what it costs, and why it cannot. Longer than other files
 * because it joins what the models beside it hold; most of it is the list of what is followed and what is shown.
 */
export function createEdit(services: EditServices) {
  const { selection, choice, form, words, price, keepPrice, run, notice, canOf, upscalers } = services
  const can = computed(() => canOf(form.all.value.model))

  const sizes = createResultSizes({ chosen: choice.chosen, form, can, upscalers, regions: services.regions })
  const { keep } = sizes

  const { asked, askedOf } = createAsked({ ...services, keep })

  const hasAccount = computed(services.hasAccount)

  /** What Run would start now; empty while the form is incomplete, and that is no fault. */
  const planned = computed(() =>
    orNone(() => plan({ ...asked(), cells: words.sentNow, parts: services.regions?.partsOf })),
  )
  /** Its jobs by the request that serves them. */
  const requests = computed(() => byRequest(planned.value, (job) => job))

  /** Whether a press waits for the words of its layers: another one would run the same. */
  let isWaiting = false
  /** What is wanted is what there is now: whatever is selected while the words are being read. */
  async function wanted(isWanted?: IsWanted): Promise<Job[]> {
    isWaiting = true
    try {
      const all = asked()
      const aim = all.place === 'variant' ? services.variants?.aim(all.rows) : undefined
      const cells = await words.toSend(all.rows, isWanted)
      const parts = await services.regions?.toSend(all.rows)
      return aim ? await aim.jobs((rows) => plan({ ...all, rows, cells, parts })) : plan({ ...all, cells, parts })
    } finally {
      isWaiting = false
    }
  }
  const begin = (isWanted?: IsWanted) =>
    notice.attempt(async () => {
      services.assertAccount()
      // A run without them would be paid for, and be another one than was meant.
      if (services.references?.reading.value) throw new AppError('settings', T.referencesReading)
      services.references?.assertFilled()
      if (isWaiting) return
      const prompts = isWanted ? [] : services.typed()
      const jobs = await wanted(isWanted)
      const running = isWanted ? run.add(jobs) : run.start(jobs)
      // As the form stands now: the next words may be typed while the run goes.
      services.onRun?.(prompts)
      await running
    })

  const kept = computed(() => requestsIn(planned.value).filter(({ enlarging }) => enlarging))
  effect(() => price.follow(hasAccount.value ? planned.value : []))
  effect(() => keepPrice.follow(hasAccount.value ? kept.value : []))
  effect(() => {
    const { now } = run.parallel.value
    const isReady = hasAccount.value && planned.value.some(({ prompt }) => prompt.trim() !== '')
    const first = isReady ? requests.value.slice(0, now) : []
    if (!run.busy.value) services.ahead?.follow(first.map(([job]) => job!))
  })

  /** What a notice asks for may be done by any change. */
  effect(() => {
    void [
      selection.rows.value,
      choice.chosen.value,
      form.all.value,
      services.typed(),
      words.own.all.value,
      services.valuePrompts?.values.value,
      services.variants?.all.value,
      hasAccount.value,
      services.references?.reading.value,
      services.references?.places.value,
    ]
    notice.clear()
  })

  return {
    can,
    askedOf,
    hasAccount,
    /** Those to choose from, the usual one first; what only makes pictures larger is offered elsewhere. */
    models: computed(() => [...new Set(services.models())].filter((model) => canOf(model).edits !== false)),
    mostResults: MOST_RESULTS,
    /** Whether the provider may be left to draw the seeds. */
    leavesSeed: computed(() => drawsSeeds(can.value)),
    isLossy,
    /** Pictures that Run would pay for. */
    paidPictures: computed(() => requests.value.reduce((sum, [job]) => sum + job!.n, 0)),
    /** What Run would cost, with what keeps the resolution. */
    price: computed(() =>
      kept.value.length > 0 ? priceOfBoth(price.shown.value, keepPrice.shown.value) : price.shown.value,
    ),
    /** How many layers are served by how many requests, where layers show the same picture. */
    sharing: computed(() => {
      const layers = planned.value.length
      const each = planned.value[0]?.n ?? 1
      return requests.value.length * each < layers
        ? { layers: choice.chosen.value.length, requests: requests.value.length }
        : undefined
    }),
    /** A new run. While one goes, a second press would pay twice. */
    start: async () => {
      if (!run.busy.value) await begin()
    },
    /** More for the run that goes. */
    add: () => begin(),
    /** What Run would start now. */
    planned,
    /** Some cells of it by themselves: more of the run that goes, or of the one that has ended. */
    startCells: (isWanted: IsWanted) => begin(isWanted),
    /** What these would cost, where that is known. Followed. */
    costOf(jobs: readonly Job[]): readonly Money[] | undefined {
      void [price.shown.value, keepPrice.shown.value]
      const all = requestsIn(jobs)
      const known = all.flatMap((job) => (job.enlarging ? keepPrice.of(job) : price.of(job)) ?? [])
      return known.length === all.length ? sumOf(known) : undefined
    },
    /** What the run would change beyond its own layers; a copy beside and a new variant change nothing. */
    warnings: computed(() => warningsIn(form.all.value.place === 'layer' ? choice.chosen.value : [])),
    keepers: sizes.keepers,
    shrinks: sizes.shrinks,
    keeper: computed(() => keep.value?.model ?? ''),
    resultOf: sizes.resultOf,
    showOriginal: (layer: string) => notice.attempt(() => services.showOriginal(layer)),
  }
}

function orNone(jobs: () => Job[]): Job[] {
  try {
    return jobs()
  } catch {
    return []
  }
}
