import { signal } from '@preact/signals'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import type { AuditedBitmap, ExportedRoot } from '../../../src/shared/protocol.ts'
import { createLocal, localContext } from '../../../src/ui/providers/local.ts'
import { isLocal } from '../../../src/ui/providers/local-model.ts'
import type { Edited, Provider } from '../../../src/ui/providers/provider.ts'
import { createExportUpscale } from '../../../src/ui/state/export-upscale.ts'
import { createRun } from '../../../src/ui/state/run.ts'
import { createSelection } from '../../../src/ui/state/selection.ts'
import { createUpscalePrices } from '../../../src/ui/state/upscale-prices.ts'
import { createUpscalers } from '../../../src/ui/state/upscalers.ts'
import { T } from '../../../src/ui/texts.ts'
import { plainPicture } from '../../harness/pictures.ts'
import { auditOf, denseBitmap, useOn } from '../jobs/audits.ts'
import {
  CAN,
  contextWith,
  editedTo,
  fakeCode,
  fakeCodec,
  fakeProvider,
  hold,
  pictureOf,
  runServices,
  textOf,
} from '../jobs/fakes.ts'

// Making the images of an export larger first: a run as it is, over a sandbox, a codec and a provider that stand in.

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())
const pass = (ms = 1000) => vi.advanceTimersByTimeAsync(ms)

/** px are read from the file itself. */
const resampled = await plainPicture(2400, 1600)

const ROOTS: ExportedRoot[] = [{ id: 'root', scale: 2 }]
const UPSCALE = { factor: { usual: 2, least: 1, most: 4 }, outputFormats: [] }
const CENT = { amount: 0.01, unit: 'USD' }

/** An image of 1200 × 800 px that one layer shows at its own size, and that is exported at 2×. */
const photo = (name: string, part: Partial<AuditedBitmap> = {}) =>
  denseBitmap(name, 1, { uses: [useOn(name, { exported: 2 })], ...part })

interface Given {
  bitmaps?: AuditedBitmap[]
  isReady?: boolean
  upscale?: Provider['upscale']
  lend?: () => unknown
}

function stage({ bitmaps = [photo('a')], isReady = true, lend, ...given }: Given = {}) {
  const document = { bitmaps, audits: 0, fails: false }
  const code = fakeCode({
    auditImages() {
      document.audits++
      if (document.fails) throw new AppError('bug', 'Figma did not answer.')
      return auditOf(document.bitmaps)
    },
    lendImage: lend ?? (() => undefined),
    readImage: ({ hash }) => pictureOf(hash, { width: 1200, height: 800 }),
  })
  const asked: string[] = []
  const likeness = { of: 1 }
  const upscale: NonNullable<Provider['upscale']> = async (request, context) => {
    const name = textOf(request.picture).replace('hash of ', '')
    asked.push(`${name} ×${request.factor}`)
    return given.upscale ? given.upscale(request, context) : editedTo(name)
  }
  const provider = fakeProvider({
    ...{ upscalers: ['larger', 'other'], upscale },
    can: () => ({ ...CAN, upscale: UPSCALE }),
  })
  const local = createLocal(async () => resampled)
  const codec = fakeCodec({
    frame: async (picture) => ({ picture, transparent: false }),
    async enlarge(answer) {
      const text = await new Blob([answer]).text()
      return { ...pictureOf(`larger ${text}`, { width: 2400, height: 1600 }), likeness: likeness.of }
    },
  })
  const run = createRun({
    ...{ ...runServices(), code, codec },
    reach: ({ signal }, job) =>
      isLocal(job) ? { provider: local, context: localContext(signal) } : { provider, context: contextWith(signal) },
  })
  const selection = createSelection()
  const hasAccount = signal(isReady)
  const prices = createUpscalePrices(async ({ model }) => (isLocal({ model }) ? { amount: 0, unit: 'USD' } : CENT))
  const upscaling = createExportUpscale({
    ...{ code, selection, run, price: prices.create() },
    upscalers: createUpscalers({
      ...{ local, provider: () => provider, listed: () => [] },
      hasAccount: () => hasAccount.value,
    }),
    hasAccount: () => hasAccount.value,
    assertAccount() {
      if (!hasAccount.value) throw new AppError('settings', 'There is no key.')
    },
  })
  async function follow(where: 'file' | 'export', roots = ROOTS) {
    upscaling.follow(roots, where)
    await pass()
  }
  /** Presses the button, and waits until all has ended. */
  async function start(where: 'file' | 'export') {
    const done = upscaling.start(where)
    await pass()
    return done
  }
  return { upscaling, run, code, document, asked, likeness, selection, follow, start }
}

