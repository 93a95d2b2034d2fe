import { expect, test } from 'vitest'
import type { Picture } from '../../../src/shared/picture.ts'
import { type AskServices, createAsk } from '../../../src/ui/jobs/ask.ts'
import { byRequest } from '../../../src/ui/jobs/by-request.ts'
import { createDepartures } from '../../../src/ui/jobs/departures.ts'
import { createLine } from '../../../src/ui/jobs/line.ts'
import { shownAsPart, type WantedPart } from '../../../src/ui/jobs/part.ts'
import { type Job, type Plan, plan } from '../../../src/ui/jobs/plan.ts'
import { createReader } from '../../../src/ui/jobs/reader.ts'
import { createRush } from '../../../src/ui/jobs/rush.ts'
import { createTurns } from '../../../src/ui/jobs/turns.ts'
import { createTwins } from '../../../src/ui/jobs/twins.ts'
import { requestsIn } from '../../../src/ui/jobs/upscale-job.ts'
import { canAtLumenfall } from '../../../src/ui/providers/lumenfall-models.ts'
import type { Can, Edited, Provider } from '../../../src/ui/providers/provider.ts'
import {
  CAN,
  contextWith,
  editedTo,
  fakeCode,
  fakeCodec,
  fakeProvider,
  hold,
  imageRow,
  pictureOf,
  settled,
  textOf,
} from './fakes.ts'

const CAN_EDIT = canAtLumenfall('p-image-edit')
const BIG = { width: 4000, height: 3000 }

const part = (id: string, more: Partial<WantedPart> = {}): WantedPart => ({
  ...{ id, bounds: { x: 1000, y: 800, width: 300, height: 200 }, margin: 0.25, feather: 8, corrects: true },
  ...more,
})

const planOf = (wanted: Partial<Plan>) =>
  plan({
    ...{ rows: [imageRow('photo', BIG)], cells: () => [{ prompt: 'a red door' }], model: 'p-image-edit', count: 1 },
    ...{ seed: 7, ownSeed: false, shareSame: true, size: 'match', options: {}, place: 'layer', can: CAN_EDIT },
    drawSeed: () => 1,
    ...wanted,
  })

test('of a part, only what lies around it is sent, in a shape that the model takes', () => {
  const [job] = planOf({ parts: () => [part('door')] })
  const { crop } = job!.part!
  expect(crop.width).toBeLessThan(600)
  expect(crop.x).toBeLessThan(1000)
  expect(crop.width / crop.height / (job!.shape.width / job!.shape.height)).toBeCloseTo(1, 1.5)
  expect(job).toMatchObject({ hides: [], chain: undefined })
  expect(job!.row).toMatchObject(BIG)
})

test('a part beside the picture leaves the whole of it to be edited', () => {
  expect(
    planOf({ parts: () => [part('away', { bounds: { x: 9000, y: 0, width: 5, height: 5 } })] })[0]!.part,
  ).toBeUndefined()
})

test('the same part of the same picture is asked for once; several parts are asked for on each layer', () => {
  const rows = [imageRow('a', BIG), imageRow('b', { ...BIG, source: imageRow('a').source })]
  const requests = (parts: WantedPart[]) => byRequest(planOf({ rows, parts: () => parts }), (job) => job).length
  expect(requests([part('one')])).toBe(1)
  expect(requests([part('one'), part('two', { bounds: { x: 0, y: 0, width: 50, height: 50 } })])).toBe(4)
})

test('what is shown of a picture changes with a rim, and is sent with another', () => {
  const [job] = planOf({ parts: () => [shownAsPart({ x: 1000, y: 1000, width: 400, height: 300 })] })
  const { crop, region } = job!.part!
  expect(region.bounds).toEqual({ x: 960, y: 960, width: 480, height: 380 })
  expect(crop.x).toBeLessThan(region.bounds.x)
  expect(crop.width).toBeGreaterThan(region.bounds.width)
})

const UPSCALE: Can['upscale'] = { factor: { usual: 2, least: 1, most: 4 }, outputFormats: [] }
const keep = { model: 'larger', can: UPSCALE }

test('to keep the resolution counts for the part alone', () => {
  const wide = part('wide', { bounds: { x: 0, y: 0, width: 2600, height: 2000 } })
  expect(requestsIn(planOf({ parts: () => [wide], keep }))).toHaveLength(2)
  // What comes for a small part has more pixels than the part.
  expect(requestsIn(planOf({ parts: () => [part('door')], keep }))).toHaveLength(1)
})

test('a part that comes back smaller than it was is made larger before it goes back into its picture', async () => {
  const wide = part('wide', { bounds: { x: 0, y: 0, width: 2600, height: 2000 } })
  const provider: Partial<Provider> = {
    can: () => ({ ...CAN, upscale: UPSCALE }),
    upscale: async () => editedTo('larger'),
  }
  const { answers, done, placedOn } = stage(planOf({ parts: () => [wide], keep }), { provider })
  await settled()
  answers[0]!.resolve(editedTo('night'))
  await done
  const { hash } = imageRow('photo').source as { hash: string }
  expect(placedOn()).toEqual([`${hash} with enlarged larger`])
})

