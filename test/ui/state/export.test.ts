import { signal } from '@preact/signals'
import { afterEach, expect, test, vi } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import type { ExportedFile, Exports, MissingImages } from '../../../src/shared/protocol.ts'
import type { ExportChoice } from '../../../src/ui/exports/choice.ts'
import { planFiles } from '../../../src/ui/exports/plan.ts'
import { ruleOf } from '../../../src/ui/exports/presets.ts'
import { createExport } from '../../../src/ui/state/export.ts'
import type { SavedExport } from '../../../src/ui/state/export-saved.ts'
import type { Upscaled } from '../../../src/ui/state/export-upscale.ts'
import type { Obstacle } from '../../../src/ui/state/exports.ts'
import { choiceWith, drawnFile, exportsOf, manyExports } from '../jobs/exports.ts'
import { fakeCode, fakeCodec, hold, settled } from '../jobs/fakes.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

type Draw = (id: string, count: number) => ExportedFile | MissingImages | Promise<ExportedFile>

interface Given {
  found?: Exports
  choice?: Partial<ExportChoice>
  draw?: Draw
  upscaled?: Upscaled | undefined
  codec?: Parameters<typeof fakeCodec>[0]
  pack?: Parameters<typeof createExport>[0]['zip']
}

/** The paths and contents of all files, a line for each. */
async function listed(files: AsyncIterable<{ path: string; blob: Blob }>) {
  let text = ''
  for await (const { path, blob } of files) text += `${path}: ${await blob.text()}\n`
  return new Blob([text])
}

function stage({ found: all = manyExports(3), choice: part, draw, upscaled, codec, pack = listed }: Given = {}) {
  const counts = new Map<string, number>()
  const code = fakeCode({
    exportFile({ id }) {
      const count = (counts.get(id) ?? 0) + 1
      counts.set(id, count)
      return draw ? draw(id, count) : drawnFile(`drawn ${id}`)
    },
  })
  const choice = { all: signal(choiceWith(part)) }
  const found = signal<Exports | undefined>(all)
  const plan = signal<ReturnType<typeof planFiles> | undefined>(planFiles(all, choice.all.value))
  const exports = {
    ...{ found, plan },
    obstacle: signal<Obstacle | undefined>(undefined),
    looked: async () => {},
    isShown: signal(true),
    isHeld: signal(false),
  }
  const followed: unknown[] = []
  const started: string[] = []
  const upscale = {
    follow: (...asked: unknown[]) => void followed.push(asked),
    async start(where: string) {
      started.push(where)
      return upscaled
    },
  }
  const saves: SavedExport[] = []
  const { convert } = fakeCodec(codec)
  const exporting = createExport({
    ...{ code, convert, exports, choice, upscale, zip: pack },
    save: (file) => void saves.push(file),
  })
  return { code, choice, exports, exporting, followed, started, saves }
}

type Stage = ReturnType<typeof stage>
const states = ({ exporting }: Stage) => exporting.rows.value.map(({ state }) => state.value.at)
const contentOf = async ({ url }: SavedExport) => (await fetch(url)).text()
const told = ({ code }: Stage) => code.inputs('notify')

test('several files are one ZIP, named after the document and the page', async () => {
  const staged = stage()
  await staged.exporting.start()
  expect(staged.saves).toMatchObject([{ name: 'Shop – Home.zip', files: 3 }])
  expect(await contentOf(staged.saves[0]!)).toBe(
    [1, 2, 3].map((number) => `Layer ${number}.png: drawn id of Layer ${number}\n`).join(''),
  )
  expect(states(staged)).toEqual(['done', 'done', 'done'])
  expect(told(staged)).toEqual([{ message: 'Refill: 3 files exported', error: false }])
})

test('one file is saved as itself, by the last part of its path', async () => {
  const staged = stage({ found: exportsOf('Icons/Heart'), choice: { template: '{page}/{layer}' } })
  await staged.exporting.start()
  expect(staged.saves).toMatchObject([{ name: 'Heart.png', files: 1 }])
  expect(await contentOf(staged.saves[0]!)).toBe('drawn id of Icons/Heart')
})

