// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { canAtOpenAi } from '../../../src/ui/providers/openai-models.ts'
import { canAtPixazo } from '../../../src/ui/providers/pixazo-models.ts'
import { pixelDojo } from '../../../src/ui/providers/pixeldojo.ts'
import type { Can } from '../../../src/ui/providers/provider.ts'
import { imageRow } from '../jobs/fakes.ts'
import { byRole, choose, isShown, openOptions, perform } from './page.ts'
import { openPanel } from './panel.tsx'

async function panelFor(can: Can) {
  const panel = await openPanel({ provider: { can: () => can } })
  await openOptions()
  return panel
}
const choicesIn = (label: string) =>
  [...byRole('combobox', label).querySelectorAll('option')].map(({ textContent }) => textContent)

test('a model that knows ratios alone is offered no sizes and no choice of its own', async () => {
  await panelFor(pixelDojo.can('p-image-edit'))
  expect(choicesIn('Size').filter((choice) => choice !== 'Match the layer')).toEqual(
    ['16:9', '3:2', '4:3', '1:1', '3:4', '2:3', '9:16'].map((ratio) => `Shape only, ${ratio}`),
  )
  for (const label of ['Seed', 'Quality', 'Format']) expect(isShown('combobox', label)).toBe(false)
})

test('where one request gives one picture, nobody else is offered to draw the seed', async () => {
  await panelFor(canAtPixazo('p-image-edit'))
  expect(choicesIn('Seed')).toEqual(['Drawn by Refill', 'Fixed'])
})

test('quality, background and likeness are set where the model takes them', async () => {
  const { form } = await panelFor(canAtOpenAi('gpt-image-1'))
  expect(choicesIn('Background')).toEqual(['As the provider likes', 'Auto', 'Opaque'])
  await choose(byRole('combobox', 'Quality'), 'high')
  await choose(byRole('combobox', 'Likeness'), 'low')
  expect(form.all.value.options).toMatchObject({ quality: 'high', inputFidelity: 'low' })
  await choose(byRole('combobox', 'Likeness'), '')
  expect(form.all.value.options.inputFidelity).toBeUndefined()
})

test('a model that only makes pictures larger is not offered for edits', async () => {
  const { account } = await openPanel({
    provider: {
      can: (model) => (model === 'larger' ? canAtPixazo('p-image-upscale') : canAtPixazo('p-image-edit')),
      models: async () => ['larger', 'another'],
    },
  })
  await account.askModels()
  await new Promise((resolve) => setTimeout(resolve))
  expect(choicesIn('Model')).not.toContain('larger')
  expect(choicesIn('Model')).toContain('another')
})

test('Keep resolution keeps its place where nothing would be lost, and what was chosen there', async () => {
  const { selection, form } = await openPanel({ rows: [imageRow('Hero', { width: 4000, height: 3000 })] })
  await openOptions()
  const box = () => byRole<HTMLSelectElement>('combobox', 'Keep resolution')
  await choose(box(), 'local')
  await perform(() => selection.follow({ rows: [imageRow('Icon', { width: 40, height: 30 })] }))
  expect(box().disabled).toBe(true)
  expect(box().selectedOptions[0]!.text).toBe('Nothing is lost')
  expect(form.all.value.keep).toBe('local')
  await perform(() => selection.follow({ rows: [imageRow('Hero', { width: 4000, height: 3000 })] }))
  expect([box().disabled, box().value]).toEqual([false, 'local'])
})