/** Requests for these jobs, all begun; each is answered when it is told to be. */
function stage(
  jobs: readonly Job[],
  { provider = {}, readImage }: { provider?: Partial<Provider>; readImage?: () => Picture } = {},
) {
  let placed = 0
  const code = fakeCode({
    placeImage: ({ id, place }: { id: string; place: string }) =>
      place === 'beside'
        ? { id: `copy of ${id}`, hash: `result ${++placed}`, beside: 'asked' as const }
        : { id, hash: `result ${++placed}` },
    readImage: ({ hash }: { hash: string }) => readImage?.() ?? pictureOf(hash),
  })
  const answers = jobs.map(() => hold<Edited>())
  const rest = [...answers]
  const codec = fakeCodec()
  const [line, room, ready] = [createLine(6), createLine(6), createLine(2)]
  const nothing = () => {}
  const listener = {
    ...{
      step: nothing,
      waits: nothing,
      source: nothing,
      shared: nothing,
      sent: nothing,
      began: nothing,
      ended: nothing,
    },
    ...{
      answered: nothing,
      finished: nothing,
      smaller: nothing,
      placed: nothing,
      lent: nothing,
      failed: nothing,
      gathered: () => async () => undefined,
    },
  }
  const services: Omit<AskServices, 'reader'> = {
    ...{ code, codec, line, room, ready, listener, rush: createRush(), twins: createTwins(), turns: createTurns() },
    departures: createDepartures(line),
    ...{ mayAsk: async () => {}, keepsSlots: () => false, ahead: { take: async () => undefined } },
    reach: ({ signal }) => ({
      provider: fakeProvider({ edit: () => rest.shift()!.promise, ...provider }),
      context: contextWith(signal),
    }),
  }
  const reader = createReader(code, jobs)
  const asks = jobs.map((job, id) => createAsk([{ id, job }], { ...services, reader }).perform())
  return {
    answers,
    done: Promise.all(asks),
    placedOn: () => code.inputs('placeImage').map(({ picture }) => textOf(picture)),
    targets: () => code.inputs('placeImage').map(({ id, place }) => `${place} ${id}`),
  }
}

const doors = [part('left'), part('right', { bounds: { x: 2000, y: 800, width: 300, height: 200 }, layer: '1:2' })]

test('several parts of one picture come into what those before them left, in whatever order they arrive', async () => {
  const { answers, done, placedOn } = stage(planOf({ parts: () => doors }))
  await settled()
  answers[1]!.resolve(editedTo('right door'))
  await settled()
  answers[0]!.resolve(editedTo('left door'))
  await done
  const { hash } = imageRow('photo').source as { hash: string }
  expect(placedOn()).toEqual([`${hash} with right door`, 'result 1 with left door'])
})

test('of several parts that go beside their layer one copy is made, which gets them all', async () => {
  const { answers, done, placedOn, targets } = stage(planOf({ parts: () => doors, place: 'beside' }))
  await settled()
  for (const [index, answer] of answers.entries()) answer.resolve(editedTo(`${index}`))
  await done
  const { id } = imageRow('photo')
  expect(targets()).toEqual([`beside ${id}`, `layer copy of ${id}`])
  expect(placedOn()[1]).toBe('result 1 with 1')
})

test('results of several prompts or seeds are other pictures, and take nothing of each other', async () => {
  const { answers, done, placedOn } = stage(planOf({ parts: () => doors, count: 2 }))
  await settled()
  for (const [index, answer] of answers.entries()) answer.resolve(editedTo(`${index}`))
  await done
  const { hash } = imageRow('photo').source as { hash: string }
  expect(placedOn().filter((text) => text.startsWith(hash))).toHaveLength(2)
  expect(placedOn().filter((text) => text.startsWith('result'))).toHaveLength(2)
})

test('a part that fails leaves the others, and one whose picture was removed meanwhile begins with the source', async () => {
  const { answers, done, placedOn } = stage(planOf({ parts: () => [...doors, part('third')] }))
  await settled()
  answers[0]!.reject(new Error('No.'))
  answers[2]!.resolve(editedTo('third'))
  await settled()
  answers[1]!.resolve(editedTo('right'))
  await done
  expect(placedOn()).toHaveLength(2)
  expect(placedOn()[1]).toMatch(/^result 1 with right/)
})

test('a model that takes a mask is sent one beside a part, and none beside a whole picture', async () => {
  const sent: (string | undefined)[] = []
  const provider: Partial<Provider> = {
    can: () => ({ ...CAN, mask: true }),
    async edit({ mask }) {
      sent.push(mask && textOf(mask))
      return editedTo('x')
    },
  }
  await stage(planOf({ parts: () => [part('door')] }), { provider }).done
  await stage(planOf({}), { provider }).done
  expect(sent).toEqual(['mask', undefined])
})

test('the layer that a part was drawn with is hidden with its result', () => {
  expect(planOf({ parts: () => doors }).map(({ hides }) => hides)).toEqual([[], ['1:2']])
})

test('a layer that lies over two places of one picture is a part of each by itself', () => {
  const rows = [imageRow('photo', BIG), { ...imageRow('photo', BIG), key: 'another', id: '9:9' }]
  const requests = (parts: WantedPart[]) => byRequest(planOf({ rows, parts: () => parts }), (job) => job).length
  expect([requests([part('drawn')]), requests([part('layer', { layer: '1:2' })])]).toEqual([1, 2])
})
