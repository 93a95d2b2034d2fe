import { expect, test } from 'vitest'
import { openModule } from '../../harness/browser-module.ts'
import { farthest, findMarks, markedSample } from './marks.ts'
import { echoOf } from './samples.ts'

test.each([
  ['a blob worker', 'blob worker', ''],
  ['a data: worker where blob workers are forbidden', 'data worker', "script-src 'unsafe-inline'; worker-src data:"],
  ['the page itself where no worker may start', 'page', "script-src 'unsafe-inline'; worker-src 'none'"],
])('pictures are worked on in %s', async (_, place, csp) => {
  const { call, close } = await openModule<typeof import('./in-browser.ts')>('test/ui/image/in-browser.ts', { csp })
  try {
    expect(await call('placeOfWork')).toBe(place)

    const source = await markedSample({ width: 300, height: 200 })
    const { recipe, sent } = await call('send', source, { shape: { width: 400, height: 400 }, alpha: 'keep' })
    const result = await call('back', recipe, await echoOf(sent, { width: 500, height: 505 }))
    expect(farthest(await findMarks(result), await findMarks(source))).toBeLessThan(0.01)
    await expect(call('answered', new Uint8Array(9), { width: 8, height: 8 })).rejects.toMatchObject({
      fault: 'provider',
    })
  } finally {
    await close()
  }
})

test('stopped and closed work is cancelled, and the rest goes on', async () => {
  const { call, close } = await openModule<typeof import('./in-browser.ts')>('test/ui/image/in-browser.ts')
  try {
    const source = await markedSample({ width: 300, height: 200 })
    const plan = { shape: { width: 400, height: 400 }, alpha: 'keep' } as const
    expect(await call('stopAndClose', source, plan)).toEqual({
      outcomes: ['sent', 'cancelled', 'sent'],
      closed: ['cancelled', 'cancelled'],
      emptied: false,
    })
  } finally {
    await close()
  }
})

test('a worker is replaced after some pictures, so that what it holds goes, and none is lost', async () => {
  const { call, close } = await openModule<typeof import('./in-browser.ts')>('test/ui/image/in-browser.ts')
  try {
    const { came, begun, ended } = await call('thumbnailsByWorkers', await markedSample({ width: 60, height: 40 }), 100)
    expect(came).toBe(100)
    expect(ended).toBeGreaterThanOrEqual(3)
    // As many are left as work at the same time.
    expect(begun - ended).toBeLessThanOrEqual(2)
  } finally {
    await close()
  }
})
