import { expect, test, vi } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import type { Picture } from '../../../src/shared/picture.ts'
import { ALIKE } from '../../../src/ui/image/likeness.ts'
import { type AskServices, createAsk } from '../../../src/ui/jobs/ask.ts'
import { createDepartures } from '../../../src/ui/jobs/departures.ts'
import { createLine } from '../../../src/ui/jobs/line.ts'
import type { Job } from '../../../src/ui/jobs/plan.ts'
import { createReader } from '../../../src/ui/jobs/reader.ts'
import type { Ask, Member, RowListener } from '../../../src/ui/jobs/row-listener.ts'
import { createRush } from '../../../src/ui/jobs/rush.ts'
import { createTurns } from '../../../src/ui/jobs/turns.ts'
import { createTwins } from '../../../src/ui/jobs/twins.ts'
import type { ReachHooks, Way } from '../../../src/ui/jobs/way.ts'
import type { Can, Edited, Provider } from '../../../src/ui/providers/provider.ts'
import {
  CAN,
  contextWith,
  departed,
  editedTo,
  fakeCode,
  fakeCodec,
  fakeProvider,
  hold,
  imageRow,
  jobOn,
  lookRow,
  pictureOf,
  settled,
  textOf,
} from './fakes.ts'

const UPSCALE: Can['upscale'] = { factor: { usual: 2, least: 1, most: 4 }, outputFormats: [] }
const ENLARGING: Partial<Job> = { enlarging: { factor: 2 } }

const upscaling: Partial<Provider> = {
  can: () => ({ ...CAN, upscale: UPSCALE }),
  upscale: async () => editedTo('larger'),
}

interface Given extends Partial<Pick<AskServices, 'code' | 'codec' | 'mayAsk' | 'ahead'>> {
  otherwise?: Way['otherwise']
  code?: ReturnType<typeof fakeCode>
  edit?: Provider['edit']
  parallel?: number
}

/** Requests whose rows are told of in words, in the order in which it happens. */
function stage({ edit, otherwise, parallel = 6, code = fakeCode(), ...part }: Given = {}) {
  const story: string[] = []
  const hooks: ReachHooks[] = []
  const line = createLine(parallel)
  const room = createLine(parallel)
  const ready = createLine(2)
  const twins = createTwins()
  const turns = createTurns()
  const say = (ids: readonly number[], what: string) => void story.push(`${ids.join('+')} ${what}`)
  const listener: RowListener = {
    step: say,
    waits: (ids, { until }) => say(ids, `waits until ${until}`),
    source: (ids, picture) => say(ids, `source ${textOf(picture)}`),
    shared: (members) =>
      say(
        members.map(({ id }) => id),
        'share',
      ),
    sent: (ids) => say(ids, 'sent'),
    ended: (ids, _, outcome) => say(ids, 'error' in outcome ? `ended by ${outcome.error.fault}` : 'answered'),
    answered: (ids) => say(ids, 'came'),
    finished: (ids, { picture }) => say(ids, `finished ${textOf(picture)}`),
    began: (ids, _, { open }) => say(ids, `job ${open.id}`),
    smaller: (ids, { error }) => say(ids, `smaller: ${error.message}`),
    placed: (id) => say([id], 'placed'),
    lent: (id) => say([id], 'lent'),
    gathered(id) {
      say([id], 'gathered')
      return async () => ({ picture: pictureOf('gathered'), made: { prompt: '', provider: '', model: '', at: '' } })
    },
    failed: (id, { fault }) => say([id], `failed: ${fault}`),
  }
  function askFor(...members: Member[]): Ask {
    return createAsk(members, {
      ...{
        code,
        codec: fakeCodec(),
        line,
        room,
        departures: createDepartures(line),
        ready,
        rush: createRush(),
        twins,
        turns,
        listener,
        mayAsk: async () => {},
        keepsSlots: () => false,
        ahead: { take: async () => undefined },
        ...part,
      },
      reader: createReader(
        code,
        members.map(({ job }) => job),
      ),
      reach(given) {
        hooks.push(given)
        const way = {
          provider: fakeProvider({ ...(edit && { edit }), ...upscaling }),
          context: contextWith(given.signal),
        }
        return { ...way, ...(otherwise && { otherwise: (thrown) => (otherwise(thrown) ? way : undefined) }) }
      },
    })
  }
  return { story, hooks, line, code, askFor, placedOn: () => code.inputs('placeImage').map(({ id }) => id) }
}

