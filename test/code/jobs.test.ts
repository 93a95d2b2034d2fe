import { afterAll, expect, test } from 'vitest'
import type { LayerSpec } from '../../dev/figma/world.ts'
import type { CheckLayer, LayerRow } from '../../src/shared/protocol.ts'
import { pluginBuilder } from '../harness/plugin.ts'
import { idOf, json, layer, made, orderFor, photo, picturesOf, rowsFor, solid } from './session.ts'

// What is remembered of jobs, and whether their layers are still there.

const plugins = pluginBuilder()
afterAll(plugins.close)

const { red, blue } = await picturesOf(40, 20)
const open = (...layers: LayerSpec[]) => plugins.open(layers, { red: red.bytes, blue: blue.bytes })

const JOB = { owner: 'window one', version: 1, open: { id: 'job 1' } }

test('jobs are kept beside the settings with the name of their file, told by id, and forgotten one by one', async () => {
  const { ui, run } = await open()
  await ui.call('saveSettings', { settings: { version: 1 } })
  await ui.call('saveJob', { id: 'a', job: JOB })
  await ui.call('saveJob', { id: 'b', job: { ...JOB, file: 'Landing page' } })
  await ui.call('markWindow', { window: 'window one', at: 5 })
  const kept = { a: { ...JOB, file: 'Test' }, b: { ...JOB, file: 'Landing page' } }
  expect(await ui.call('readJobs', {})).toEqual({ jobs: kept, windows: { 'window one': 5 } })
  await ui.call('saveJob', { id: 'a', job: undefined })
  await ui.call('markWindow', { window: 'window one', at: undefined })
  expect(await ui.call('readJobs', {})).toEqual({ jobs: { b: kept.b }, windows: {} })
  await ui.call('saveJob', { id: 'b', job: undefined })
  expect(run.storage).toEqual({ settings: { version: 1 } })
})

test('a job goes to a window only from the one that it is thought to belong to', async () => {
  const { ui } = await open()
  await ui.call('saveJob', { id: 'a', job: JOB })
  expect(await ui.call('claimJob', { id: 'a', window: 'two', from: 'window one' })).toBe(true)
  expect(await ui.call('claimJob', { id: 'a', window: 'three', from: 'window one' })).toBe(false)
  expect((await ui.call('readJobs', {})).jobs.a).toEqual({ ...JOB, owner: 'two', file: 'Test' })
  await ui.call('saveJob', { id: 'a', job: undefined })
  expect(await ui.call('claimJob', { id: 'a', window: 'two', from: 'two' })).toBe(false)
  expect((await ui.call('readJobs', {})).jobs).toEqual({})
})

test('of jobs that are written at the same time the last one stands, and one that is too large leaves the earlier', async () => {
  const { ui, run, editor } = await open()
  const jobs = [JOB, undefined, { ...JOB, owner: 'two' }]
  await Promise.all(jobs.map((job) => ui.call('saveJob', { id: 'a', job })))
  const large = { ...JOB, prompt: 'x'.repeat(5_000_001) }
  await expect(ui.call('saveJob', { id: 'a', job: large })).rejects.toMatchObject({ fault: 'storage' })
  expect(run.storage).toEqual({ 'job a': { ...JOB, owner: 'two', file: 'Test' } })
  expect(editor.errors()).toEqual([])
})

const questionOf = (row: LayerRow | undefined): CheckLayer => {
  if (row?.source.kind === 'image' || row?.source.kind === 'appearance') return { ...row, source: row.source }
  throw new Error('The row cannot be edited')
}

test('a layer that holds the image is here, whatever it is called; repainted it has changed; deleted it is gone', async () => {
  const { ui, editor, ...plugin } = await open(layer('Photo', [photo()]))
  const [row] = await rowsFor({ ui, editor, ...plugin }, 'Photo')
  const before = json({ ui, editor, ...plugin })
  const ask = (part: Partial<CheckLayer> = {}) => ui.call('checkLayer', { ...questionOf(row), ...part })
  expect(await ask()).toBe('here')
  expect(await ask({ name: 'Other' })).toBe('here')
  expect(await ask({ file: 'Test' })).toBe('here')
  expect(await ask({ file: 'Test before it was copied' })).toBe('copy')
  const other = { kind: 'image', hash: '0'.repeat(40) } as const
  expect(await ask({ source: other })).toBe('changed')
  expect(await ask({ source: other, name: 'Of another file' })).toBe('gone')
  expect(await ask({ source: other, file: 'Another file' })).toBe('gone')
  expect(await ask({ id: '99:99' })).toBe('gone')
  expect(await ask({ id: '' })).toBe('gone')
  expect(json({ ui, editor, ...plugin })).toBe(before)
})

test('a look has no hash: its layer is here while name and size are the same', async () => {
  const plugin = await open(layer('Badge', [solid]))
  const [row] = await rowsFor(plugin, 'Badge')
  const ask = (part: Partial<CheckLayer> = {}) => plugin.ui.call('checkLayer', { ...questionOf(row), ...part })
  expect(await ask()).toBe('here')
  expect(await ask({ width: 201 })).toBe('changed')
  expect(await ask({ name: 'Of another file' })).toBe('gone')
})

test.each(['Photo', 'Look'])(
  'a result of the same request on %s is found, also on a rectangle laid over it',
  async (name) => {
    const plugin = await open(layer('Photo', [photo()]), {
      ...layer('Look', [solid], { y: 300, type: 'FRAME', children: [layer('Inner', [solid])] }),
    })
    const [row] = await rowsFor(plugin, name)
    const ask = (request: string) =>
      plugin.ui.call('checkLayer', { ...questionOf(row), id: idOf(plugin, name), request })
    expect(await ask('job 1')).toBe('here')
    await plugin.ui.call('placeImage', orderFor(row, blue, { made: { ...made, requestId: 'job 1' } }))
    expect(await ask('job 1')).toBe('placed')
    expect(await ask('job 2')).toBe('here')
    plugin.editor.undo()
    expect(await ask('job 1')).toBe('here')
  },
)