describe('what is looked at', () => {
  test('what is exported when it has settled, once', async () => {
    const { upscaling, code } = stage()
    expect(upscaling.at.value).toBe('off')
    upscaling.follow([{ id: 'other', scale: 1 }])
    await pass(200)
    upscaling.follow(ROOTS)
    expect(upscaling.at.value).toBe('looking')
    await pass(200)
    expect(code.inputs('auditImages')).toEqual([])
    await pass(100)
    expect(code.inputs('auditImages')).toEqual([{ of: ROOTS }])
    expect(upscaling.at.value).toBe('ready')
    upscaling.follow([...ROOTS])
    await pass()
    expect(code.inputs('auditImages')).toHaveLength(1)
  })

  test('again when the document has changed, by others or by Refill', async () => {
    const { upscaling, document, selection, follow } = stage()
    await follow('file')
    selection.follow({ rows: [] })
    expect(upscaling.at.value).toBe('looking')
    await pass()
    expect(document.audits).toBe(2)
    upscaling.hear()
    await pass()
    expect(document.audits).toBe(3)
    upscaling.follow(undefined)
    selection.follow({ rows: [] })
    await pass()
    expect(document.audits).toBe(3)
    expect(upscaling.at.value).toBe('off')
    expect(upscaling.counts.value.pictures).toBe(0)
  })

  test('what is not wanted any more is ended', async () => {
    const { upscaling, code, follow } = stage()
    await follow('file')
    upscaling.hear()
    await pass(260)
    upscaling.follow(undefined)
    const [, second] = code.calls.filter(({ name }) => name === 'auditImages')
    expect(second!.options.signal!.aborted).toBe(true)
  })

  test('what could not be looked at is told, until it can', async () => {
    const { upscaling, document, follow } = stage()
    document.fails = true
    await follow('file')
    expect(upscaling.notice.shown.value).toMatchObject({ message: 'Figma did not answer.' })
    expect(upscaling.at.value).toBe('ready')
    document.fails = false
    upscaling.hear()
    await pass()
    expect(upscaling.notice.shown.value).toBeUndefined()
    expect(upscaling.counts.value.pictures).toBe(1)
  })
})

describe('what is said', () => {
  test('which images gain at the scale of their exports, on how many layers, for how much', async () => {
    const shown = { uses: [useOn('a 1', { exported: 2 }), useOn('a 2', { exported: 1 })] }
    const sharp = photo('sharp', { uses: [useOn('sharp', { exported: 1 })] })
    const { upscaling, follow } = stage({
      bitmaps: [photo('a', shown), photo('b'), sharp, photo('c', { width: 4096 })],
    })
    await follow('export')
    expect(upscaling.counts.value).toEqual({ pictures: 2, capped: 0, refused: 1 })
    expect(upscaling.layers.value).toBe(3)
    expect(upscaling.price.value).toEqual({ at: 'known', sums: [{ amount: 0.02, unit: 'USD' }] })
    await follow('file')
    expect(upscaling.counts.value).toEqual({ pictures: 2, capped: 0, refused: 1 })
    expect(upscaling.layers.value).toBe(3)
    expect(upscaling.price.value).toEqual({ at: 'known', sums: [{ amount: 0.02, unit: 'USD' }] })
  })

  test('what would change for others, in the document alone', async () => {
    const notes = [{ kind: 'instances', component: 'card', count: 3 }] as const
    const { upscaling, follow } = stage({
      bitmaps: [photo('a', { uses: [useOn('a', { exported: 2, notes: [...notes] })] })],
    })
    await follow('file')
    expect(upscaling.warnings.value).toEqual({ instances: 3, styles: [] })
    await follow('export')
    expect(upscaling.warnings.value).toEqual({ instances: 0, styles: [] })
  })

  test('what cannot be written is made larger for files alone', async () => {
    const { upscaling, follow } = stage({
      bitmaps: [photo('a', { uses: [useOn('a', { exported: 2, skipped: 'library' })] })],
    })
    await follow('file')
    expect(upscaling.counts.value.pictures).toBe(0)
    await follow('export')
    expect(upscaling.counts.value.pictures).toBe(1)
  })
})

