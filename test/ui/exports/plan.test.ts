import { expect, test } from 'vitest'
import type { ExportAs, ExportLayer } from '../../../src/shared/protocol.ts'
import type { ExportChoice, Rule } from '../../../src/ui/exports/choice.ts'
import { planFiles, rootsOf } from '../../../src/ui/exports/plan.ts'
import { DEFAULT_CHOICE, PRESETS, ruleOf } from '../../../src/ui/exports/presets.ts'

const layerOf = (name: string, part: Partial<ExportLayer> = {}): ExportLayer => ({
  ...{ id: name, name, own: [], results: [], original: true },
  ...{ drawn: { width: 110, height: 60 }, box: { width: 100, height: 50 } },
  ...part,
})
const variant = (values: Record<string, string>, part: Partial<ExportLayer> = {}) =>
  layerOf(
    Object.entries(values)
      .map(([name, value]) => `${name}=${value}`)
      .join(', '),
    {
      ...{ set: 'Card', properties: values },
      ...part,
    },
  )
const results = (...shown: boolean[]): Pick<ExportLayer, 'results' | 'original'> => ({
  results: shown.map((shown, index) => ({ hash: `h${index + 1}`, shown })),
  original: !shown.includes(true),
})

const planOf = (layers: ExportLayer[], choice: Partial<ExportChoice> = {}) =>
  planFiles({ file: 'Shop/Web', page: 'Home/2024', layers }, { ...DEFAULT_CHOICE, ...choice })
const pathsOf = (layers: ExportLayer[], choice: Partial<ExportChoice> = {}) =>
  planOf(layers, choice).files.map(({ path }) => path)
const named = (layer: ExportLayer, template: string, choice: Partial<ExportChoice> = {}) =>
  pathsOf([layer], { template, ...choice })

test('the layers’ own settings are asked of Figma as they are', () => {
  const own: ExportAs[] = [
    { format: 'JPG', suffix: '-l', constraint: { type: 'WIDTH', value: 220 }, colorProfile: 'DOCUMENT' },
    { format: 'PNG', suffix: '', constraint: { type: 'HEIGHT', value: 200 }, useAbsoluteBounds: true },
    { format: 'PDF', suffix: '' },
  ]
  const { files, skipped } = planOf([layerOf('a', { own }), layerOf('b')], { from: 'layers' })
  expect(files.map(({ as }) => as)).toEqual(own)
  expect(files.every(({ convert }) => convert === undefined)).toBe(true)
  expect(files.map(({ path, size, scale, format }) => [path, size, scale, format])).toEqual([
    ['a-l.jpg', { width: 220, height: 120 }, 2, 'JPG'],
    ['a.png', { width: 400, height: 200 }, 4, 'PNG'],
    ['a.pdf', { width: 110, height: 60 }, 1, 'PDF'],
  ])
  expect(skipped.map(({ layer, why }) => [layer.id, why])).toEqual([['b', 'none']])
  expect(rootsOf(files)).toEqual([{ id: 'a', scale: 4 }])
})

test('rules ask Figma for what it writes, and for a PNG in sRGB where it does not', () => {
  const rules: Rule[] = [
    ...[ruleOf('PNG', 2), ruleOf('SVG'), ruleOf('PDF')],
    { format: 'JPG', size: { by: 'width', value: 330 }, suffix: '', quality: 70 },
    { format: 'WEBP', size: { by: 'height', value: 30 }, suffix: '', quality: 60 },
  ]
  const { files } = planOf([layerOf('a')], { rules, ground: '#112233' })
  expect(files.map(({ as, convert }) => [as, convert])).toEqual([
    [{ format: 'PNG', constraint: { type: 'SCALE', value: 2 } }, undefined],
    [{ format: 'SVG' }, undefined],
    [{ format: 'PDF' }, undefined],
    [
      { format: 'PNG', constraint: { type: 'WIDTH', value: 330 }, colorProfile: 'SRGB' },
      { type: 'image/jpeg', quality: 70, ground: '#112233' },
    ],
    [
      { format: 'PNG', constraint: { type: 'HEIGHT', value: 30 }, colorProfile: 'SRGB' },
      { type: 'image/webp', quality: 60 },
    ],
  ])
  expect(files.map(({ path, scale, size }) => [path, scale, size.width])).toEqual([
    ['a@2x.png', 2, 220],
    ['a.svg', 1, 110],
    ['a.pdf', 1, 110],
    ['a.jpg', 3, 330],
    ['a.webp', 0.5, 55],
  ])
})

