import { afterEach, expect, test, vi } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import type { Audit } from '../../../src/shared/protocol.ts'
import { createRush } from '../../../src/ui/jobs/rush.ts'
import { createAudit } from '../../../src/ui/state/audit.ts'
import { createSelection } from '../../../src/ui/state/selection.ts'
import { auditOf, bitmapOf, denseBitmap, useOn } from '../jobs/audits.ts'
import { fakeCode, hold, imageRow, settled } from '../jobs/fakes.ts'

afterEach(() => {
  vi.useRealTimers()
})

function stage(answers: Parameters<typeof fakeCode>[0] = {}) {
  const code = fakeCode({ auditImages: () => auditOf([denseBitmap('Hero', 1)]), ...answers })
  const selection = createSelection()
  const audit = createAudit({ code, selection, rush: createRush(), isOwn: () => false })
  const hash = 'hash of Hero'
  const hero = imageRow('Hero', { source: { kind: 'image', hash }, at: useOn('Hero').at })
  return {
    code,
    audit,
    hero,
    select: (...rows: Parameters<typeof selection.follow>[0]['rows']) => selection.follow({ rows }),
  }
}

/** There is a list, and another one is being made. */
async function lookingAgain() {
  const answer = hold<Audit>()
  const answers: (Audit | Promise<Audit>)[] = [auditOf([denseBitmap('Hero', 1)]), answer.promise]
  const { audit } = stage({ auditImages: () => answers.shift() })
  await audit.start()
  return { audit, answer, done: audit.start() }
}

/** How far the sandbox tells that it is. */
const report = ({ calls }: ReturnType<typeof fakeCode>, done: number, total: number) =>
  calls.find(({ name }) => name === 'auditImages')!.options.onProgress!({ done, total })

test('the page is looked at, or what is selected', async () => {
  const { audit, code } = stage()
  await audit.start()
  audit.scope.value = 'selection'
  await audit.start()
  expect(code.inputs('auditImages')).toEqual([{ of: 'page' }, { of: 'selection' }])
})

test('a selection can be looked at once there is one', () => {
  const { audit, hero, select } = stage()
  expect(audit.canStart.value).toBe(true)
  audit.scope.value = 'selection'
  expect(audit.canStart.value).toBe(false)
  select(hero)
  expect(audit.canStart.value).toBe(true)
})

test('it says how far it is, and what it found', async () => {
  const answer = hold<Audit>()
  const { audit, code } = stage({ auditImages: () => answer.promise })
  const done = audit.start()
  expect(audit.progress.value).toEqual({ done: 0, total: 0 })
  report(code, 40, 100)
  expect(audit.progress.value).toEqual({ done: 40, total: 100 })
  answer.resolve(auditOf([denseBitmap('a', 1), denseBitmap('b', 2)]))
  await done
  expect(audit.progress.value).toBeUndefined()
  expect(audit.summary.value).toBe('2 images on 2 layers: 1 too small, 1 sharp.')
})

test('what is heard comes at intervals, and at the end', async () => {
  vi.useFakeTimers()
  const answer = hold<Audit>()
  const { audit, code } = stage({ auditImages: () => answer.promise })
  const done = audit.start()
  expect(audit.heard.value).toBe('Looking for images…')
  report(code, 40, 100)
  expect(audit.heard.value).toBe('Looking for images…')
  vi.advanceTimersByTime(5000)
  report(code, 50, 100)
  report(code, 51, 100)
  expect(audit.heard.value).toBe('50 of 100 layers')
  answer.resolve(auditOf([denseBitmap('a', 1)]))
  await done
  expect(audit.heard.value).toBe('1 image on 1 layer: 1 too small.')
})

test('while it looks, it is not asked again', async () => {
  const { audit, code } = stage()
  await Promise.all([audit.start(), audit.start()])
  expect(code.inputs('auditImages')).toHaveLength(1)
})

test('what was stopped is no fault, and leaves what was found before', async () => {
  const { audit, done } = await lookingAgain()
  audit.stop()
  await done
  expect(audit.notice.shown.value).toBeUndefined()
  expect(audit.progress.value).toBeUndefined()
  expect(audit.heard.value).toBe('The audit was stopped.')
  expect(audit.found.value!.bitmaps.map(({ hash }) => hash)).toEqual(['hash of Hero'])
})

test('a fault is said, and goes with the next audit', async () => {
  const refusal = new AppError('bug', 'It broke.')
  let isFirst = true
  const { audit } = stage({
    auditImages() {
      if (!isFirst) return auditOf([])
      isFirst = false
      return Promise.reject(refusal)
    },
  })
  await audit.start()
  expect(audit.notice.shown.value).toBe(refusal)
  await audit.start()
  expect(audit.notice.shown.value).toBeUndefined()
})

test('a layer is shown, or it is said why not', async () => {
  const refusal = new AppError('layer', 'It is gone.')
  const { audit, code } = stage({ showLayer: () => Promise.reject(refusal) })
  await audit.showLayer(useOn('Hero'))
  expect(code.inputs('showLayer')).toEqual([{ id: 'id of Hero' }])
  expect(audit.notice.shown.value).toBe(refusal)
})

test('a list of another scope is not what would be found now', async () => {
  const { audit } = stage()
  await audit.start()
  expect(audit.stale.value).toBeUndefined()
  audit.scope.value = 'selection'
  expect(audit.stale.value).toBe('scope')
})

