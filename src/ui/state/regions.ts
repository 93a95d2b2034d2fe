import { computed, effect, signal } from '@preact/signals'
import type { Connection } from '../../shared/channel.ts'
import { AppError, toAppError } from '../../shared/errors.ts'
import type { Rect, Size } from '../../shared/picture.ts'
import type { Commands, Events, LayerRow, RegionLayer } from '../../shared/protocol.ts'
import type { Mask } from '../image/orders.ts'
import { shownAsPart, type WantedPart } from '../jobs/part.ts'
import { partUnusableText } from '../texts/regions.ts'
import type { NoticeModel } from './notice.ts'
import { hashOn, seated } from './seat.ts'
import type { EditableRow, SelectionModel } from './selection.ts'

export interface RegionsServices {
  code: Pick<Connection<Commands, Events>, 'call'>
  selection: SelectionModel
  notice: Pick<NoticeModel, 'attempt'>
}

/** A part of a row's picture that is to change: drawn in the panel, or a layer that lies over the picture. */
export interface RowRegion {
  id: string
  /** As shares of the picture: a result may have other px than what it was made of. */
  share: Rect
  /** The layer, by name, and its alpha on the picture as it was when it was chosen. */
  layer?: { id: string; name: string; mask: Mask } | undefined
}

export interface RegionSettings {
  /** How much around a region is sent, in % of its longer edge. */
  margin: number
  /** How far its edge is softened, in % of its shorter edge. */
  softness: number
  /** Whether what comes back is brought to the colours around it. */
  corrects: boolean
}

interface RowChoice {
  regions: readonly RowRegion[]
  /** All of the picture is sent, though only a part of it shows. */
  isWhole: boolean
}

export type RegionsModel = ReturnType<typeof createRegions>