const member = (id: number, job: Partial<Job> = {}): Member => ({ id, job: jobOn(imageRow(`photo ${id}`), job) })
const look = (id: number, job: Partial<Job> = {}): Member => ({
  id,
  job: jobOn(lookRow(`card ${id}`), { share: JSON.stringify([`card ${id}`, 'the same request']), ...job }),
})

test('a row is read, edited, kept and placed, in this order', async () => {
  const { story, askFor } = stage()
  await askFor(member(1)).perform()
  expect(story).toEqual([
    '1 reading',
    '1 source image on id of photo 1',
    '1 editing',
    '1 sent',
    '1 answered',
    '1 came',
    '1 finished cut Make it night',
    '1 placing',
    '1 placed',
  ])
})

test('rows that share a request are asked for once, read once and all given the picture', async () => {
  const { code, askFor, placedOn } = stage()
  await askFor(member(1), member(2), member(3)).perform()
  expect(code.names().filter((name) => name === 'readImage')).toHaveLength(1)
  expect(placedOn()).toEqual(['id of photo 1', 'id of photo 2', 'id of photo 3'])
  expect(code.inputs('placeImage').map(({ picture }) => textOf(picture))).toEqual(Array(3).fill('cut Make it night'))
})

test('a row whose layer is gone leaves the reading to the next one, and is served all the same', async () => {
  const gone = () => Promise.reject(new AppError('layer', 'That layer is no longer in the file.'))
  const code = fakeCode({ readImage: ({ id }) => (id === 'id of photo 1' ? gone() : pictureOf('image')) })
  const { askFor, placedOn } = stage({ code })
  await askFor(member(1), member(2)).perform()
  expect(placedOn()).toEqual(['id of photo 1', 'id of photo 2'])
})

test('one row that cannot be placed keeps no other from being placed', async () => {
  const refuse = () => Promise.reject(new AppError('layer', 'It cannot be changed.'))
  const code = fakeCode({ placeImage: ({ id }) => (id === 'id of photo 1' ? refuse() : { id, hash: 'new' }) })
  const { story, askFor } = stage({ code })
  await askFor(member(1), member(2)).perform()
  expect(story.filter((line) => /placed|failed/.test(line))).toEqual(['1 failed: layer', '2 placed'])
})

test('each of several pictures of one request goes to the row that it is for', async () => {
  const edit = async () => ({ images: ['x', 'y', 'z'].map((text) => ({ file: new Blob([text]) })) })
  const { code, askFor } = stage({ edit })
  await askFor(...[0, 1, 2].map((picture) => member(picture + 1, { n: 3, picture }))).perform()
  const placed = code.inputs('placeImage').map(({ id, picture }) => `${id}: ${textOf(picture)}`)
  expect(placed.sort()).toEqual(['id of photo 1: cut x', 'id of photo 2: cut y', 'id of photo 3: cut z'])
})

test('a request that answers with fewer pictures fails the rows that get none', async () => {
  const { story, askFor } = stage({ edit: async () => editedTo('only one') })
  await askFor(member(1, { n: 2, picture: 0 }), member(2, { n: 2, picture: 1 })).perform()
  expect(story.slice(-2)).toEqual(['1 placed', '2 failed: provider'])
})

/** A request that is answered when the test says so. */
async function made(members: Member[], given: Given = {}) {
  const answer = hold<Edited>()
  const staged = stage({ edit: () => answer.promise, ...given })
  const ask = staged.askFor(...members)
  const end = ask.perform()
  await settled()
  return { ...staged, ask, end, answer }
}

