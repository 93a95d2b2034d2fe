import type { CallOptions, Connection } from '../../../src/shared/channel.ts'
import { AppError } from '../../../src/shared/errors.ts'
import type { Picture, Size } from '../../../src/shared/picture.ts'
import type { Commands, Events, LayerResult, LayerRow, RowVariant } from '../../../src/shared/protocol.ts'
import type { Codec } from '../../../src/ui/image/codec.ts'
import type { Job } from '../../../src/ui/jobs/plan.ts'
import { createRush } from '../../../src/ui/jobs/rush.ts'
import type { Can, Context, Edited, Provider } from '../../../src/ui/providers/provider.ts'
import type { RunServices } from '../../../src/ui/state/run.ts'
import type { EditableRow } from '../../../src/ui/state/selection.ts'

/** A row for an image of a layer: another name is another row. */
export const imageRow = (name: string, part: Partial<EditableRow> = {}): EditableRow => ({
  key: `key of ${name}`,
  id: `id of ${name}`,
  name,
  source: { kind: 'image', hash: `hash of ${name}` },
  width: 800,
  height: 600,
  results: 0,
  at: { page: 'page', x: 0, y: 0, width: 400, height: 300 },
  notes: [],
  ...part,
})

export const lookRow = (name: string, part: Partial<EditableRow> = {}) =>
  imageRow(name, { source: { kind: 'appearance', place: 'stack' }, ...part })

/** A container and its images: the row of the layer itself, then theirs. */
export const containerRows = (name: string, images: LayerRow[], part: Partial<LayerRow> = {}): LayerRow[] => [
  { ...imageRow(name), source: { kind: 'appearance', place: 'inside' }, holds: images.length, kind: 'frame', ...part },
  ...images.map((image) => ({ ...image, inside: { id: `id of ${name}`, name } })),
]

/** A part of a row: the variant of the set “Card” that it lies in, named as Figma does. */
export function inVariant(
  properties: Record<string, string>,
  part: Partial<RowVariant> = {},
): Pick<LayerRow, 'variant' | 'where'> {
  const name = Object.entries(properties)
    .map((pair) => pair.join('='))
    .join(', ')
  return {
    where: name,
    variant: { id: `id of ${name}`, name, set: { id: 'id of Card', name: 'Card' }, properties, ...part },
  }
}

export const resultOn = (name: string, prompt: string, part: Partial<LayerResult> = {}): LayerResult => ({
  on: `id of ${name}`,
  hash: `hash of ${prompt}`,
  made: { prompt, provider: 'fake', model: 'p-image-edit', at: '2026-01-01T00:00:00.000Z' },
  shown: false,
  ...part,
})

export const jobOn = (row: EditableRow, part: Partial<Job> = {}): Job => ({
  row,
  prompt: 'Make it night',
  model: 'p-image-edit',
  seed: undefined,
  ownSeed: false,
  size: { width: 1024, height: 1024 },
  shape: { width: 1024, height: 1024 },
  options: {},
  place: 'layer',
  share: JSON.stringify([row.key, 'all that is asked']),
  mayShare: true,
  n: 1,
  picture: 0,
  ...part,
})

export const pictureOf = (text: string, size: Size = { width: 8, height: 8 }): Picture => ({
  ...size,
  bytes: new TextEncoder().encode(text),
  type: 'image/png',
})

export const textOf = ({ bytes }: Picture) => new TextDecoder().decode(bytes)

/** A model that takes everything. */
export const CAN: Can = {
  pictures: 5,
  sizes: [
    { width: 1024, height: 1024 },
    { width: 1365, height: 768 },
    { width: 768, height: 1365 },
  ],
  ratios: ['1:1', '16:9', '9:16'],
  resolution: '1K',
  promptLimit: 20,
  seed: true,
  turbo: true,
  safetyChecker: true,
  weights: true,
  outputFormats: ['png', 'jpeg'],
  extra: true,
}

/** A model that takes a picture and words. */
export const CAN_LITTLE: Can = {
  ...CAN,
  sizes: [],
  ratios: [],
  seed: false,
  turbo: false,
  safetyChecker: false,
  weights: false,
  outputFormats: [],
  extra: false,
}

type Answers = { [K in keyof Commands]?: (input: Parameters<Commands[K]>[0], signal?: Signal) => unknown }
type Signal = CallOptions['signal']