test('a list of another page is not what would be found now', async () => {
  const { audit, select } = stage()
  await audit.start()
  select(imageRow('Elsewhere', { at: { ...useOn('Hero').at, page: 'other' } }))
  expect(audit.stale.value).toBe('scope')
})

test('another selection makes the list stale; a layer of the list, or none, does not', async () => {
  const { audit, hero, select } = stage()
  audit.scope.value = 'selection'
  const frame = imageRow('Frame', { source: { kind: 'appearance', place: 'inside' } })
  select(frame, { ...hero, inside: { id: frame.id, name: 'Frame' } })
  await audit.start()
  select(hero)
  expect(audit.stale.value).toBeUndefined()
  select()
  expect(audit.stale.value).toBeUndefined()
  select(imageRow('Other'))
  expect(audit.stale.value).toBe('selection')
  select(frame)
  expect(audit.stale.value).toBeUndefined()
})

test.each([
  ['shows another image', { source: { kind: 'image', hash: 'new' } }],
  ['has another size', { at: { ...useOn('Hero').at, width: 500 } }],
] as const)(
  'a layer that %s makes the list stale, also when it was changed back, until the next audit',
  async (_, part) => {
    const { audit, hero, select } = stage()
    await audit.start()
    select(hero, imageRow('New'))
    expect(audit.stale.value).toBeUndefined()
    select({ ...hero, ...part })
    expect(audit.stale.value).toBe('document')
    select(hero)
    expect(audit.stale.value).toBe('document')
    await audit.start()
    expect(audit.stale.value).toBeUndefined()
  },
)

test('rows that are older than the audit say nothing about it', async () => {
  const { audit, hero, select } = stage()
  select({ ...hero, source: { kind: 'image', hash: 'old' } })
  await audit.start()
  expect(audit.stale.value).toBeUndefined()
})

test('a result that was placed on a layer of the list makes it stale', async () => {
  const { audit } = stage()
  await audit.start()
  audit.hear(['id of another'])
  expect(audit.stale.value).toBeUndefined()
  audit.hear(['id of Hero'])
  expect(audit.stale.value).toBe('document')
})

test('what was made larger is looked up at once; of another page, or of another selection, the list is left as it was', async () => {
  let page = 'page'
  const on = () => auditOf([bitmapOf('Hero', { uses: [useOn('Hero', { at: { ...useOn('Hero').at, page } })] })])
  const { audit, hero, select, code } = stage({ auditImages: on })
  const looked = async () => {
    audit.hear(['id of Hero'], true)
    await expect.poll(() => audit.progress.value).toBeUndefined()
    return [code.inputs('auditImages').length, audit.stale.value]
  }
  await audit.start()
  expect(await looked()).toEqual([2, undefined])
  page = 'other'
  expect(await looked()).toEqual([3, 'document'])
  expect(audit.found.value?.page).toBe('page')
  page = 'page'
  audit.scope.value = 'selection'
  select(hero, imageRow('Other'))
  await audit.start()
  expect(await looked()).toEqual([5, undefined])
  select(hero)
  expect(await looked()).toEqual([5, 'document'])
})

test('what changes while the first list is made makes it stale, if it is of the list', async () => {
  for (const [changed, stale] of [
    ['id of Other', undefined],
    ['id of Hero', 'document'],
  ] as const) {
    const answer = hold<Audit>()
    const { audit } = stage({ auditImages: () => answer.promise })
    const done = audit.start()
    audit.hear([changed])
    answer.resolve(auditOf([denseBitmap('Hero', 1)]))
    await done
    expect(audit.stale.value).toBe(stale)
  }
})

test('what is made larger while the list is made anew for that has it made anew once more; another change does not', async () => {
  const answers: ReturnType<typeof hold<Audit>>[] = []
  const { audit, code } = stage({
    auditImages() {
      answers.push(hold<Audit>())
      return answers.at(-1)!.promise
    },
  })
  const looks = () => code.inputs('auditImages').length
  async function answer() {
    answers.at(-1)!.resolve(auditOf([denseBitmap('Hero', 1)]))
    await settled()
  }
  void audit.start()
  await answer()
  audit.hear(['id of Hero'], true)
  audit.hear(['id of Hero'], true)
  await answer()
  expect(looks()).toBe(3)
  audit.hear(['id of Hero'], false)
  audit.hear(['id of Hero'], true)
  await answer()
  expect([looks(), audit.stale.value]).toEqual([3, 'document'])
})

test('a fault that is shown stays while the list is made anew, and one of that is not shown', async () => {
  let fault: AppError | undefined
  const { audit } = stage({
    auditImages() {
      if (fault) throw fault
      return auditOf([denseBitmap('Hero', 1)])
    },
    showLayer() {
      throw new AppError('layer', 'It is gone.')
    },
  })
  await audit.start()
  await audit.showLayer(useOn('Hero'))
  fault = new AppError('bug', 'No.')
  audit.hear(['id of Hero'], true)
  await settled()
  expect([audit.notice.shown.value?.message, audit.stale.value, audit.heard.value]).toEqual([
    'It is gone.',
    'document',
    '',
  ])
})

test('what changes while it looks makes the new list stale', async () => {
  const { audit, answer, done } = await lookingAgain()
  audit.hear(['id of Hero'], true)
  answer.resolve(auditOf([denseBitmap('Hero', 1)]))
  await done
  expect(audit.stale.value).toBe('document')
})