describe('in the document', () => {
  test('each image is asked for once and placed on all layers that show it', async () => {
    const { upscaling, code, asked, follow, start } = stage({
      bitmaps: [photo('a', { uses: [useOn('a 1', { exported: 2 }), useOn('a 2', { exported: 2 })] })],
    })
    await follow('file')
    expect(await start('file')).toMatchObject({ larger: [], left: 0 })
    expect(asked).toEqual(['a ×2'])
    expect(code.inputs('placeImage').map(({ id }) => id)).toEqual(['id of a 1', 'id of a 2'])
    expect(code.names()).not.toContain('lendImage')
    expect(upscaling.lent.value).toBe(0)
  })

  test('one that fails is left, and the others are larger', async () => {
    const { follow, start } = stage({
      bitmaps: [photo('a'), photo('b')],
      upscale: async ({ picture }) => {
        if (textOf(picture) === 'hash of a') throw new AppError('refused', 'The provider says: “No.”.')
        return editedTo('b')
      },
    })
    await follow('file')
    expect(await start('file')).toMatchObject({ larger: [], left: 1 })
  })

  test('what was made larger for files before is placed, and not paid for again', async () => {
    const { upscaling, code, asked, follow, start } = stage()
    await follow('export')
    await start('export')
    await follow('file')
    expect([upscaling.counts.value.pictures, upscaling.lent.value]).toEqual([0, 1])
    expect(await start('file')).toMatchObject({ larger: [], left: 0 })
    expect(code.inputs('placeImage').map(({ id }) => id)).toEqual(['id of a'])
    expect(asked).toEqual(['a ×2'])
  })

  test('while its run goes the document is not looked at, and once when it has ended', async () => {
    const answer = hold<Edited>()
    const { upscaling, document, selection, follow } = stage({ upscale: () => answer.promise })
    await follow('file')
    const done = upscaling.start('file')
    await pass()
    expect(document.audits).toBe(2)
    selection.follow({ rows: [] })
    await pass()
    expect(document.audits).toBe(2)
    answer.resolve(editedTo('a'))
    await pass()
    await done
    expect(document.audits).toBe(3)
  })
})

describe('for the files alone', () => {
  test('nothing is placed: the sandbox is lent the picture, as often as it needs it', async () => {
    const { code, run, asked, follow, start } = stage()
    await follow('export')
    const upscaled = await start('export')
    expect(upscaled).toMatchObject({ larger: ['hash of a'], left: 0 })
    await upscaled!.lend(['hash of a', 'hash of nothing'])
    await upscaled!.lend(['hash of a'])
    const lent = code.inputs('lendImage').map(({ picture, ...others }) => ({ ...others, text: textOf(picture) }))
    expect(lent).toEqual(Array(2).fill({ hash: 'hash of a', shrink: 0.5, text: 'larger a' }))
    expect(asked).toEqual(['a ×2'])
    expect(code.names()).not.toContain('placeImage')
    expect(run.tally.value).toMatchObject({ total: 1, done: 1 })
  })

  test('one request serves all layers, and none of them is asked twice', async () => {
    const { upscaling, asked, run, follow, start } = stage({
      bitmaps: [photo('a', { uses: [useOn('a 1', { exported: 2 }), useOn('a 2', { exported: 2 })] })],
    })
    await follow('export')
    await start('export')
    expect(run.rows.value).toHaveLength(1)
    expect(upscaling.counts.value).toMatchObject({ pictures: 0, refused: 0 })
    expect(upscaling.lent.value).toBe(1)
    expect(await start('export')).toMatchObject({ larger: ['hash of a'], left: 0 })
    expect(asked).toEqual(['a ×2'])
  })

  test('what is here is not in the price; a larger step and another model are', async () => {
    const { upscaling, document, asked, follow, start } = stage()
    await follow('export')
    await start('export')
    document.bitmaps = [photo('a'), photo('b')]
    upscaling.hear()
    await pass()
    expect(upscaling.counts.value.pictures).toBe(1)
    expect(upscaling.lent.value).toBe(1)
    expect(upscaling.price.value).toEqual({ at: 'known', sums: [CENT] })
    expect(await start('export')).toMatchObject({ larger: ['hash of a', 'hash of b'], left: 0 })
    expect(asked).toEqual(['a ×2', 'b ×2'])
    document.bitmaps = [photo('a', { uses: [useOn('a', { exported: 3 })] })]
    upscaling.hear()
    await pass()
    expect([upscaling.counts.value.pictures, upscaling.lent.value]).toEqual([1, 0])
    document.bitmaps = [photo('a')]
    upscaling.hear()
    await pass()
    expect([upscaling.counts.value.pictures, upscaling.lent.value]).toEqual([0, 1])
    upscaling.chooseModel('other')
    expect([upscaling.counts.value.pictures, upscaling.lent.value]).toEqual([1, 0])
  })

  test('of what was merely resampled the original is made larger, and shown instead of the copy', async () => {
    const resampledFrom = { width: 1200, height: 800, hash: 'hash of original' }
    const copy = { ...photo('copy'), width: 1800, height: 1200, resampledFrom }
    const { asked, code, follow, start } = stage({
      bitmaps: [{ ...copy, uses: [useOn('copy', { exported: 2, density: 1.5 })] }],
    })
    await follow('export')
    const upscaled = await start('export')
    expect(upscaled).toMatchObject({ larger: ['hash of copy'], left: 0 })
    await upscaled!.lend(['hash of copy'])
    expect(code.inputs('lendImage')).toMatchObject([{ hash: 'hash of copy', shrink: 0.75 }])
    expect(textOf(code.inputs('lendImage')[0]!.picture)).toBe('larger original')
    expect(asked).toEqual(['original ×2'])
  })

  test('stopped in the middle, what is here is shown, and the others are left', async () => {
    const answer = hold<Edited>()
    const { upscaling, run, follow } = stage({
      bitmaps: [photo('a'), photo('b')],
      upscale: ({ picture }) => (textOf(picture) === 'hash of a' ? Promise.resolve(editedTo('a')) : answer.promise),
    })
    await follow('export')
    const done = upscaling.start('export')
    await pass()
    run.stop()
    await pass()
    const upscaled = await done
    expect(upscaled).toMatchObject({ left: 1 })
    expect(upscaled!.larger).toEqual(['hash of a'])
    answer.resolve(editedTo('late'))
    await pass()
    expect(run.arrived.value).toHaveLength(1)
    // It is paid for, and waits to be placed or saved.
    expect(upscaling.counts.value.pictures).toBe(0)
  })

  test('what is not like its image is not shown, nor paid for once more', async () => {
    const { upscaling, asked, likeness, follow, start } = stage()
    likeness.of = 0.2
    await follow('export')
    expect(await start('export')).toMatchObject({ larger: [], left: 1 })
    expect(upscaling.counts.value.pictures).toBe(0)
    expect(await start('export')).toMatchObject({ larger: [], left: 1 })
    expect(asked).toHaveLength(1)
  })

  test('what Figma does not take is passed over: the file then says that it shows its own', async () => {
    const { follow, start } = stage({
      lend() {
        throw new AppError('image', 'Figma did not take the picture.')
      },
    })
    await follow('export')
    const upscaled = await start('export')
    await expect(upscaled!.lend(['hash of a'])).resolves.toBeUndefined()
  })
})