/** The sandbox: answers as it is told to. A call that is aborted rejects at once unless it is patient, as in the channel. */
export function fakeCode(answers: Answers = {}) {
  const all: Answers = {
    readImage: ({ id }) => pictureOf(`image on ${id}`),
    checkImages: ({ images }) => images.map(() => null),
    exportLayer: ({ id }) => pictureOf(`look of ${id}`),
    placeImage: ({ id }) => ({ id, hash: 'new' }),
    showOriginal: () => ({ override: false }),
    readResults: () => ({ results: [], original: true }),
    showResult: () => ({ override: false }),
    showOriginals: ({ ids }) => ({ shown: ids.length, already: 0, override: false, missed: 0 }),
    readJournals: () => ({}),
    readJobs: () => ({ jobs: {}, windows: {} }),
    ...answers,
  }
  const calls: { name: keyof Commands; input: unknown; options: CallOptions }[] = []
  async function call(name: keyof Commands, input: never, options: CallOptions = {}) {
    calls.push({ name, input, options })
    const { signal, patient = false } = options
    if (signal?.aborted) throw stopped()
    let stop = () => {}
    const answer = new Promise((resolve, reject) => {
      stop = () => patient || reject(stopped())
      signal?.addEventListener('abort', stop)
      Promise.resolve(all[name]?.(input, signal)).then(resolve, reject)
    })
    return answer.finally(() => signal?.removeEventListener('abort', stop))
  }
  return {
    calls,
    names: () => calls.map(({ name }) => name),
    inputs: <K extends keyof Commands>(wanted: K) =>
      calls.filter(({ name }) => name === wanted).map(({ input }) => input as Parameters<Commands[K]>[0]),
    call: call as Connection<Commands, Events>['call'],
  }
}

/** Pixel work that leaves its marks in the bytes. */
export function fakeCodec(part: Partial<Codec> = {}): Codec {
  return {
    frame: async (picture, { shape }) => ({
      picture: pictureOf(`framed ${textOf(picture)}`, shape),
      transparent: false,
    }),
    cut: async (answer) => pictureOf(`cut ${await new Blob([answer]).text()}`),
    patch: async (answer, { picture }) => ({
      ...pictureOf(`${textOf(picture)} with ${await new Blob([answer]).text()}`, picture),
      drift: 0,
    }),
    mask: async ({ shape }) => pictureOf('mask', shape),
    enlarge: async (answer) => pictureOf(`enlarged ${await new Blob([answer]).text()}`),
    resample: async (picture, { size }) => pictureOf(`resampled ${textOf(picture)}`, size),
    convert: async (picture, { type, quality, ground = 'clear' }) => ({
      ...pictureOf(`${type} ${quality} on ${ground} of ${textOf(picture)}`, picture),
      type,
    }),
    refer: async (file) => pictureOf(`reference of ${await new Blob([file]).text()}`),
    thumbnail: async (picture) => pictureOf(`small ${textOf(picture)}`),
    close: () => {},
    ...part,
  }
}

/** A provider that answers each edit with a picture of its prompt. */
export function fakeProvider(part: Partial<Provider> = {}): Provider {
  return {
    id: 'fake',
    label: 'Fake',
    origin: 'https://fake.example',
    keyPage: 'https://fake.example/keys',
    defaultModel: 'p-image-edit',
    takes: 'form',
    can: () => CAN,
    headers: (key) => ({ authorization: key }),
    edit: async ({ prompt }) => editedTo(prompt),
    ...part,
  }
}

export const editedTo = (text: string, part: Partial<Edited> = {}): Edited => ({
  images: [{ file: new Blob([text]) }],
  ...part,
})

const unreachable = () => Promise.reject(new Error('Nothing here may reach the network.'))

export const contextWith = (signal: AbortSignal): Context => ({
  signal,
  http: {
    address: 'https://fake.example',
    get: unreachable,
    postForm: unreachable,
    postJson: unreachable,
    postFile: unreachable,
    remove: unreachable,
    state: unreachable,
    download: unreachable,
    wordsIn: String,
  },
})

/** What a run needs beside the sandbox, the codec and a way to the provider. */
export const runServices = (): Omit<RunServices, 'code' | 'codec' | 'reach'> => ({
  settings: () => ({ parallel: 6, deadline: 5, ceiling: undefined }),
  priceOf: () => undefined,
  rush: createRush(),
  looks: { offerBefore: () => {}, offerAfter: () => {} },
  saveJournal: async () => {},
  jobs: { store: { keep: async () => {}, forget: async () => {} }, onLeft: () => {} },
  onEnd: () => {},
})

/** A promise that is settled from outside. */
export function hold<T>() {
  let resolve: (value: T) => void = () => {}
  let reject: (error: unknown) => void = () => {}
  const promise = new Promise<T>((give, refuse) => {
    resolve = give
    reject = refuse
  })
  return { promise, resolve, reject }
}

/** Lets everything that can go on without the outside go on. */
export const settled = () => new Promise((resolve) => setImmediate(resolve))

/** The requests that were leaving have left: what had to wait for them is done, too. */
export const departed = () => new Promise((resolve) => setTimeout(resolve, 150))

const stopped = () => new AppError('cancelled', 'Stopped.')
