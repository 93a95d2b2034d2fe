import { expect, test } from 'vitest'
import { demoOptionsOf } from '../../../dev/host/demo/demo-options.ts'

const all = ['--image', 'photo.jpg', '--prompt', 'starry night sky', '--out', 'result.png']
const without = (name: string) =>
  all.filter((_, index) => all.indexOf(name) !== index && all.indexOf(name) + 1 !== index)

test('without --live the stand-in answers and no key is looked for', () => {
  expect(demoOptionsOf(all, {})).toEqual({
    ...{ image: 'photo.jpg', prompt: 'starry night sky', out: 'result.png' },
    live: undefined,
  })
})

test('--live takes the key from the environment', () => {
  const { live } = demoOptionsOf([...all, '--live'], { LUMENFALL_API_KEY: ' lmnfl_a.b ' })
  expect(live).toEqual({ url: 'https://api.lumenfall.ai', key: 'lmnfl_a.b' })
})

test.each([
  [without('--image'), '--image is missing: name the picture to edit.'],
  [without('--prompt'), '--prompt is missing: say what should change.'],
  [[...without('--prompt'), '--prompt', '  '], '--prompt is missing: say what should change.'],
  [without('--out'), '--out is missing: name the PNG file to write.'],
  [[...without('--out'), '--out', 'a.jpg'], 'The result is a PNG: give --out a name that ends in .png, not “a.jpg”.'],
  [[...all, '--live'], '--live needs a key: set LUMENFALL_API_KEY to yours from lumenfall.ai/app/api_keys.'],
  [[...all, '--api', 'https://a.com'], '--api needs --live: without it the stand-in answers.'],
  [[...all, '--fast'], "Unknown option '--fast'."],
])('%j is refused in one sentence', (args, sentence) => {
  expect(() => demoOptionsOf(args, {})).toThrow(new Error(sentence))
})
