import { afterAll, expect, test } from 'vitest'
import { pluginBuilder } from '../harness/plugin.ts'

// Presets and prompts in the built sandbox: each kept by itself, beside the settings.

const plugins = pluginBuilder()
afterAll(plugins.close)

test('presets are kept and removed one by one, and leave all else alone', async () => {
  const { ui, run } = await plugins.open([])
  await ui.call('saveSettings', { settings: { version: 1 } })
  await ui.call('savePreset', { id: 'a', preset: { version: 1, name: 'Night' } })
  await ui.call('savePreset', { id: 'b', preset: { version: 2 } })
  await ui.call('savePrompts', { prompts: { version: 1, prompts: ['night'] } })
  expect(await ui.call('readPresets', {})).toEqual({ a: { version: 1, name: 'Night' }, b: { version: 2 } })
  expect(await ui.call('readPrompts', {})).toEqual({ version: 1, prompts: ['night'] })
  await ui.call('savePreset', { id: 'a', preset: undefined })
  expect(run.storage).toEqual({
    settings: { version: 1 },
    'preset b': { version: 2 },
    prompts: { version: 1, prompts: ['night'] },
  })
})

test('what has no room is refused, and what was kept before stands', async () => {
  const { ui, run } = await plugins.open([])
  await ui.call('savePreset', { id: 'a', preset: { name: 'Night' } })
  await ui.call('savePrompts', { prompts: ['night'] })
  const large = 'x'.repeat(5_000_001)
  await expect(ui.call('savePreset', { id: 'a', preset: { name: large } })).rejects.toMatchObject({ fault: 'storage' })
  await expect(ui.call('savePrompts', { prompts: [large] })).rejects.toMatchObject({ fault: 'storage' })
  expect(run.storage).toEqual({ 'preset a': { name: 'Night' }, prompts: ['night'] })
})

test('what is read is what was written last, in whichever order it comes', async () => {
  const { ui } = await plugins.open([])
  const writes = ['one', 'two'].map((name) => ui.call('savePreset', { id: 'a', preset: { name } }))
  expect(await ui.call('readPresets', {})).toEqual({ a: { name: 'two' } })
  await Promise.all(writes)
})
