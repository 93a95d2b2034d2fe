import { computed, effect, signal, untracked } from '@preact/signals'
import type { Connection } from '../../shared/channel.ts'
import type { Commands, Events } from '../../shared/protocol.ts'
import type { Codec } from '../image/codec.ts'
import { createAhead } from '../jobs/ahead.ts'
import { createImages } from '../jobs/images.ts'
import type { Job } from '../jobs/plan.ts'
import { createRush } from '../jobs/rush.ts'
import { createLocal, FREE, localContext } from '../providers/local.ts'
import { isLocal } from '../providers/local-model.ts'
import type { Provider } from '../providers/provider.ts'
import { shapeKeyOf } from '../providers/shape-key.ts'
import { endedText } from '../texts/run.ts'
import { createAccount } from './account.ts'
import { createAudit } from './audit.ts'
import { createCells } from './cells.ts'
import { createChoice } from './choice.ts'
import { createExportModels } from './create-export-models.ts'
import { createEdit } from './edit.ts'
import { createEditFrom } from './edit-from.ts'
import { createFirstRun } from './first-run.ts'
import { createForm } from './form.ts'
import { createGallery } from './gallery.ts'
import { createJobStore } from './job-store.ts'
import { createKeepFavourites } from './keep-favourites.ts'
import { createLastEdit } from './last-edit.ts'
import { createLooks } from './looks.ts'
import { createMissing } from './missing.ts'
import type { Models } from './models.ts'
import { createMoreLike } from './more-like.ts'
import { createNotice } from './notice.ts'
import { bringBack, createOriginal } from './original.ts'
import { createOwnPrompts } from './own-prompts.ts'
import { createPanelSize } from './panel-size.ts'
import { createPresets } from './presets.ts'
import { createPrice } from './price.ts'
import { createPromptList } from './prompt-list.ts'
import { createPrompts } from './prompts.ts'
import { createReach, refusalOf } from './reach.ts'
import { createReferences } from './references.ts'
import { createRegions } from './regions.ts'
import { createResults } from './results.ts'
import { createResumed } from './resumed.ts'
import { createRowPrompts } from './row-prompts.ts'
import { createRun } from './run.ts'
import { createSelection } from './selection.ts'
import { createSettings } from './settings.ts'
import { createSharpen } from './sharpen.ts'
import { createSheet } from './sheet.ts'
import { createTakeBack } from './take-back.ts'
import { createThumbnails } from './thumbnails.ts'
import { createTidy } from './tidy.ts'
import { untickMade } from './untick-made.ts'
import { createUpscale } from './upscale.ts'
import { createUpscalePrices } from './upscale-prices.ts'
import { createUpscalers } from './upscalers.ts'
import { createValuePrompts } from './value-prompts.ts'
import { createVariants } from './variants.ts'
import { createWords } from './words.ts'

export interface ModelServices {
  code: Pick<Connection<Commands, Events>, 'call'>
  codec: Codec
  providers: readonly Provider[]
  /** What this build's manifest allows. */
  hosts: readonly string[]
  drawSeed(): number
}

