import { expect, test } from 'vitest'
import { demoOptionsOf } from '../../../dev/host/demo/demo-options.ts'
import { SERVICES } from '../../../dev/host/demo/services.ts'
import { providers } from '../../../src/ui/providers/index.ts'

const all = ['--image', 'photo.jpg', '--prompt', 'starry night sky', '--out', 'result.png']
const without = (name: string) =>
  all.filter((_, index) => all.indexOf(name) !== index && all.indexOf(name) + 1 !== index)

test('without --live the stand-in answers and no key is looked for', () => {
  expect(demoOptionsOf(all, {})).toEqual({
    ...{ image: 'photo.jpg', prompt: 'starry night sky', out: 'result.png' },
    ...{ provider: 'lumenfall', relay: false, live: undefined },
  })
})

test('without --image there is one to be drawn', () => {
  expect(demoOptionsOf(without('--image'), {}).image).toBeUndefined()
})

test('another provider is named by its id, and may be reached by the relay', () => {
  expect(demoOptionsOf([...all, '--provider', 'pixazo', '--relay'], {})).toMatchObject({
    ...{ provider: 'pixazo', relay: true },
  })
})

test('each provider that the panel offers has its stand-in here', () => {
  expect(SERVICES.map(({ id, origin, keyPage }) => [id, origin, keyPage])).toEqual(
    providers.map(({ id, origin, keyPage }) => [id, origin, keyPage.replace(/^https:\/\/|\/$/g, '')]),
  )
})

test('--live takes the key from the environment', () => {
  const { live } = demoOptionsOf([...all, '--live'], { LUMENFALL_API_KEY: ' lmnfl_a.b ' })
  expect(live).toEqual({ url: 'https://api.lumenfall.ai', key: 'lmnfl_a.b' })
  const other = demoOptionsOf([...all, '--live', '--provider', 'pixeldojo'], { PIXELDOJO_API_KEY: 'pd_a' })
  expect(other.live).toEqual({ url: 'https://pixeldojo.ai', key: 'pd_a' })
})

test.each([
  [
    [...without('--image'), '--image', ''],
    '--image is empty: name the picture to edit, or leave it out to have one drawn.',
  ],
  [without('--prompt'), '--prompt is missing: say what should change.'],
  [[...without('--prompt'), '--prompt', '  '], '--prompt is missing: say what should change.'],
  [without('--out'), '--out is missing: name the PNG file to write.'],
  [[...without('--out'), '--out', 'a.jpg'], 'The result is a PNG: give --out a name that ends in .png, not “a.jpg”.'],
  [[...all, '--live'], '--live needs a key: set LUMENFALL_API_KEY to yours from lumenfall.ai/app/api_keys.'],
  [[...all, '--provider', 'midas'], 'There is no provider “midas”: there are lumenfall, pixeldojo, pixazo, openai.'],
  [[...all, '--provider', 'openai', '--relay'], 'The relay passes nothing on to OpenAI: leave --relay out.'],
  [[...all, '--live', '--provider', 'pixazo'], '--live needs a key: set PIXAZO_API_KEY to yours from api.pixazo.ai.'],
  [[...all, '--live', '--relay'], '--relay goes with the stand-in: it does nothing beside --live.'],
  [[...all, '--api', 'https://a.com'], '--api needs --live: without it the stand-in answers.'],
  [[...all, '--fast'], 'There is no option --fast.'],
])('%j is refused in one sentence', (args, sentence) => {
  expect(() => demoOptionsOf(args, {})).toThrow(new Error(sentence))
})