/** Which parts of the selected pictures are to change. Kept until the panel is closed, by layer and place. */
export function createRegions({ code, selection, notice }: RegionsServices) {
  const choices = signal<ReadonlyMap<string, RowChoice>>(new Map())
  const settings = signal<RegionSettings>({ margin: 25, softness: 5, corrects: true })
  const offered = signal<ReadonlyMap<string, readonly RegionLayer[]>>(new Map())
  const places = computed(() => new Map(seated(selection.rows.value).map(({ name, row }) => [row.key, name])))
  let lastId = 0

  const choiceOf = (row: LayerRow) => choices.value.get(places.value.get(row.key) ?? '') ?? NOTHING
  function change(row: LayerRow, part: Partial<RowChoice>) {
    const place = places.peek().get(row.key)
    if (place !== undefined) choices.value = new Map(choices.value).set(place, { ...choiceOf(row), ...part })
  }
  const put = (row: LayerRow, region: RowRegion) => change(row, { regions: [...choiceOf(row).regions, region] })

  async function readLayer(row: LayerRow, { id, name }: { id: string; name: string }): Promise<RowRegion> {
    const read = await code.call('readRegion', { id: row.id, hash: hashOn(row) ?? '', region: id })
    const { picture, toImage, bounds } = read
    const mask: Mask = { file: new Blob([picture.bytes], { type: picture.type }), toPicture: toImage }
    return { id: `layer ${id}`, share: shareOf(bounds, row), layer: { id, name, mask } }
  }

  function partOf(row: Size, { id, share, layer }: RowRegion): WantedPart {
    const bounds = boundsOn(row, share)
    const { margin, softness, corrects } = settings.value
    const feather = Math.min(bounds.width, bounds.height) * (softness / 100)
    const over = layer && { mask: layer.mask, layer: layer.id, name: layer.name }
    return { id, bounds, ...over, margin: margin / 100, feather, corrects }
  }
  /** Followed. Of a row that is no longer selected what was chosen is not known. */
  function partsOf(row: EditableRow): readonly WantedPart[] {
    if (row.source.kind !== 'image') return []
    const { regions, isWhole } = choiceOf(row)
    if (regions.length > 0) return regions.map((region) => partOf(row, region))
    return row.shown && !isWhole ? [shownAsPart(row.shown)] : []
  }

  /** A layer that is hidden, as after its result was placed, or that moved away is no longer offered; what was chosen stays. */
  effect(() => {
    const there = new Set(places.value.values())
    const kept = [...offered.peek()].filter(([place]) => there.has(place))
    if (kept.length < offered.peek().size) offered.value = new Map(kept)
  })

  /** By id: the name of the selected layer of whose picture another selected one is a part. */
  const drawn = computed(() => {
    const names = new Map<string, string>()
    for (const row of selection.rows.value) {
      for (const { layer } of choiceOf(row).regions) if (layer) names.set(layer.id, row.name)
    }
    return names
  })

  return {
    /** The name of the layer of whose picture this one says which part changes; such a one is not edited. Followed. */
    drawnOn: ({ id }: LayerRow) => drawn.value.get(id),
    settings,
    change: (part: Partial<RegionSettings>) => {
      settings.value = { ...settings.value, ...part }
    },
    of: (row: LayerRow) => choiceOf(row).regions,
    partsOf,
    /** Whether only what shows of the picture is sent, as nothing else was chosen. */
    sendsShown: (row: LayerRow) =>
      row.shown !== undefined && choiceOf(row).regions.length === 0 && !choiceOf(row).isWhole,
    setWhole: (row: LayerRow, isWhole: boolean) => change(row, { isWhole }),
    /** A rectangle of the picture, in px. */
    draw(row: LayerRow, bounds: Rect): string {
      const region: RowRegion = { id: `drawn ${++lastId}`, share: shareOf(insideOf(bounds, row), row) }
      put(row, region)
      return region.id
    },
    move(row: LayerRow, id: string, bounds: Rect) {
      const regions = choiceOf(row).regions.map((region) =>
        region.id === id && !region.layer ? { ...region, share: shareOf(insideOf(bounds, row), row) } : region,
      )
      change(row, { regions })
    },
    remove(row: LayerRow, id: string) {
      change(row, { regions: choiceOf(row).regions.filter((region) => region.id !== id) })
    },
    /** The layers over the picture that are not chosen yet; empty until they are read. */
    offeredOn(row: LayerRow): readonly RegionLayer[] {
      const chosen = new Set(choiceOf(row).regions.map(({ layer }) => layer?.id))
      return (offered.value.get(places.value.get(row.key) ?? '') ?? []).filter(({ id }) => !chosen.has(id))
    },
    async offer(row: LayerRow) {
      const place = places.peek().get(row.key)
      const hash = hashOn(row)
      if (place === undefined || hash === undefined) return
      const found = await code.call('readRegions', { id: row.id, hash }).catch(() => [])
      offered.value = new Map(offered.peek()).set(place, found)
    },
    use: (row: LayerRow, layer: { id: string; name: string }) =>
      notice.attempt(async () => {
        const region = await readLayer(row, layer)
        if (!choiceOf(row).regions.some(({ id }) => id === region.id)) put(row, region)
      }),
    /** The parts of these rows as their layers lie now. Rejects with `layer` where one of these is gone. */
    async toSend(rows: readonly EditableRow[]): Promise<(row: EditableRow) => readonly WantedPart[]> {
      const now = new Map<string, readonly WantedPart[]>()
      for (const row of rows) {
        const { regions } = choiceOf(row)
        if (!regions.some(({ layer }) => layer)) {
          now.set(row.key, partsOf(row))
          continue
        }
        const read: RowRegion[] = []
        for (const region of regions) {
          read.push(region.layer ? await readLayer(row, region.layer).catch(unusable(region.layer)) : region)
        }
        now.set(
          row.key,
          read.map((region) => partOf(row, region)),
        )
      }
      return ({ key }) => now.get(key) ?? []
    },
    /** What was hidden with its result is no part of the next edit. */
    forgetLayers(ids: readonly string[]) {
      // At the end of nearly every run, when all that follows the parts would be worked out anew.
      if (ids.length === 0) return
      const gone = new Set(ids)
      const left = [...choices.peek()].map(([place, choice]): [string, RowChoice] => [
        place,
        { ...choice, regions: choice.regions.filter(({ layer }) => !layer || !gone.has(layer.id)) },
      ])
      choices.value = new Map(left)
    },
  }
}

/** Of several layers it has to be said which one is meant. */
const unusable =
  ({ name }: { name: string }) =>
  (thrown: unknown): never => {
    const error = toAppError(thrown)
    throw error.fault === 'layer' ? new AppError('layer', partUnusableText(name, error.message), error) : error
  }

/** px of the picture. */
export const boundsOn = (picture: Size, { x, y, width, height }: Rect): Rect => ({
  ...{ x: x * picture.width, y: y * picture.height },
  ...{ width: width * picture.width, height: height * picture.height },
})

const shareOf = ({ x, y, width, height }: Rect, picture: Size): Rect => ({
  ...{ x: x / picture.width, y: y / picture.height },
  ...{ width: width / picture.width, height: height / picture.height },
})

/** Whole px within the picture, at least one. */
function insideOf({ x, y, width, height }: Rect, picture: Size): Rect {
  const clamped = (value: number, most: number) => Math.max(0, Math.min(most, Math.round(value)))
  const [left, top] = [clamped(x, picture.width - 1), clamped(y, picture.height - 1)]
  const right = Math.max(left + 1, clamped(x + width, picture.width))
  const bottom = Math.max(top + 1, clamped(y + height, picture.height))
  return { x: left, y: top, width: right - left, height: bottom - top }
}

const NOTHING: RowChoice = { regions: [], isWhole: false }
