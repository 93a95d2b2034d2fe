import { computed, effect } from '@preact/signals'
import { expect, test } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import type { LayerRow } from '../../../src/shared/protocol.ts'
import { createNotice } from '../../../src/ui/state/notice.ts'
import { createRegions } from '../../../src/ui/state/regions.ts'
import { createSelection, type EditableRow } from '../../../src/ui/state/selection.ts'
import { fakeCode, imageRow, lookRow, pictureOf, settled } from '../jobs/fakes.ts'

const DOOR = { x: 200, y: 150, width: 80, height: 60 }
const MASK = { id: 'id of mask', name: 'Mask' }

/** One image of 800 × 600 px, and a layer over it that can be asked for. */
function stage({ rows = [imageRow('photo')] as LayerRow[] } = {}) {
  let bounds = DOOR
  let fault: AppError | undefined
  const code = fakeCode({
    readRegions: () => [MASK],
    readRegion() {
      if (fault) throw fault
      return { picture: pictureOf('alpha'), toImage: [1, 0, 0, 1, 0, 0], bounds }
    },
  })
  const selection = createSelection()
  selection.follow({ rows })
  const notice = createNotice()
  return {
    ...{ selection, notice, regions: createRegions({ code, selection, notice }), row: rows[0] as EditableRow },
    /** What the sandbox says of the layer from now on. */
    lies(next: typeof DOOR | AppError) {
      if (next instanceof AppError) fault = next
      else bounds = next
    },
  }
}

test('a part that was drawn is told in px of the picture, with its margin as a share and its softness in px', () => {
  const { regions, row } = stage()
  regions.draw(row, DOOR)
  regions.change({ margin: 50, softness: 10, corrects: false })
  expect(regions.partsOf(row)).toEqual([
    { id: expect.any(String), bounds: DOOR, margin: 0.5, feather: 6, corrects: false },
  ])
})

test('a part is a share of the picture: of one with other px it is the same part', () => {
  const { regions, row, selection } = stage()
  regions.draw(row, DOOR)
  const larger = { ...row, key: 'the result', width: 1600, height: 1200 }
  selection.follow({ rows: [larger] })
  expect(regions.partsOf(larger)[0]!.bounds).toEqual({ x: 400, y: 300, width: 160, height: 120 })
})

test.each<[string, typeof DOOR, typeof DOOR]>([
  ['reaches beyond the picture', { x: -50, y: 500, width: 100, height: 400 }, { x: 0, y: 500, width: 50, height: 100 }],
  ['has parts of px', { x: 10.4, y: 10.6, width: 5.2, height: 5 }, { x: 10, y: 11, width: 6, height: 5 }],
  ['is a mere click', { x: 40, y: 30, width: 0, height: 0 }, { x: 40, y: 30, width: 1, height: 1 }],
  ['lies beside the picture', { x: 900, y: 700, width: 10, height: 10 }, { x: 799, y: 599, width: 1, height: 1 }],
])('a part that %s becomes whole px within it', (_, drawn, kept) => {
  const { regions, row } = stage()
  const id = regions.draw(row, DOOR)
  regions.move(row, id, drawn)
  const { bounds } = regions.partsOf(row)[0]!
  for (const side of ['x', 'y', 'width', 'height'] as const) expect(bounds[side]).toBeCloseTo(kept[side], 9)
})

test('several parts keep their order, and one of them goes alone', () => {
  const { regions, row } = stage()
  const [first, second] = [regions.draw(row, DOOR), regions.draw(row, { ...DOOR, x: 400 })]
  expect(regions.of(row).map(({ id }) => id)).toEqual([first, second])
  regions.remove(row, first)
  expect(regions.of(row).map(({ id }) => id)).toEqual([second])
})

