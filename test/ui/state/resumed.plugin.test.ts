import sharp from 'sharp'
import { afterAll, expect, test, vi } from 'vitest'
import { startPixelDojo } from '../../../dev/api/pixeldojo/server.ts'
import type { LayerSpec } from '../../../dev/figma/world.ts'
import { typeOf } from '../../../src/shared/picture.ts'
import { pixelDojo } from '../../../src/ui/providers/pixeldojo.ts'
import { createModels } from '../../../src/ui/state/create-models.ts'
import { layer, photo, picturesOf, rowsFor, shownOn } from '../../code/session.ts'
import { type OpenPlugin, pluginBuilder } from '../../harness/plugin.ts'
import { fakeCodec } from '../jobs/fakes.ts'

// All of it together: the models as the panel makes them, the built sandbox, and a provider over real HTTP.

const plugins = pluginBuilder()
const api = await startPixelDojo({ dataAddresses: 'accept', working: 600_000 })
afterAll(() => Promise.all([plugins.close(), api.stop()]))

const { red } = await picturesOf(96, 64)

const codec = fakeCodec({
  frame: async (picture) => ({ picture, transparent: false }),
  async cut(answer) {
    const bytes = new Uint8Array(await new Blob([answer]).arrayBuffer())
    const { width, height } = await sharp(bytes).metadata()
    return { bytes, type: typeOf(bytes)!, width: width!, height: height! }
  },
})

let seed = 0
function panelOver({ ui }: OpenPlugin) {
  const models = createModels({ code: ui, codec, providers: [pixelDojo], hosts: ['*'], drawSeed: () => ++seed })
  models.settings.changeKey(api.key)
  models.settings.changeAddress('address', api.url)
  models.settings.settle()
  return models
}

const open = (...layers: LayerSpec[]) => plugins.open(layers, { red: red.bytes })
const eventually = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 20 })

test('the picture of a panel that was closed comes to its layer in the next one, as one undo step', async () => {
  const first = await open(layer('Photo', [photo()]))
  const before = panelOver(first)
  before.selection.follow({ rows: await rowsFor(first, 'Photo') })
  before.form.change({ prompt: 'echo' })
  void before.edit.start()
  await eventually(() => expect(Object.keys(first.run.storage).join()).toContain('job pixeldojo '))
  const { storage } = first.run
  expect(JSON.stringify(Object.entries(storage).filter(([key]) => key !== 'settings'))).not.toContain(api.key)
  await eventually(() => expect(Object.keys(first.run.storage).join()).not.toContain('journal'))

  // The same file again; the window that began the job is not.
  const second = await open(layer('Photo', [photo()]))
  for (const [key, job] of Object.entries(storage)) {
    const [, id] = /^job (.+)$/.exec(key) ?? []
    if (id) await second.ui.call('saveJob', { id, job: job as { owner: string } })
  }
  const [original] = shownOn(second, 'Photo')
  api.settings.working = 0
  const after = panelOver(second)
  await after.resumed.look()
  await eventually(() => expect(after.resumed.rows.value[0]?.state.at).toBe('placed'))
  expect(shownOn(second, 'Photo')).not.toContain(original)
  const [{ made } = { made: undefined }] = (await second.ui.call('readResults', after.resumed.rows.value[0]!.placed!))
    .results
  expect(made).toMatchObject({ prompt: 'echo', provider: 'pixeldojo', model: 'p-image-edit' })
  expect(Object.keys(second.run.storage).filter((key) => key.startsWith('job'))).toEqual([])
  expect(api.requests.filter(({ method }) => method === 'POST')).toHaveLength(1)
  second.editor.undo()
  expect(shownOn(second, 'Photo')).toEqual([original])
}, 60_000)
