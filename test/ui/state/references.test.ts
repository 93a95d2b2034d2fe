import { signal } from '@preact/signals'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import type { Bytes, Picture } from '../../../src/shared/picture.ts'
import type { LayerRow } from '../../../src/shared/protocol.ts'
import type { Codec } from '../../../src/ui/image/codec.ts'
import { createImages } from '../../../src/ui/jobs/images.ts'
import { MOST_BYTES } from '../../../src/ui/state/reference-file.ts'
import { createReferences } from '../../../src/ui/state/references.ts'
import { createSelection } from '../../../src/ui/state/selection.ts'
import {
  containerRows,
  fakeCode,
  fakeCodec,
  hold,
  imageRow,
  lookRow,
  pictureOf,
  settled,
  textOf,
} from '../jobs/fakes.ts'

/** The addresses that the browser holds memory for. */
const held = new Set<string>()
beforeEach(() => {
  let made = 0
  vi.spyOn(URL, 'createObjectURL').mockImplementation(() => {
    held.add(`blob:${++made}`)
    return `blob:${made}`
  })
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => void held.delete(url))
})
afterEach(() => {
  vi.restoreAllMocks()
  held.clear()
})

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** What begins as a PNG: whether it is one, the decoder says. */
const png = (name: string) => new File([new Uint8Array(PNG), name], name)

interface Given {
  limit?: number
  rows?: LayerRow[]
  code?: ReturnType<typeof fakeCode>
  codec?: Partial<Codec>
}

function stage({ limit: most = 4, rows = [], code = fakeCode(), codec = {} }: Given = {}) {
  const [limit, prompt] = [signal(most), signal('')]
  const selection = createSelection()
  selection.follow({ rows })
  const asked: { bytes: string; told: object | undefined }[] = []
  const references = createReferences({
    ...{ code, selection, images: createImages(code) },
    codec: fakeCodec({
      async refer(file, { told }) {
        const text = (await new Blob([file]).text()).replace(/^.PNG\r\n.\n/, '')
        asked.push({ bytes: text, told })
        return pictureOf(`sent ${text}`)
      },
      ...codec,
    }),
    limit: () => limit.value,
    prompts: () => [prompt.value],
  })
  return {
    ...{ references, limit, prompt, asked, code, selection },
    names: () => references.all.value.map(({ name }) => name),
    refused: () => references.refused.value,
  }
}

const idOf = ({ references }: ReturnType<typeof stage>, name: string) =>
  references.all.value.find((one) => one.name === name)!.id

test('files become references in their order, with the bytes that are sent and a digest of them', async () => {
  const { references, names } = stage()
  await references.addFiles([png('a.png'), png('b.png')])
  await references.addFiles([png('c.png')])
  expect(names()).toEqual(['a.png', 'b.png', 'c.png'])
  expect(references.all.value.map(({ picture }) => textOf(picture))).toEqual(['sent a.png', 'sent b.png', 'sent c.png'])
  expect(new Set(references.all.value.map(({ digest }) => digest)).size).toBe(3)
  expect(references.all.value.every(({ url }) => held.has(url))).toBe(true)
})

test('the same bytes have the same digest', async () => {
  const { references } = stage()
  await references.addFiles([png('a.png'), png('a.png')])
  const [one, other] = references.all.value
  expect(one!.digest).toBe(other!.digest)
  expect(one!.id).not.toBe(other!.id)
})

test('files that are added while others are read come after them, one at a time', async () => {
  const first = hold<Picture>()
  const refer = vi.fn(async () => pictureOf('quick')).mockImplementationOnce(() => first.promise)
  const { references, names } = stage({ codec: { refer } })
  const [one, other] = [references.addFiles([png('slow.png')]), references.addFiles([png('quick.png')])]
  await settled()
  expect([references.reading.value, refer.mock.calls.length, names()]).toEqual([2, 1, []])
  first.resolve(pictureOf('slow'))
  await Promise.all([one, other])
  expect([references.reading.value, names()]).toEqual([0, ['slow.png', 'quick.png']])
})