test('what was chosen of one layer is not chosen of another, and is there again when that is selected again', () => {
  const [photo, other] = [imageRow('photo'), imageRow('other')]
  const { regions, selection } = stage({ rows: [photo, other] })
  regions.draw(photo, DOOR)
  expect(regions.partsOf(other)).toEqual([])
  selection.follow({ rows: [other] })
  expect(regions.partsOf(photo)).toEqual([])
  selection.follow({ rows: [photo] })
  expect(regions.partsOf(photo)).toHaveLength(1)
})

test('of a crop what shows is sent, unless all of it is wanted or a part was drawn', () => {
  const shown = { x: 100, y: 100, width: 200, height: 150 }
  const { regions, row } = stage({ rows: [imageRow('photo', { shown })] })
  expect(regions.sendsShown(row)).toBe(true)
  expect(regions.partsOf(row)).toMatchObject([{ id: 'shown' }])
  regions.setWhole(row, true)
  expect(regions.partsOf(row)).toEqual([])
  regions.setWhole(row, false)
  regions.draw(row, DOOR)
  expect(regions.sendsShown(row)).toBe(false)
  expect(regions.partsOf(row)).toMatchObject([{ bounds: DOOR }])
})

test('a look has no parts: it is drawn anew', () => {
  const look = lookRow('card')
  const { regions } = stage({ rows: [look] })
  regions.draw(look, DOOR)
  expect(regions.partsOf(look)).toEqual([])
})

test('a layer over the picture is offered until it is chosen, and is then no layer to edit', async () => {
  const mask = imageRow('mask')
  const { regions, row } = stage({ rows: [imageRow('photo'), mask] })
  expect(regions.offeredOn(row)).toEqual([])
  await regions.offer(row)
  expect(regions.offeredOn(row)).toEqual([MASK])
  await regions.use(row, MASK)
  await regions.use(row, MASK)
  expect(regions.of(row)).toHaveLength(1)
  expect(regions.offeredOn(row)).toEqual([])
  expect(regions.drawnOn(mask)).toBe('photo')
  expect(regions.partsOf(row)).toMatchObject([{ bounds: DOOR, layer: 'id of mask', name: 'Mask' }])
})

test('a layer that cannot be a part is told, and nothing is chosen', async () => {
  const { regions, row, notice, lies } = stage()
  lies(new AppError('layer', 'It is not over the image.'))
  await regions.use(row, MASK)
  await settled()
  expect(regions.of(row)).toEqual([])
  expect(notice.shown.value?.message).toBe('It is not over the image.')
})

test('a run is sent the layer as it lies then, beside what was drawn', async () => {
  const { regions, row, lies } = stage()
  await regions.use(row, MASK)
  regions.draw(row, { ...DOOR, x: 0 })
  const moved = { ...DOOR, x: 480 }
  lies(moved)
  const partsOf = await regions.toSend([row])
  expect(partsOf(row).map(({ bounds: { x } }) => x)).toEqual([480, 0])
})

test('a run is refused by name where a layer of a part is gone', async () => {
  const { regions, row, lies } = stage()
  await regions.use(row, MASK)
  lies(new AppError('layer', 'It is gone.'))
  await expect(regions.toSend([row])).rejects.toMatchObject({
    fault: 'layer',
    message: expect.stringContaining('Mask'),
  })
  lies(new AppError('bug', 'Something else.'))
  await expect(regions.toSend([row])).rejects.toMatchObject({ fault: 'bug' })
})

test('a layer that was hidden with its result is no part of the next edit; what was drawn is', async () => {
  const { regions, row } = stage()
  await regions.use(row, MASK)
  const id = regions.draw(row, DOOR)
  regions.forgetLayers(['id of mask'])
  expect(regions.of(row).map((region) => region.id)).toEqual([id])
})

test('the end of a run that hid nothing changes nothing', () => {
  const { regions, row } = stage()
  regions.draw(row, DOOR)
  let times = 0
  const parts = computed(() => regions.partsOf(row))
  effect(() => {
    void parts.value
    times++
  })
  regions.forgetLayers([])
  expect(times).toBe(1)
})
