import { expect, test } from 'vitest'
import { byRequest } from '../../../src/ui/jobs/by-request.ts'
import { optionsFor, parseExtra } from '../../../src/ui/jobs/options.ts'
import { type Plan, plan } from '../../../src/ui/jobs/plan.ts'
import { askedFor, exportScale } from '../../../src/ui/jobs/sizing.ts'
import { canAtLumenfall } from '../../../src/ui/providers/lumenfall-models.ts'
import { openAi } from '../../../src/ui/providers/openai.ts'
import { pixazo } from '../../../src/ui/providers/pixazo.ts'
import { pixelDojo } from '../../../src/ui/providers/pixeldojo.ts'
import { CAN, CAN_LITTLE, imageRow, lookRow, pictureOf } from './fakes.ts'

function planOf(part: Partial<Plan>) {
  let drawn = 100
  return plan({
    rows: [imageRow('a')],
    cells: () => [{ prompt: 'Make it night' }],
    model: 'p-image-edit',
    count: 1,
    seed: undefined,
    ownSeed: false,
    shareSame: true,
    size: 'match',
    options: {},
    place: 'layer',
    can: CAN,
    drawSeed: () => drawn++,
    ...part,
  })
}

test.each([
  ['a wide one', { width: 3840, height: 2160 }, '1365x768'],
  ['a tall one', { width: 300, height: 533 }, '768x1365'],
  ['a square', { width: 10, height: 10 }, '1024x1024'],
  ['a photograph', { width: 6000, height: 4000 }, '1254x836'],
  ['a portrait', { width: 400, height: 600 }, '836x1254'],
  ['a long banner', { width: 6000, height: 500 }, '1365x768'],
  ['an odd one', { width: 1011, height: 777 }, '1183x887'],
])('the size asked for is the one whose ratio is nearest: %s', (_, row, expected) => {
  const { size, shape } = askedFor(row, { size: 'match', can: canAtLumenfall('p-image-edit') })
  expect(shape).toEqual(size)
  expect(`${shape.width}x${shape.height}`).toBe(expected)
})

test('a size that the designer chose is asked for, whatever the shape', () => {
  expect(askedFor({ width: 10, height: 900 }, { size: '1365x768', can: CAN }).size).toEqual({
    width: 1365,
    height: 768,
  })
})

test('a size that this model does not have gives way to the nearest', () => {
  expect(askedFor({ width: 900, height: 900 }, { size: '555x777', can: CAN }).size).toEqual({
    width: 1024,
    height: 1024,
  })
})

test('a shape alone is asked for as a ratio and a tier, and the picture is padded to that ratio', () => {
  const { size, aspectRatio, resolution, shape } = askedFor({ width: 10, height: 900 }, { size: '16:9', can: CAN })
  expect([size, aspectRatio, resolution]).toEqual([undefined, '16:9', '1K'])
  expect(shape).toEqual({ width: 1365, height: 768 })
})

test('every shape that a model offers has a size of its own to be padded to', () => {
  const can = canAtLumenfall('p-image-edit')
  const shapes = can.ratios.map((size) => askedFor({ width: 1, height: 1 }, { size, can }).shape)
  expect(new Set(shapes).size).toBe(can.sizes.length)
})

test.each([
  ['auto', CAN],
  ['match', CAN_LITTLE],
])('with %s the model chooses, and is sent the picture in its own shape at about a megapixel', (wanted, can) => {
  const { size, shape } = askedFor({ width: 4000, height: 1000 }, { size: wanted, can })
  expect(size).toBe('auto')
  expect(shape).toEqual({ width: 2048, height: 512 })
})

test('a hairline is never sent with an edge that nothing could draw', () => {
  const { shape } = askedFor({ width: 10_000, height: 1 }, { size: 'auto', can: CAN })
  expect(shape).toEqual({ width: 4096, height: 1 })
})

test('every row gets `count` jobs, each with a seed of its own', () => {
  const jobs = planOf({ rows: [imageRow('a'), imageRow('b')], count: 3 })
  expect(jobs.map(({ row, seed }) => [row.name, seed])).toEqual([
    ['a', 100],
    ['a', 101],
    ['a', 102],
    ['b', 103],
    ['b', 104],
    ['b', 105],
  ])
})

