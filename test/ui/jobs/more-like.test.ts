import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byRequest } from '../../../src/ui/jobs/by-request.ts'
import { jobsLike } from '../../../src/ui/jobs/more-like.ts'
import { plan } from '../../../src/ui/jobs/plan.ts'
import { CAN, imageRow } from './fakes.ts'

const planned = (part: object) =>
  plan({
    ...{
      rows: [imageRow('a')],
      cells: () => [{ prompt: 'night' }],
      model: 'm',
      count: 2,
      seed: undefined,
      ownSeed: false,
    },
    ...{ shareSame: true, size: 'match', options: { turbo: true }, place: 'layer', can: CAN, drawSeed: drawing() },
    ...part,
  })

/** Seeds that never come twice. */
function drawing() {
  let last = 0
  return () => ++last
}

test('more of a job is the same asked again with seeds of its own, each a request apart from those that were made', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 5 }), (count, times) => {
      const drawSeed = drawing()
      const first = planned({ drawSeed })
      const more = Array.from({ length: times }, () => jobsLike(first[0]!, { count, drawSeed })).flat()
      for (const { seed, share, ...job } of more) {
        const { seed: _seed, share: _share, ...like } = first[0]!
        expect(job).toEqual(like)
      }
      const all = [...first, ...more]
      expect(new Set(all.map(({ seed }) => seed)).size).toBe(all.length)
      expect(byRequest(all, (job) => job)).toHaveLength(all.length)
    }),
  )
})

test('where the provider draws the seeds, more is one request for as many pictures', () => {
  const first = planned({ ownSeed: true })
  const more = jobsLike(first[1]!, { count: 3, drawSeed: () => 7 })
  expect(more.map(({ n, picture, seed }) => [n, picture, seed])).toEqual([0, 1, 2].map((at) => [3, at, undefined]))
  expect(byRequest([...first, ...more], (job) => job)).toHaveLength(2)
})

test('a model without seeds is asked once for each', () => {
  const first = planned({ can: { ...CAN, seed: false } })
  const more = jobsLike(first[0]!, { count: 3, drawSeed: () => 7 })
  expect(byRequest(more, (job) => job)).toHaveLength(3)
  expect(more.every(({ seed }) => seed === undefined)).toBe(true)
})