describe('what is not begun', () => {
  test('other images than were said: the price is looked at again', async () => {
    const { upscaling, document, asked, follow, start } = stage()
    await follow('export')
    document.bitmaps = [photo('a'), photo('b')]
    expect(await start('export')).toBeUndefined()
    expect(upscaling.notice.shown.value).toMatchObject({ fault: 'layer', message: T.otherExports })
    expect(asked).toEqual([])
    expect(upscaling.price.value).toEqual({ at: 'known', sums: [{ amount: 0.02, unit: 'USD' }] })
    expect(await start('export')).toMatchObject({ left: 0 })
    expect(upscaling.notice.shown.value).toBeUndefined()
  })

  test('other layers are exported before it has begun', async () => {
    const { upscaling, asked, follow } = stage()
    await follow('export')
    const done = upscaling.start('export')
    upscaling.follow([{ id: 'other', scale: 2 }])
    await pass()
    expect(await done).toBeUndefined()
    expect(upscaling.notice.shown.value).toMatchObject({ message: T.otherExports })
    expect(asked).toEqual([])
  })

  test('without an account the panel itself works and is free, and a model asks for the key', async () => {
    const { upscaling, code, asked, follow, start } = stage({ isReady: false })
    await follow('export')
    expect(upscaling.model.value).toBe('local')
    expect(upscaling.price.value).toEqual({ at: 'known', sums: [{ amount: 0, unit: 'USD' }] })
    upscaling.chooseModel('larger')
    expect(await start('export')).toBeUndefined()
    expect(upscaling.notice.shown.value).toMatchObject({ fault: 'settings' })
    upscaling.chooseModel('local')
    expect(upscaling.notice.shown.value).toBeUndefined()
    expect(await start('export')).toMatchObject({ larger: ['hash of a'], left: 0 })
    expect(asked).toEqual([])
    expect(code.names()).not.toContain('placeImage')
  })

  test('nothing to make larger is no run', async () => {
    const { run, follow, start } = stage({ bitmaps: [photo('a', { uses: [useOn('a', { exported: 1 })] })] })
    expect(await start('export')).toMatchObject({ larger: [], left: 0 })
    await follow('export')
    expect(await start('export')).toMatchObject({ larger: [], left: 0 })
    expect(await start('file')).toMatchObject({ larger: [], left: 0 })
    expect(run.tally.value.total).toBe(0)
  })
})