test('what Figma does not write is made of its PNG', async () => {
  const staged = stage({ choice: { rules: [ruleOf('JPG'), ruleOf('WEBP'), ruleOf('PNG')], ground: '#00ff00' } })
  await staged.exporting.start()
  const lines = (await contentOf(staged.saves[0]!)).split('\n')
  expect(lines.slice(0, 3)).toEqual([
    'Layer 1.jpg: image/jpeg 85 on #00ff00 of drawn id of Layer 1',
    'Layer 1.webp: image/webp 85 on clear of drawn id of Layer 1',
    'Layer 1.png: drawn id of Layer 1',
  ])
  expect(staged.code.inputs('exportFile')[0]!.as).toMatchObject({ format: 'PNG', colorProfile: 'SRGB' })
})

test('of a hundred files one fails: the rest is saved, and its reason is told', async () => {
  const staged = stage({
    found: manyExports(100),
    draw: (id) => (id === 'id of Layer 7' ? Promise.reject(new AppError('layer', 'It is gone.')) : drawnFile(id)),
  })
  await staged.exporting.start()
  const { exporting, saves } = staged
  expect(exporting.tally.value).toMatchObject({ total: 100, done: 99, failed: 1, stopped: 0 })
  expect(exporting.rows.value[6]!.state.value).toMatchObject({ at: 'failed', error: { message: 'It is gone.' } })
  expect(saves).toMatchObject([{ files: 99 }])
  expect((await contentOf(saves[0]!)).split('\n')).toHaveLength(100)
  expect(told(staged)).toEqual([{ message: 'Refill: 99 of 100 files exported, 1 failed', error: true }])
})

test('what failed is drawn once more, and all files are saved together in their order', async () => {
  const staged = stage({
    draw: (id, count) =>
      id === 'id of Layer 2' && count === 1 ? Promise.reject(new AppError('layer', 'Hidden.')) : drawnFile(id),
  })
  const { exporting, saves, code } = staged
  await exporting.start()
  await exporting.again()
  expect(code.inputs('exportFile').map(({ id }) => id)).toEqual([
    ...[1, 2, 3].map((number) => `id of Layer ${number}`),
    'id of Layer 2',
  ])
  expect(saves.map(({ files }) => files)).toEqual([2, 3])
  expect(await contentOf(saves[1]!)).toBe([1, 2, 3].map((n) => `Layer ${n}.png: id of Layer ${n}\n`).join(''))
})

test('Figma draws the next file while one is converted, and never a third', async () => {
  const conversions = [1, 2, 3, 4].map(() => hold<void>())
  let converted = 0
  const staged = stage({
    found: manyExports(4),
    choice: { rules: [ruleOf('JPG')] },
    codec: {
      async convert(picture) {
        await conversions[converted++]!.promise
        return picture
      },
    },
  })
  const done = staged.exporting.start()
  const asked = () => staged.code.inputs('exportFile').length
  await settled()
  expect([asked(), converted]).toEqual([2, 1])
  conversions[0]!.resolve()
  await settled()
  expect([asked(), converted]).toEqual([3, 2])
  for (const { resolve } of conversions) resolve()
  await done
  expect(states(staged)).toEqual(['done', 'done', 'done', 'done'])
})

test('Stop answers at once, asks for nothing more, and offers what is done without saving it', async () => {
  const staged = stage({
    found: manyExports(5),
    draw: (id) => (id === 'id of Layer 3' ? hold<ExportedFile>().promise : drawnFile(id)),
  })
  const { exporting, saves, code } = staged
  const done = exporting.start()
  await settled()
  expect(exporting.at.value).toBe('drawing')
  exporting.stop()
  await done
  expect(states(staged)).toEqual(['done', 'done', 'stopped', 'stopped', 'stopped'])
  expect(code.inputs('exportFile')).toHaveLength(3)
  expect(saves).toEqual([])
  expect(exporting.saved.value).toMatchObject({ files: 2 })
  expect(await contentOf(exporting.saved.value!)).toBe('Layer 1.png: id of Layer 1\nLayer 2.png: id of Layer 2\n')
  expect(exporting.heard.value).toBe('2 of 5 files exported, 3 stopped')
})