test('hidden and empty layers are told and have no files', () => {
  const { files, skipped } = planOf([
    layerOf('a', { skipped: 'hidden' }),
    layerOf('b', { skipped: 'empty' }),
    layerOf('c'),
  ])
  expect(skipped.map(({ layer, why }) => [layer.id, why])).toEqual([
    ['a', 'hidden'],
    ['b', 'empty'],
  ])
  expect(files.map(({ path }) => path)).toEqual(['c.png'])
})

test('every result and the original have a file, and what shows now is asked for without a name', () => {
  const layers = [layerOf('a', results(false, true)), layerOf('b', results(false)), layerOf('c')]
  const { files } = planOf(layers, { pictures: 'all' })
  expect(files.map(({ path, shows }) => [path, shows])).toEqual([
    ['a-1.png', { result: 'h1' }],
    ['a-2.png', undefined],
    ['a-original.png', 'original'],
    ['b-1.png', { result: 'h1' }],
    ['b-original.png', undefined],
    ['c.png', undefined],
  ])
  expect(new Set(files.map(({ key }) => key)).size).toBe(6)
  expect(pathsOf(layers)).toEqual(['a.png', 'b.png', 'c.png'])
})

test('a result that lies on the layer and on its rectangle is one, and of two that show each is asked for', () => {
  const twice = {
    results: [
      { hash: 'h', shown: false },
      { hash: 'h', shown: true },
    ],
    original: false,
  }
  const one = planOf([layerOf('a', twice)], { pictures: 'all' })
  expect(one.files.map(({ shows }) => shows)).toEqual([undefined, 'original'])
  const two = planOf([layerOf('a', results(true, true))], { pictures: 'all' })
  expect(two.files.map(({ shows }) => shows)).toEqual([{ result: 'h1' }, { result: 'h2' }, 'original'])
})

test.each([
  ['{page}/{file}/{frame}/{layer}', 'Home-2024/Shop-Web/Board/a.png'],
  ['{layer}_{scale}_{width}x{height}_{format}_{n}', 'a_1x_110x60_png_1.png'],
  ['{set}/{layer}{suffix}', 'a.png'],
  ['{result}/{layer}', 'a.png'],
  ['{result}{frame}x/ /', 'Boardx.png'],
  ['{result}', 'unnamed.png'],
  ['{{{layer}}}', '{a}.png'],
  ['  ', 'a.png'],
])('%s gives %s', (template, path) => {
  expect(named(layerOf('a', { frame: 'Board' }), template)).toEqual([path])
})

test('the `/` of a layer makes folders, those of other names do not', () => {
  const layer = layerOf(' Icons / Home ', { properties: { Ratio: '16/9' }, frame: 'A/B' })
  expect(named(layer, '{frame}/{layer} {Ratio}')).toEqual(['A/B/Icons/Home 16-9.png'])
})

test.each([
  ['{layer}{suffix}', 'Card-Light-Summer.png'],
  ['{set}/{layer}', 'Card/Light-Summer.png'],
  ['{theme}/{layer}', 'Light/Card-Summer.png'],
  ['{set}/{Theme}/{SEASON}', 'Card/Light/Summer.png'],
  ['{set}/{Theme}/{Season}/{layer}', 'Card/Light/Summer.png'],
])('a variant by %s is %s', (template, path) => {
  expect(named(variant({ Theme: 'Light', Season: 'Summer' }), template)).toEqual([path])
})