const tooLarge = () => Object.defineProperty(png('huge.png'), 'size', { value: MOST_BYTES + 1 })
const gone = () =>
  Object.assign(png('folder'), { arrayBuffer: () => Promise.reject(new DOMException('', 'NotFoundError')) })
/** Two images of 1 px, each after what says how long it shows. */
const gif = () => {
  const frame = [0x21, 0xf9, 4, 0, 10, 0, 0, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]
  return new File(
    [new Uint8Array([...Buffer.from('GIF89a'), 1, 0, 1, 0, 0, 0, 0, ...frame, ...frame, 0x3b])],
    'wave.gif',
  )
}

test.each([
  ['a file that is too large', tooLarge(), { name: 'huge.png', why: 'large' }],
  ['a folder', gone(), { name: 'folder', why: 'unread' }],
  ['a moving GIF', gif(), { name: 'wave.gif', why: 'animated' }],
  ['an SVG', new File(['<svg xmlns="">'], 'logo.svg'), { name: 'logo.svg', why: 'kind', kind: 'SVG' }],
  ['a PDF', new File(['%PDF-1.4'], 'a.pdf'), { name: 'a.pdf', why: 'kind', kind: 'PDF' }],
  ['a HEIC', new File(['\0\0\0\u0018ftypheic'], 'a.heic'), { name: 'a.heic', why: 'kind', kind: 'HEIC' }],
  ['an empty one', new File([], 'nothing'), { name: 'nothing', why: 'kind', kind: undefined }],
])('%s is left out by name, and the good ones beside it are taken', async (_, bad, refusal) => {
  const { references, names, refused, asked } = stage()
  await references.addFiles([png('before.png'), bad, png('after.png')])
  expect(names()).toEqual(['before.png', 'after.png'])
  expect(refused()).toEqual([refusal])
  expect(asked.map(({ bytes }) => bytes)).toEqual(['before.png', 'after.png'])
})

test('what cannot be decoded is left out with what the decoder says', async () => {
  const refer = async (file: Blob | Bytes) => {
    if ((await new Blob([file]).text()).includes('broken')) throw new AppError('image', 'This picture cannot be read.')
    return pictureOf('good')
  }
  const { references, names, refused } = stage({ codec: { refer } })
  await references.addFiles([png('broken.png'), png('good.png')])
  expect(names()).toEqual(['good.png'])
  expect(refused()).toEqual([{ name: 'broken.png', why: 'fault', message: 'This picture cannot be read.' }])
})

test('of more than the model takes the first good ones are taken, and the rest is named and not read', async () => {
  const { references, names, refused, asked } = stage({ limit: 2 })
  await references.addFiles([new File(['x'], 'a.txt'), png('b.png'), png('c.png'), png('d.png'), png('e.png')])
  expect(names()).toEqual(['b.png', 'c.png'])
  expect(refused().map(({ name, why }) => `${name} ${why}`)).toEqual(['a.txt kind', 'd.png many', 'e.png many'])
  expect(asked).toHaveLength(2)
})

test('what was left out is told until more is added, or it was read', async () => {
  const { references, refused } = stage()
  await references.addFiles([new File(['x'], 'a.txt')])
  await references.addFiles([png('b.png')])
  expect(refused()).toEqual([])
  await references.addFiles([new File(['x'], 'a.txt')])
  references.dismiss()
  expect(refused()).toEqual([])
})

test('an image that is selected goes by its own bytes, a look as it is drawn, with the pixels that are sent', async () => {
  const rows = [imageRow('Photo', { width: 800, height: 600 }), lookRow('Card', { width: 100, height: 400 })]
  const { references, names, asked, code } = stage({ rows })
  await references.addSelected()
  expect(names()).toEqual(['Photo', 'Card'])
  expect(asked).toEqual([
    { bytes: 'image on id of Photo', told: { width: 8, height: 8 } },
    { bytes: 'look of id of Card', told: undefined },
  ])
  const { scale } = code.inputs('exportLayer')[0]!
  expect(100 * scale * 400 * scale).toBeCloseTo(1_572_864, -2)
})

test('of a layer that holds images the whole is drawn, and none of them is added', async () => {
  const { references, names, code } = stage({ rows: containerRows('Frame', [imageRow('a'), imageRow('b')]) })
  await references.addSelected()
  expect([names(), code.names()]).toEqual([['Frame'], ['exportLayer']])
})