test('one of several rows that is stopped leaves the request to the others, and gets no fill', async () => {
  const { ask, end, answer, story, hooks, placedOn } = await made([member(1), member(2)])
  ask.stop(1)
  expect(hooks[0]?.signal.aborted).toBe(false)
  answer.resolve(editedTo('night'))
  await end
  expect(placedOn()).toEqual(['id of photo 2'])
  expect(story).toContain('1+2 finished cut night')
})

test('a request that nobody wants any more goes on without its slot, and what comes is told', async () => {
  const { ask, end, answer, story, hooks, line, placedOn } = await made([member(1)], { parallel: 1 })
  ask.stop(1)
  await line.enter()
  expect([ask.isOpen, hooks[0]?.signal.aborted]).toEqual([true, false])
  answer.resolve(editedTo('late'))
  await end
  expect(ask.isOpen).toBe(false)
  expect(story.slice(-3)).toEqual(['1 answered', '1 came', '1 finished cut late'])
  expect(placedOn()).toEqual([])
})

test('a request that is not made yet is dropped', async () => {
  const framing = hold<{ picture: Picture; transparent: boolean }>()
  const { ask, end, story, hooks } = await made([member(1)], { codec: fakeCodec({ frame: () => framing.promise }) })
  ask.stop(1)
  framing.resolve({ picture: pictureOf('framed'), transparent: false })
  await end
  expect(hooks[0]?.signal.aborted).toBe(true)
  expect(story).not.toContain('1 sent')
})

test('a request that waits to be made once more holds no slot, and is dropped by Stop', async () => {
  const { ask, hooks, line, story } = await made([member(1)], { parallel: 1 })
  hooks[0]?.onWait({ until: 5, attempt: 2, status: 429 })
  await line.enter()
  expect(story.at(-1)).toBe('1 waits until 5')
  ask.stop(1)
  expect(hooks[0]?.signal.aborted).toBe(true)
})

test('a request that was stopped is not made once more after a refusal', async () => {
  const { ask, hooks } = await made([member(1)])
  ask.stop(1)
  hooks[0]?.onWait({ until: 5, attempt: 2, status: 429 })
  expect(hooks[0]?.signal.aborted).toBe(true)
})

test('what is made once more goes before what waits for its first time', async () => {
  const answers = [hold<Edited>(), hold<Edited>()]
  const rest = [...answers]
  const { hooks, line, askFor, story } = await made([member(1)], { parallel: 1, edit: () => rest.shift()!.promise })
  void askFor(member(2)).perform()
  await departed()
  hooks[0]?.onWait({ until: 5, attempt: 2, status: 503 })
  await settled()
  expect(story.at(-1)).toBe('2 sent')
  void askFor(member(3)).perform()
  const again = hooks[0]!.beforeRepeat()
  answers[1]?.resolve(editedTo('night'))
  await again
  expect(line.parallel).toBe(1)
  expect(story.filter((told) => told.endsWith('editing')).slice(-2)).toEqual(['2 editing', '1 editing'])
})

test.each([
  ['reading', { code: fakeCode({ readImage: () => Promise.reject(new AppError('image', 'Lost.')) }) }, 'image'],
  ['framing', { codec: fakeCodec({ frame: () => Promise.reject(new AppError('image', 'Damaged.')) }) }, 'image'],
  ['waiting for money', { mayAsk: () => Promise.reject(new AppError('bug', 'No.')) }, 'bug'],
  ['asking', { edit: () => Promise.reject(new AppError('refused', 'No.')) }, 'refused'],
  ['cutting', { codec: fakeCodec({ cut: () => Promise.reject(new AppError('provider', 'No picture.')) }) }, 'provider'],
  ['placing', { code: fakeCode({ placeImage: () => Promise.reject(new AppError('layer', 'Gone.')) }) }, 'layer'],
])('a fault in %s fails every row of the request, and frees the slot', async (_, given, fault) => {
  const { story, line, askFor } = stage({ parallel: 1, ...given })
  await askFor(member(1), member(2)).perform()
  expect(story.filter((told) => told.includes('failed'))).toEqual([`1 failed: ${fault}`, `2 failed: ${fault}`])
  await line.enter()
})