test('a property that is called as a token is still in the name', () => {
  expect(named(variant({ Page: 'One', Scale: 'Big' }), '{page}-{scale}/{layer}')).toEqual([
    'Home-2024-1x/Card-One-Big.png',
  ])
})

test('an instance keeps its own name, and its properties are tokens', () => {
  const layer = layerOf('Teaser', { properties: { Theme: 'Dark' } })
  expect(named(layer, '{Theme}/{layer}')).toEqual(['Dark/Teaser.png'])
})

test('a result follows the name unless the template says it', () => {
  const layer = variant({ Theme: 'Light' }, results(true))
  expect(named(layer, '{layer}', { pictures: 'all' })).toEqual(['Card-Light-1.png', 'Card-Light-original.png'])
  expect(named(layer, '{result}/{layer}', { pictures: 'all' })).toEqual(['1/Card-Light.png', 'original/Card-Light.png'])
})

test.each([
  ['kebab', 'home-2024/card-very-light-original@2x.png'],
  ['snake', 'home_2024/card_very_light_original@2x.png'],
  ['camel', 'home2024/cardVeryLightOriginal@2x.png'],
  ['pascal', 'Home2024/CardVeryLightOriginal@2x.png'],
  ['lower', 'home-2024/card-very light-original@2x.png'],
] as const)('in %s, what the designer wrote and the suffix stay', (caseStyle, path) => {
  const layer = variant({ Theme: 'Very light' }, results(false))
  const choice = { caseStyle, pictures: 'all', rules: [ruleOf('PNG', 2)] } as const
  expect(named(layer, '{page}/{layer}{suffix}', choice)[1]).toBe(path)
})

test('numbers are as long as the last one', () => {
  const layers = Array.from({ length: 12 }, (_, index) => layerOf(`l${index}`))
  const paths = pathsOf(layers, { template: '{n}' })
  expect([paths[0], paths.at(-1)]).toEqual(['01.png', '12.png'])
})

test('a template that cannot be used plans nothing and says why', () => {
  expect(planOf([layerOf('a')], { template: '{theme}' })).toEqual({
    files: [],
    skipped: [],
    fault: { unknown: ['theme'] },
  })
  expect(planOf([layerOf('a')], { template: '{layer' }).fault).toEqual({ brace: '{' })
})

test('a suffix stays behind a long name and a number, and may part folders', () => {
  const [long, other] = pathsOf([layerOf('x'.repeat(500)), layerOf('x'.repeat(500), { id: 'o' })], {
    rules: [ruleOf('PNG', 2)],
  })
  expect([long, other]).toEqual([`${'x'.repeat(193)}@2x.png`, `${'x'.repeat(187)} 2@2x.png`])
  expect(pathsOf([layerOf('a')], { rules: [{ ...ruleOf('PNG'), suffix: '/2x' }] })).toEqual(['a/2x.png'])
})

test('5,000 files are planned at once, and keys and paths are distinct', () => {
  const layers = Array.from({ length: 1000 }, (_, index) =>
    layerOf('Card', { id: `${index}`, ...results(true, false) }),
  )
  const start = performance.now()
  const { files } = planOf(layers, { pictures: 'all', rules: [ruleOf('PNG'), ruleOf('PNG', 2)] })
  expect(performance.now() - start).toBeLessThan(4000)
  expect(files).toHaveLength(6000)
  expect(new Set(files.map(({ key }) => key)).size).toBe(6000)
  expect(new Set(files.map(({ path }) => path)).size).toBe(6000)
})

test('every preset plans distinct files of one layer', () => {
  expect(new Set(PRESETS.map(({ key }) => key)).size).toBe(PRESETS.length)
  for (const { rules } of PRESETS) {
    const paths = pathsOf([layerOf('a')], { rules })
    expect(paths.some((path) => / \d/.test(path))).toBe(false)
    expect(paths).toHaveLength(rules.length)
  }
})