test('a very long look is drawn no larger than Figma can', async () => {
  const { references, code } = stage({ rows: [lookRow('Line', { width: 4000, height: 2 })] })
  await references.addSelected()
  expect(code.inputs('exportLayer')[0]!.scale).toBeCloseTo(4096 / 4000)
})

test('a layer without a picture is named with its reason, and where nothing is selected that is said', async () => {
  const hidden: LayerRow = { ...imageRow('Hidden'), source: { kind: 'skipped', why: 'hidden' } }
  const { references, refused, selection, names } = stage({ rows: [hidden, imageRow('Photo')] })
  await references.addSelected()
  expect([names(), refused()]).toEqual([['Photo'], [{ name: 'Hidden', why: 'skipped', skipped: 'hidden' }]])
  selection.follow({ rows: [] })
  await references.addSelected()
  expect(refused()).toEqual([{ name: '', why: 'nothing' }])
})

test('a layer that cannot be edited may be referred to, as it can be seen', async () => {
  const others = (['library', 'mixed', 'kind'] as const).map(
    (why): LayerRow => ({ ...imageRow(why), source: { kind: 'skipped', why } }),
  )
  const { references, names, refused } = stage({ rows: others })
  await references.addSelected()
  expect([names(), refused()]).toEqual([['library', 'mixed', 'kind'], []])
})

test('a layer that is gone by now is left out with what the sandbox says', async () => {
  const exportLayer = () => Promise.reject(new AppError('layer', 'The layer is no longer there.'))
  const { references, refused } = stage({ rows: [lookRow('Card')], code: fakeCode({ exportLayer }) })
  await references.addSelected()
  expect(refused()).toEqual([{ name: 'Card', why: 'fault', message: 'The layer is no longer there.' }])
})

test('a result is read from the layer that holds it', async () => {
  const { references, names, code } = stage()
  await references.addResult({ on: 'cover', hash: 'night' }, 'Hero')
  expect([names(), code.inputs('readImage')]).toEqual([['Hero'], [{ id: 'cover', hash: 'night' }]])
})

test('one is moved to another place, and no further than the ends', async () => {
  const made = stage()
  await made.references.addFiles(['a', 'b', 'c'].map(png))
  made.references.move(idOf(made, 'a'), 1)
  expect(made.names()).toEqual(['b', 'a', 'c'])
  made.references.move(idOf(made, 'c'), -5)
  expect(made.names()).toEqual(['c', 'b', 'a'])
  made.references.move(idOf(made, 'b'), 9)
  expect(made.names()).toEqual(['c', 'a', 'b'])
  made.references.move(99, 0)
  expect(made.names()).toEqual(['c', 'a', 'b'])
})

test('one that is removed makes room, and holds no memory', async () => {
  const made = stage({ limit: 2 })
  await made.references.addFiles(['a', 'b'].map(png))
  made.references.remove(idOf(made, 'a'))
  await made.references.addFiles([png('c')])
  expect(made.names()).toEqual(['b', 'c'])
  expect(held.size).toBe(2)
})

test('a model that takes fewer is sent the first ones, and the others are kept for one that takes more', async () => {
  const { references, limit, names } = stage()
  await references.addFiles(['a', 'b', 'c'].map(png))
  const sent = () => references.sent.value.map(({ name }) => name)
  limit.value = 1
  expect([sent(), names()]).toEqual([['a'], ['a', 'b', 'c']])
  limit.value = 0
  expect(sent()).toEqual([])
  limit.value = 4
  expect(sent()).toEqual(['a', 'b', 'c'])
})

test('a name in the prompt without a picture that is sent is known', async () => {
  const { references, prompt, limit } = stage()
  prompt.value = 'The lamp of image 2 in the light of image 3'
  expect(references.missing.value).toEqual(['image 2', 'image 3'])
  await references.addFiles(['a', 'b'].map(png))
  expect(references.missing.value).toEqual([])
  limit.value = 1
  expect(references.missing.value).toEqual(['image 3'])
})