test('after Stop the rest is drawn and saved with what was done', async () => {
  const held = hold<ExportedFile>()
  const staged = stage({ draw: (id, count) => (id === 'id of Layer 2' && count === 1 ? held.promise : drawnFile(id)) })
  const { exporting, saves } = staged
  const done = exporting.start()
  await settled()
  exporting.stop()
  await done
  await exporting.again()
  expect(saves).toMatchObject([{ files: 3 }])
  expect((await contentOf(saves[0]!)).split('\n').map((line) => line.split('.')[0])).toEqual([
    ...['Layer 1', 'Layer 2', 'Layer 3'],
    '',
  ])
})

test('stopped before anything is done there is nothing to save', async () => {
  const staged = stage({ draw: () => hold<ExportedFile>().promise })
  const done = staged.exporting.start()
  await settled()
  staged.exporting.stop()
  await done
  expect([staged.exporting.saved.value, staged.saves]).toEqual([undefined, []])
})

test('a plan that changes meanwhile changes nothing of what goes', async () => {
  const held = hold<ExportedFile>()
  const staged = stage({ draw: (id) => (id === 'id of Layer 1' ? held.promise : drawnFile(id)) })
  const { exporting, exports, saves } = staged
  const done = exporting.start()
  await settled()
  expect(exports.isHeld.value).toBe(true)
  exports.found.value = exportsOf('Other')
  exports.plan.value = planFiles(exportsOf('Other'), choiceWith())
  held.resolve(drawnFile('first'))
  await done
  expect(exports.isHeld.value).toBe(false)
  expect((await contentOf(saves[0]!)).split('\n')[0]).toBe('Layer 1.png: first')
  expect(exporting.tally.value).toMatchObject({ total: 3, done: 3 })
})

test('it begins once, and not where there is nothing to export', async () => {
  const staged = stage({ draw: () => hold<ExportedFile>().promise })
  const { exporting, exports, code } = staged
  exports.obstacle.value = 'size'
  await exporting.start()
  expect(exporting.rows.value).toEqual([])
  exports.obstacle.value = undefined
  void exporting.start()
  void exporting.start()
  await settled()
  expect(code.inputs('exportFile')).toHaveLength(1)
  exporting.stop()
})

test('where other files would be made than those that were shown, it does not begin', async () => {
  const staged = stage()
  const { exporting, exports, code } = staged
  const answer = hold<void>()
  exports.looked = () => answer.promise
  const done = exporting.start()
  exports.plan.value = planFiles(exportsOf('Other'), choiceWith())
  answer.resolve()
  await done
  expect([exporting.rows.value, code.inputs('exportFile')]).toEqual([[], []])
})

test('a ZIP that cannot be written is told, and asks for no more files', async () => {
  const staged = stage({
    found: manyExports(20),
    pack: async (files) => {
      for await (const _ of files) throw new AppError('image', 'It is too large.')
      return new Blob()
    },
  })
  await staged.exporting.start()
  expect(staged.exporting.notice.shown.value?.message).toBe('It is too large.')
  expect([staged.exporting.at.value, staged.saves]).toEqual(['idle', []])
  expect(told(staged)).toEqual([{ message: 'Refill: the files could not be saved', error: true }])
  expect(staged.code.inputs('exportFile').length).toBeLessThan(4)
})

test('the browser gets back the memory of what was saved before', async () => {
  const revoked = vi.spyOn(URL, 'revokeObjectURL')
  const staged = stage()
  await staged.exporting.start()
  expect(revoked).not.toHaveBeenCalled()
  await staged.exporting.start()
  expect(revoked.mock.calls).toEqual([[staged.saves[0]!.url]])
})

const LARGER = ['hash of Hero']
const upscaledTo = (part: Partial<Upscaled> = {}): Upscaled => ({
  ...{ larger: LARGER, left: 0, lend: async () => {} },
  ...part,
})

test('images are made larger first, and the files show them', async () => {
  const staged = stage({ choice: { upscale: 'export' }, upscaled: upscaledTo() })
  await staged.exporting.start()
  expect(staged.started).toEqual(['export'])
  expect(staged.code.inputs('exportFile').map(({ larger }) => larger)).toEqual([LARGER, LARGER, LARGER])
})