/** All models, each given what it needs of the others. Long, because it is the one place where they know of each other. */
export function createModels({ code, codec, providers, hosts, drawSeed }: ModelServices): Models {
  /** Names this panel among those that are open elsewhere. */
  const window = `${drawSeed()}-${Date.now().toString(36)}`
  const settings = createSettings({
    providers: providers.map(({ id }) => id),
    save: (settings) => code.call('saveSettings', { settings }),
    refusalOf: (address, name) => refusalOf(address, hosts, name),
  })
  const { reach, reachAgain, current, host, others, assertAccount, isReady } = createReach({
    settings,
    providers,
    hosts,
    onBalance: (left) => account.tell(left),
  })
  const selection = createSelection()
  const choice = createChoice(selection)
  const notice = createNotice()
  const form = createForm(current.peek().defaultModel)
  const account = createAccount({ reach: (signal) => reach({ signal }) })
  const rush = createRush()
  const images = createImages(code)
  const ahead = createAhead({ images, codec })
  const looks = createLooks(code, codec, rush)
  const price = createPrice({
    keyOf: shapeKeyOf,
    ask: async (request, signal) => {
      const { provider, context } = reach({ signal })
      return provider.price?.(request, context)
    },
  })
  const upscalePrices = createUpscalePrices(async (request, signal) => {
    if (isLocal(request)) return FREE
    const { provider, context } = reach({ signal })
    return provider.upscalePrice?.(request, context)
  })
  const priceOf = (job: Job) => (job.enlarging ? upscalePrices.of(job) : price.of(job))
  const store = createJobStore({ code, window })
  const resumed = createResumed({ code, codec, store, reachAgain, onPlaced: (ids) => void changed(ids) })
  const local = createLocal(codec.resample)
  const run = createRun({
    code,
    codec,
    images,
    ahead,
    reach: (hooks, job) => (isLocal(job) ? { provider: local, context: localContext(hooks.signal) } : reach(hooks)),
    rush,
    looks,
    settings: () => settings.runs.value,
    priceOf,
    saveJournal: (journal) => code.call('saveJournal', { window, journal }),
    jobs: { store, onLeft: resumed.take },
    onEnd() {
      // The panel may be hidden behind other windows, or not looked at.
      const { failed } = run.tally.peek()
      const message = endedText(run.tally.peek(), run.charged.peek())
      void code.call('notify', { message, error: failed > 0 }).catch(() => {})
      regions.forgetLayers(
        run.rows.peek().flatMap(({ job, placed }) => (placed && !placed.beside ? (job.hides ?? []) : [])),
      )
      hear(
        placedOn(),
        run.rows.peek().every(({ job, placed }) => !placed || job.enlarging),
      )
      // Once the end is seen.
      setTimeout(() => {
        void account.askBalance()
        void results.readAgain()
      })
    },
  })
  untickMade({ selection, choice, run })
  const placedOn = () => run.rows.peek().flatMap(({ placed }) => placed?.id ?? [])
  /** These layers show other pictures now. */
  function hear(ids: readonly string[], isLarger?: boolean) {
    audit.hear(ids, isLarger)
    exportModels.exportUpscale.hear()
  }
  function changed(ids: readonly string[]) {
    hear(ids)
    return results.readAgain()
  }
  const upscalers = createUpscalers({
    local,
    provider: () => current.value,
    listed: () => account.models.value,
    hasAccount: isReady,
  })
  const upscale = createUpscale({
    ...{ selection, run, notice, upscalers, assertAccount, price: upscalePrices.create() },
    hasAccount: isReady,
  })
  const audit = createAudit({ code, selection, rush, isOwn: run.enlarged })
  const sharpen = createSharpen({
    ...{ audit, upscalers, run, assertAccount },
    price: upscalePrices.create(),
    hasAccount: isReady,
  })
  const exportModels = createExportModels({
    ...{ code, codec, selection, settings, upscalers, run, assertAccount },
    price: upscalePrices.create(),
    hasAccount: isReady,
  })
  const original = createOriginal(selection, (layer) => bringBack(code, layer))
  const results = createResults({ code, selection, notice, onChange: original.forget })
  const own = createOwnPrompts(selection, () => promptList.all.value[0]!.id)
  const promptList = createPromptList({ form, own })
  const valuePrompts = createValuePrompts(choice)
  const rowPrompts = createRowPrompts({ form, own, list: promptList, values: valuePrompts })
  const gallery = createGallery({ code, images, results })
  const editFrom = createEditFrom({ selection, images, results, notice })
  const regions = createRegions({ code, selection, notice })
  /** Each row made from what its edits are made from, without those that only say which part of another changes. */
  const asSent = {
    ...choice,
    chosen: computed(() => choice.chosen.value.filter((row) => !regions.drawnOn(row)).map(editFrom.apply)),
  }
  const references = createReferences({
    ...{ code, codec, images, selection },
    limit: () => current.value.can(form.all.value.model).pictures - 1,
    prompts: () => [...promptList.typed.value, ...rowPrompts.of(choice.chosen.value).map(({ prompt }) => prompt)],
  })
  const variants = createVariants({ code, selection, choice, form, prompts: rowPrompts })
  const words = createWords({
    ...{ code, selection, choice, form, own, prompts: rowPrompts },
    can: () => current.value.can(form.all.value.model),
  })
  const sheet = createSheet({
    ...{ code, own, choice, list: promptList },
    can: () => current.value.can(form.all.value.model),
  })
  const prompts = createPrompts({ code })
  const lastEdit = createLastEdit({
    ...{ code, form, list: promptList },
    references: () => references.sent.peek().length,
    hasOwn: () => rowPrompts.of(choice.chosen.peek()).some(({ isOwn }) => isOwn),
    provider: () => current.peek().id,
  })
  const edit = createEdit({
    references,
    regions,
    valuePrompts,
    variants,
    selection,
    choice: asSent,
    notice,
    form,
    words,
    price,
    keepPrice: upscalePrices.create(),
    upscalers,
    run,
    ahead,
    canOf: (model) => current.value.can(model),
    models: () => [current.value.defaultModel, ...account.models.value],
    assertAccount,
    hasAccount: isReady,
    drawSeed,
    typed: () => promptList.typed.value,
    onRun(typed) {
      void prompts.addAll(typed)
      // Single cells of a list are no edit of their own.
      if (typed.length > 0) void lastEdit.remember()
    },
    async showOriginal(layer) {
      await original.show(layer)
      await changed([layer])
    },
  })
  const moreLike = createMoreLike({
    ...{ selection, form, run, notice, assertAccount, drawSeed },
    askedOf: edit.askedOf,
    canOf: (model) => current.value.can(model),
    provider: () => current.value.id,
    priceOf(job) {
      void price.shown.value
      return priceOf(job)
    },
  })
  const presets = createPresets({
    ...{ code, references, form: promptList.form },
    newId: () => `${Date.now().toString(36)}-${drawSeed()}`,
    provider: () => current.peek().id,
    // A list may leave models out: of one that was saved with this provider more is known when it is asked.
    offers: (model, provider) =>
      (edit.models.peek().includes(model) || provider === current.peek().id) &&
      current.peek().can(model).edits !== false,
    async lacks(model) {
      await account.askModel(model)
      return account.isUnknown(model)
    },
    secrets: () => Object.values(settings.all.value.accounts).flatMap(({ pictures, ...texts }) => Object.values(texts)),
  })
  // Another provider has other models; one that both have by that name stays.
  effect(() => {
    const { defaultModel } = current.value
    untracked(() => form.change({ model: defaultModel }))
  })
  const afterRun = { code, run, notice, last: signal<unknown>() }
  return {
    selection,
    choice,
    notice,
    panelSize: createPanelSize(code),
    results,
    gallery,
    editFrom,
    moreLike,
    tidy: createTidy({ ...afterRun, results }),
    keepFavourites: createKeepFavourites({ ...afterRun, results }),
    takeBack: createTakeBack({ ...afterRun, results: { ...results, readAgain: () => changed(placedOn()) } }),
    looks,
    missing: createMissing({
      read: () => code.call('readJournals', {}),
      reach: (signal) => reach({ signal }),
      remove: (window) => code.call('saveJournal', { window, journal: undefined }),
    }),
    resumed,
    thumbnails: createThumbnails(code, codec, rush, images),
    form,
    promptList,
    sheet,
    cells: createCells({ ...{ selection, words, edit, run }, choice: asSent, list: promptList }),
    references,
    regions,
    wholePicture: async ({ id, source }, signal) => {
      const hash = source.kind === 'image' ? source.hash : ''
      const { bytes, type } = await codec.thumbnail(await images.read({ id, hash }, signal), {
        maxEdge: PREVIEW,
        signal,
      })
      return new Blob([bytes], { type })
    },
    valuePrompts,
    words,
    variants,
    edit,
    presets,
    prompts,
    lastEdit,
    run,
    original,
    price,
    upscalePrices,
    upscale,
    audit,
    sharpen,
    ...exportModels,
    account,
    firstRun: createFirstRun({
      ...{ settings, providers, account },
      model: () => form.all.peek().model,
      say: (message) => void code.call('notify', { message }).catch(() => {}),
    }),
    settings,
    providers: { all: providers, current, host, others, isReady },
  }
}

/** px: twice the panel's width, so that it is sharp. */
const PREVIEW = 800