/** Of an upscale, whose answer is so like what was sent. */
const upscaled = (likeness: number | undefined) => ({
  codec: fakeCodec({ enlarge: async () => ({ ...pictureOf('enlarged'), likeness }) }),
})

test('an enlarged picture that is another one is kept for every row, and placed on none', async () => {
  const { askFor, story, placedOn } = stage(upscaled(ALIKE - 0.01))
  await askFor(member(1, ENLARGING), member(2, ENLARGING)).perform()
  expect(story.slice(-3)).toEqual(['1+2 finished enlarged', '1 failed: provider', '2 failed: provider'])
  expect(placedOn()).toEqual([])
})

test.each([
  ['is like enough', ALIKE],
  ['could not be compared', undefined],
])('an enlarged picture that %s is placed, and its likeness does not go to Figma', async (_, likeness) => {
  const { askFor, code } = stage(upscaled(likeness))
  await askFor(member(1, ENLARGING)).perform()
  expect(code.inputs('placeImage').map(({ picture }) => Object.keys(picture).sort())).toEqual([
    ['bytes', 'height', 'type', 'width'],
  ])
})

test('looks that turn out to be the same are asked for once', async () => {
  const code = fakeCode({ exportLayer: () => pictureOf('the same look') })
  const { askFor, story, placedOn } = stage({ code })
  await Promise.all([look(1), look(2), look(3)].map((each) => askFor(each).perform()))
  expect(story.filter((told) => told.endsWith('sent'))).toHaveLength(1)
  expect(placedOn()).toEqual(['id of card 1', 'id of card 2', 'id of card 3'])
})

test('a look that comes when its twin is already placed gets the picture from there', async () => {
  const code = fakeCode({ exportLayer: () => pictureOf('the same look'), readImage: () => pictureOf('read again') })
  const { askFor, story } = stage({ code })
  await askFor(look(1)).perform()
  await askFor(look(2)).perform()
  expect(story.filter((told) => told.endsWith('sent'))).toEqual(['1 sent'])
  expect(code.inputs('readImage')).toEqual([{ id: 'id of card 1', hash: 'new', anyLayer: true }])
  expect(code.inputs('placeImage').map(({ id, picture }) => `${id}: ${textOf(picture)}`)).toEqual([
    'id of card 1: cut Make it night',
    'id of card 2: read again',
  ])
  expect(story.at(-1)).toBe('2 placed')
})

test.each([
  ['another picture', { exportLayer: ({ id }: { id: string }) => pictureOf(id) }, {}],
  [
    'another request',
    { exportLayer: () => pictureOf('same') },
    { share: JSON.stringify(['card 2', 'another request']) },
  ],
  ['a wish for a result of its own', { exportLayer: () => pictureOf('same') }, { mayShare: false }],
])('a look with %s is asked for by itself', async (_, answers, part) => {
  const { askFor, story } = stage({ code: fakeCode(answers) })
  await askFor(look(1, { mayShare: true })).perform()
  await askFor(look(2, part)).perform()
  expect(story.filter((told) => told.endsWith('sent'))).toEqual(['1 sent', '2 sent'])
})

test('a look whose twin failed or was stopped is asked for by itself', async () => {
  let tries = 0
  const edit: Provider['edit'] = async () => {
    if (++tries === 1) throw new AppError('refused', 'No.')
    return editedTo('night')
  }
  const { askFor, story } = stage({ edit, code: fakeCode({ exportLayer: () => pictureOf('same') }) })
  await askFor(look(1)).perform()
  await askFor(look(2)).perform()
  expect(story.at(-1)).toBe('2 placed')
})

test('a row that joins its twin is stopped by itself', async () => {
  const code = fakeCode({ exportLayer: () => pictureOf('same') })
  const { ask, answer, end, askFor, placedOn } = await made([look(1)], { code })
  await askFor(look(2)).perform()
  ask.stop(2)
  answer.resolve(editedTo('night'))
  await end
  expect(placedOn()).toEqual(['id of card 1'])
})