test('what is larger in the document itself is not lent to the files', async () => {
  const staged = stage({ choice: { upscale: 'file' }, upscaled: upscaledTo({ larger: [] }) })
  await staged.exporting.start()
  expect(staged.started).toEqual(['file'])
  expect(staged.code.inputs('exportFile').some(({ larger }) => larger)).toBe(false)
})

test('where making them larger does not begin, neither does the export', async () => {
  const staged = stage({ choice: { upscale: 'file' }, upscaled: undefined })
  await staged.exporting.start()
  expect([staged.exporting.at.value, staged.code.inputs('exportFile'), staged.saves]).toEqual(['idle', [], []])
})

test('where some did not become larger it asks, and goes on or not', async () => {
  const staged = stage({ choice: { upscale: 'export' }, upscaled: upscaledTo({ left: 2 }) })
  const { exporting, saves } = staged
  await exporting.start()
  expect([exporting.at.value, exporting.left.value, saves]).toEqual(['asking', 2, []])
  exporting.cancel()
  expect([exporting.at.value, exporting.rows.value]).toEqual(['idle', []])
  await exporting.start()
  await exporting.goOn()
  expect([exporting.at.value, saves.length]).toEqual(['idle', 1])
})

test('what is tried again while it is asked comes too: nobody is asked any longer', async () => {
  const left = signal(2)
  const upscaled = {
    ...upscaledTo({}),
    get left() {
      return left.value
    },
  }
  const staged = stage({ choice: { upscale: 'export' }, upscaled })
  await staged.exporting.start()
  expect(staged.exporting.at.value).toBe('asking')
  left.value = 1
  expect(staged.exporting.left.value).toBe(1)
  left.value = 0
  await expect.poll(() => staged.exporting.at.value).toBe('idle')
  expect(staged.saves).toMatchObject([{ files: 3 }])
})

test('a picture that the sandbox does not have is lent, and the file drawn with as many as there are', async () => {
  const lend = vi.fn(async () => {})
  const staged = stage({
    choice: { upscale: 'export' },
    upscaled: upscaledTo({ lend }),
    draw: (id, count) =>
      id !== 'id of Layer 2' ? drawnFile(id) : count === 1 ? { needs: LARGER } : drawnFile(id, { missed: 3 }),
  })
  await staged.exporting.start()
  expect(lend.mock.calls).toEqual([[LARGER]])
  expect(staged.code.inputs('exportFile').map(({ id, anyway }) => [id, anyway])).toEqual([
    ['id of Layer 1', undefined],
    ['id of Layer 2', undefined],
    ['id of Layer 2', true],
    ['id of Layer 3', undefined],
  ])
  expect(staged.exporting.rows.value.map(({ state }) => state.value)).toMatchObject([
    { at: 'done', missed: 0 },
    { at: 'done', missed: 3 },
    { at: 'done', missed: 0 },
  ])
})

test('Stop does not wait for pictures that are lent', async () => {
  const staged = stage({
    choice: { upscale: 'export' },
    upscaled: upscaledTo({ lend: () => hold<void>().promise }),
    draw: () => ({ needs: LARGER }),
  })
  const done = staged.exporting.start()
  await settled()
  staged.exporting.stop()
  await done
  expect(states(staged)).toEqual(['stopped', 'stopped', 'stopped'])
})

test('which images are too small is looked up while it is on and shown, stays while it waits, and is none while files are drawn', async () => {
  const staged = stage({ found: exportsOf('Hero'), upscaled: upscaledTo({ left: 1 }) })
  const { choice, exports, exporting, followed } = staged
  const roots = [{ id: 'id of Hero', scale: 1 }]
  choice.all.value = choiceWith({ upscale: 'export' })
  expect(followed.at(-1)).toEqual([roots, 'export'])
  await exporting.start()
  const { length } = followed
  exports.plan.value = undefined
  expect(followed).toHaveLength(length)
  void exporting.goOn()
  expect(followed.at(-1)).toEqual([undefined, 'export'])
  await vi.waitUntil(() => exporting.at.value === 'idle')
  exports.plan.value = planFiles(exportsOf('Hero'), choiceWith())
  expect(followed.at(-1)).toEqual([roots, 'export'])
  exports.isShown.value = false
  expect(followed.at(-1)).toEqual([undefined, 'export'])
})
