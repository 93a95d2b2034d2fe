import { batch, computed, effect, signal, untracked } from '@preact/signals'
import { type PlannedFile, rootsOf } from '../exports/plan.ts'
import { lastPartOf, zipName } from '../exports/saved-name.ts'
import { exportAnnouncedText, exportEndedText, exportNotified } from '../texts/exports.ts'
import { createAnnouncer } from './announcer.ts'
import { createClock } from './clock.ts'
import type { ExportChoiceModel } from './export-choice.ts'
import { type ExportFilesServices, type ExportRow, exportFiles } from './export-files.ts'
import { createSavedExport, type SavedExport } from './export-saved.ts'
import { exportTally } from './export-tally.ts'
import type { ExportUpscaleModel, Upscaled } from './export-upscale.ts'
import type { ExportsModel } from './exports.ts'
import { createNotice } from './notice.ts'

export interface ExportServices extends ExportFilesServices {
  exports: Pick<ExportsModel, 'found' | 'plan' | 'obstacle' | 'looked' | 'isShown' | 'isHeld'>
  choice: Pick<ExportChoiceModel, 'all'>
  upscale: Pick<ExportUpscaleModel, 'follow' | 'start'>
  zip(files: AsyncIterable<{ path: string; blob: Blob }>, of: { at: Date }): Promise<Blob>
  save(file: SavedExport): void
}

export type ExportModel = ReturnType<typeof createExport>

/** An export: its files and how they stand, what comes before them, and the one file that is saved in the end. */
export function createExport({ exports, choice, upscale, zip, save, ...services }: ExportServices) {
  const rows = signal<readonly ExportRow[]>([])
  /** `asking`: whether files are wanted all the same, where not all images became larger. */
  const at = signal<'idle' | 'upscaling' | 'asking' | 'drawing'>('idle')
  const upscaled = signal<Upscaled | undefined>(undefined)
  const tally = computed(() => exportTally(rows.value))
  const clock = createClock()
  const notice = createNotice()
  const saved = createSavedExport()
  const announcer = createAnnouncer(() =>
    at.peek() === 'drawing' ? exportAnnouncedText(tally.peek()) : exportEndedText(tally.peek()),
  )
  /** What is drawn already, until all of it is in the file that is saved. */
  const drawn = new Map<ExportRow, Blob>()
  let name = ''
  let stop = new AbortController()

  effect(() => {
    exports.isHeld.value = at.value === 'drawing'
  })
  /**
   * Which images are too small is looked up as soon as the files are known. While they are made larger it stays; while files
   * are drawn it would be found of what is only lent to them.
   */
  effect(() => {
    if (at.value === 'upscaling' || at.value === 'asking') return
    const { upscale: where } = choice.all.value
    const isOn = exports.isShown.value && at.value === 'idle' && where !== 'no'
    const files = isOn ? exports.plan.value?.files : undefined
    const roots = files?.length ? rootsOf(files) : undefined
    untracked(() => upscale.follow(roots, where === 'no' ? undefined : where))
  })

  function begin(files: readonly PlannedFile[]) {
    saved.clear()
    notice.clear()
    drawn.clear()
    name = files.length === 1 ? lastPartOf(files[0]!.path) : zipName(exports.found.peek()!)
    rows.value = files.map((file) => ({ file, state: signal({ at: 'waiting' }) }))
  }

  function cancel() {
    batch(() => {
      at.value = 'idle'
      rows.value = []
    })
  }

  async function draw() {
    at.value = 'drawing'
    stop = new AbortController()
    const { signal } = stop
    clock.begin()
    announcer.start()
    await notice.attempt(async () => {
      const files = exportFiles(rows.peek(), { ...services, upscaled: upscaled.peek(), drawn, signal })
      const blob = rows.peek().length === 1 ? await onlyOf(files) : await zip(files, { at: new Date() })
      const { done } = tally.peek()
      if (!blob || done === 0) return
      const file = saved.offer(blob, { name, files: done })
      // What was stopped is there to be saved, and not wanted unasked.
      if (!signal.aborted) save(file)
    })
    stop.abort()
    if (tally.peek().done === tally.peek().total) drawn.clear()
    clock.end()
    at.value = 'idle'
    announcer.stop()
    tell()
  }

  async function goOn() {
    if (at.peek() === 'asking') await draw()
  }
  /** What failed was tried again, and has come. */
  effect(() => {
    if (at.value === 'asking' && upscaled.value?.left === 0) untracked(() => void goOn())
  })

  /** The panel may be hidden behind other windows, or not looked at. */
  function tell() {
    const isLost = notice.shown.peek() !== undefined
    const message = exportNotified(tally.peek(), { isLost })
    void services.code.call('notify', { message, error: isLost || tally.peek().failed > 0 }).catch(() => {})
  }

  return {
    rows,
    at,
    isBusy: computed(() => at.value !== 'idle'),
    tally,
    /** Images that should have become larger and did not. */
    left: computed(() => upscaled.value?.left ?? 0),
    saved: saved.shown,
    elapsed: clock.elapsed,
    heard: announcer.text,
    notice,
    async start() {
      const said = exports.plan.peek()
      await exports.looked()
      if (at.peek() !== 'idle' || exports.obstacle.peek()) return
      const { files } = exports.plan.peek()!
      // What was pressed for were the files that were shown then.
      if (pathsOf(files) !== pathsOf(said?.files)) return
      const where = choice.all.peek().upscale
      upscaled.value = undefined
      begin(files)
      if (where !== 'no') {
        at.value = 'upscaling'
        await notice.attempt(async () => {
          upscaled.value = await upscale.start(where)
        })
        if (!upscaled.peek()) return cancel()
        if (upscaled.peek()!.left > 0) {
          at.value = 'asking'
          return
        }
      }
      await draw()
    },
    /** Files are wanted all the same. */
    goOn,
    /** No files, then. */
    cancel,
    /** What is done stays so, and can be saved. */
    stop: () => stop.abort(),
    /** Draws what failed or was stopped once more, and packs all of them anew. */
    async again() {
      if (at.peek() !== 'idle') return
      for (const { state } of rows.peek()) if (state.peek().at !== 'done') state.value = { at: 'waiting' }
      await draw()
    },
  }
}

const pathsOf = (files: readonly PlannedFile[] = []) => files.map(({ path }) => path).join('\n')

async function onlyOf(files: AsyncIterable<{ blob: Blob }>): Promise<Blob | undefined> {
  let only: Blob | undefined
  for await (const { blob } of files) only = blob
  return only
}