test('a fixed seed counts up, and is the same for every row', () => {
  const jobs = planOf({ rows: [imageRow('a'), imageRow('b')], count: 2, seed: 7 })
  expect(jobs.map(({ seed }) => seed)).toEqual([7, 8, 7, 8])
})

test('the seed after the largest is the smallest', () => {
  expect(planOf({ count: 2, seed: 2_147_483_647 }).map(({ seed }) => seed)).toEqual([2_147_483_647, 0])
})

/** Rows that show one picture. */
const sameRows = ['a', 'b', 'c'].map((name) => imageRow(name, { source: { kind: 'image', hash: 'one picture' } }))

/** The rows that each request serves, and its seed. */
const requestsOf = (jobs: ReturnType<typeof plan>) =>
  byRequest(jobs, (job) => job).map((group) => `${group.map(({ row }) => row.name).join('')} ${group[0]?.seed}`)

test('rows that show the same picture share a request, and the seed that is drawn for it', () => {
  expect(requestsOf(planOf({ rows: [...sameRows, imageRow('d')] }))).toEqual(['abc 100', 'd 101'])
})

test('each of several results is a request of its own, shared by all', () => {
  expect(requestsOf(planOf({ rows: sameRows, count: 2 }))).toEqual(['abc 100', 'abc 101'])
  expect(requestsOf(planOf({ rows: sameRows, count: 2, seed: 7 }))).toEqual(['abc 7', 'abc 8'])
})

test('jobs with other references, or with the same in another order, share nothing', () => {
  const [lamp, rug] = ['lamp', 'rug'].map((digest) => ({ picture: pictureOf(digest), digest }))
  const lists = [[], [lamp!], [rug!], [lamp!, rug!], [rug!, lamp!]]
  const plans = lists.map((references) => planOf({ rows: sameRows, references }))
  expect(new Set(plans.flat().map(({ share }) => share)).size).toBe(lists.length)
  expect(plans.map(([job]) => job!.references)).toEqual(lists)
  // The same bytes, read once more.
  const again = planOf({ rows: sameRows, references: [{ picture: pictureOf('lamp'), digest: 'lamp' }] })
  expect(again[0]!.share).toBe(plans[1]![0]!.share)
})

test('where each is to have a result of its own, nothing is shared', () => {
  expect(requestsOf(planOf({ rows: sameRows, shareSame: false }))).toEqual(['a 100', 'b 101', 'c 102'])
})

test('looks are not known to be the same before they are drawn', () => {
  expect(requestsOf(planOf({ rows: [lookRow('a'), lookRow('b')] }))).toEqual(['a 100', 'b 101'])
})

test('what is asked differently is not shared', () => {
  const requests = [
    {},
    { cells: () => [{ prompt: 'Make it day' }] },
    { size: 'auto' },
    { options: { turbo: false } },
    { model: 'other' },
  ]
  expect(new Set(requests.map((part) => planOf({ rows: sameRows, ...part })[0]?.share)).size).toBe(requests.length)
})

test('with the provider’s seed one request asks for all results, and each job knows which is its', () => {
  const jobs = planOf({ rows: [imageRow('a')], count: 3, ownSeed: true })
  expect(jobs.map(({ n, picture, seed, ownSeed }) => [n, picture, seed, ownSeed])).toEqual([
    [3, 0, undefined, true],
    [3, 1, undefined, true],
    [3, 2, undefined, true],
  ])
  expect(byRequest(jobs, (job) => job)).toHaveLength(1)
})

test('a model without seeds is asked for each result by itself', () => {
  expect(planOf({ count: 2, ownSeed: true, can: CAN_LITTLE }).map(({ n, ownSeed }) => [n, ownSeed])).toEqual([
    [1, false],
    [1, false],
  ])
})

test('a model without seeds is sent none', () => {
  expect(planOf({ seed: 7, can: CAN_LITTLE })[0]?.seed).toBeUndefined()
})

test('a render gives the model the pixels that it can use, and no more', () => {
  expect(exportScale({ width: 2730, height: 1536 }, { width: 1365, height: 768 })).toBe(0.5)
  expect(exportScale({ width: 100, height: 50 }, { width: 1365, height: 768 })).toBe(13.65)
})

test('a render has at most 4096 px an edge', () => {
  expect(exportScale({ width: 8192, height: 4096 }, { width: 20_000, height: 10_000 })).toBe(0.5)
})