test('what comes faster than it is placed keeps the next request waiting', async () => {
  const placing = hold<{ id: string; hash: string }>()
  const code = fakeCode({ placeImage: () => placing.promise })
  const { askFor, story } = stage({ code, parallel: 1 })
  const all = [1, 2, 3].map((id) => askFor(member(id)).perform())
  await settled()
  // One is being placed, one has come, and the third is not asked for.
  expect(story.filter((told) => told.endsWith('sent'))).toEqual(['1 sent', '2 sent'])
  placing.resolve({ id: 'x', hash: 'new' })
  await Promise.all(all)
  expect(story.filter((told) => told.endsWith('placed'))).toHaveLength(3)
})

test('a picture is made ready while all slots are taken, and waits for one', async () => {
  const { askFor, story } = await made([member(1)], { parallel: 1 })
  void askFor(member(2)).perform()
  await departed()
  expect(story.slice(-3)).toEqual(['2 reading', '2 source image on id of photo 2', '2 waiting'])
})

test('an answer that is here leaves its slot before it is read', async () => {
  const { askFor, hooks, story } = await made([member(1)], { parallel: 1 })
  void askFor(member(2)).perform()
  await departed()
  hooks[0]?.onCome()
  await settled()
  expect(story.at(-1)).toBe('2 sent')
})

const urlRefused = new AppError('refused', 'The provider says: “invalid image url”.')

test('what was refused for its way goes another way at once, as far as money and a pause go', async () => {
  let asked = 0
  const edit = async () => {
    if (++asked === 1) throw urlRefused
    return editedTo('night')
  }
  const mayAsk = vi.fn(async () => {})
  const { askFor, story } = stage({ edit, mayAsk, otherwise: () => ({}) as Way })
  await askFor(member(1)).perform()
  expect([asked, mayAsk.mock.calls.length]).toEqual([2, 2])
  expect(story.at(-1)).toBe('1 placed')
})

test('what was stopped meanwhile goes no other way: nobody wants it', async () => {
  const refusal = hold<Edited>()
  let asked = 0
  const edit = () => {
    asked++
    return refusal.promise
  }
  const { askFor } = stage({ edit, otherwise: () => ({}) as Way })
  const ask = askFor(member(1))
  const done = ask.perform()
  await settled()
  ask.stop(1)
  refusal.reject(urlRefused)
  await done
  expect(asked).toBe(1)
})

test('what is stopped while it waits to go another way is not asked for any more', async () => {
  const paused = hold<void>()
  let asked = 0
  const edit = async () => {
    asked++
    throw urlRefused
  }
  const mayAsk = (_job: Job, signal: AbortSignal) =>
    asked === 0
      ? Promise.resolve()
      : new Promise<void>((resolve, reject) => {
          void paused.promise.then(resolve)
          signal.addEventListener('abort', () => reject(new AppError('cancelled', 'Stopped.')))
        })
  const { askFor, line } = stage({ edit, mayAsk, parallel: 1, otherwise: () => ({}) as Way })
  const ask = askFor(member(1))
  const done = ask.perform()
  await settled()
  ask.stop(1)
  await done
  paused.resolve()
  await settled()
  expect([asked, line.isFree]).toEqual([1, true])
})

test('between an upload and the request it is asked whether anybody still wants it', async () => {
  const { askFor, hooks } = stage({ edit: () => hold<Edited>().promise })
  const ask = askFor(member(1), member(2))
  void ask.perform()
  await settled()
  ask.stop(1)
  expect(() => hooks[0]!.assertWanted()).not.toThrow()
  ask.stop(2)
  expect(() => hooks[0]!.assertWanted()).toThrow('Stopped.')
})

test('what was made ready before Run is not read again; only whether its layer still holds it is asked', async () => {
  const source = pictureOf('made ready')
  const recipe = {
    sent: pictureOf('as sent'),
    framed: { source, keepsAlpha: false },
    back: async () => pictureOf('back'),
  }
  const { askFor, code, story } = stage({ ahead: { take: async () => ({ source, recipe }) } })
  await askFor(member(1)).perform()
  expect(code.names()).toEqual(['checkImages', 'placeImage'])
  expect(story.at(-1)).toBe('1 placed')
})