test('what a model does not take is not sent to it', () => {
  const options = {
    turbo: false,
    disableSafetyChecker: true,
    outputFormat: 'jpeg',
    outputCompression: 80,
    weights: 'w',
    extra: { a: '1' },
  }
  expect(optionsFor(CAN, options)).toEqual(options)
  expect(Object.values(optionsFor(CAN_LITTLE, options)).filter((value) => value !== undefined)).toEqual([])
})

test('a compression is sent only with a format that has one', () => {
  expect(optionsFor(CAN, { outputFormat: 'png', outputCompression: 80 }).outputCompression).toBeUndefined()
  expect(optionsFor(CAN, { outputCompression: 80 }).outputCompression).toBeUndefined()
})

test('lines of name=value become fields', () => {
  expect(parseExtra('strength=0.5\n\n  style = soft light \r\nlist[]=a=b\nempty=', CAN)).toEqual({
    strength: '0.5',
    style: 'soft light',
    'list[]': 'a=b',
    empty: '',
  })
  expect(parseExtra('  \n', CAN)).toEqual({})
})

test.each(['strength', '=5', 'two words=1', 'a: b'])('the line “%s” is refused by name', (line) => {
  expect(() => parseExtra(`good=1\n ${line} `, CAN)).toThrow(
    expect.objectContaining({ fault: 'settings', message: `“${line}” is not of the form name=value.` }),
  )
})

test('a field may have the name of something that objects have', () => {
  expect(Object.entries(parseExtra('__proto__=x\nconstructor=y', CAN))).toEqual([
    ['__proto__', 'x'],
    ['constructor', 'y'],
  ])
})

const PHOTO = { width: 1500, height: 1000 }

test('a model that knows ratios alone is asked for the nearest, and the picture is padded to it', () => {
  const can = pixelDojo.can('p-image-edit')
  for (const size of ['match', 'auto', '1254x836'])
    expect(askedFor(PHOTO, { size, can })).toEqual({
      aspectRatio: '3:2',
      resolution: '1K',
      shape: { width: 1254, height: 836 },
    })
  expect(askedFor(PHOTO, { size: '9:16', can }).aspectRatio).toBe('9:16')
})

test('a model that follows the picture may be left to do so, in the picture’s own shape', () => {
  const { size, aspectRatio, shape } = askedFor(PHOTO, { size: 'auto', can: pixazo.can('p-image-edit') })
  expect([size, aspectRatio, shape]).toEqual(['auto', undefined, { width: 1254, height: 836 }])
})

test('a model that knows sizes alone is asked for no ratio', () => {
  expect(askedFor(PHOTO, { size: '16:9', can: openAi.can('dall-e-2') })).toEqual({
    size: { width: 1024, height: 1024 },
    shape: { width: 1024, height: 1024 },
  })
})

test('where one request gives one picture, Refill draws the seeds whoever was to', () => {
  const can = pixazo.can('p-image-edit')
  const jobs = planOf({ can, count: 2, ownSeed: true })
  expect(jobs.map(({ n, seed, ownSeed }) => [n, typeof seed, ownSeed])).toEqual([
    [1, 'number', false],
    [1, 'number', false],
  ])
})

test('quality, background and likeness go to the models that take them, in their own words', () => {
  const set = { quality: 'high', background: 'opaque', inputFidelity: 'high' }
  expect(optionsFor(openAi.can('gpt-image-1'), set)).toMatchObject(set)
  expect(optionsFor(openAi.can('gpt-image-1'), { ...set, quality: 'ultra' }).quality).toBeUndefined()
  expect(optionsFor(canAtLumenfall('p-image-edit'), set)).toMatchObject({
    quality: undefined,
    background: undefined,
    inputFidelity: undefined,
  })
})

test('layers with the same picture and the same words share a request; with other words they do not', () => {
  const same = { source: { kind: 'image', hash: 'same' } } as const
  const rows = [imageRow('a', same), imageRow('b', same), imageRow('c', same)]
  const jobs = planOf({ rows, cells: ({ name }) => [{ prompt: name === 'b' ? 'day' : 'night' }] })
  expect(jobs.map(({ prompt }) => prompt)).toEqual(['night', 'day', 'night'])
  expect(byRequest(jobs, (job) => job).map((group) => group.map(({ row }) => row.name))).toEqual([['a', 'c'], ['b']])
})
