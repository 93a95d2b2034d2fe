import { computed, effect, signal } from '@preact/signals'
import type { LayerRow } from '../../shared/protocol.ts'
import { type Filter, NO_FILTER, passes, passesValues } from './filter.ts'
import { linesOf } from './lines.ts'
import { hashOn, type Seat, seated } from './seat.ts'
import { isEditable, type SelectionModel } from './selection.ts'
import { contrastOf, propertiesIn } from './variant-properties.ts'

/** What of a layer that holds images is edited: they, or the whole of it. */
export type Extent = 'images' | 'whole'

/** The images listed of one container, and how many of them are ticked. */
export interface TickCount {
  images: number
  ticked: number
}

interface Choice {
  extent: Extent
  /** By the names of their seats. */
  unticked: ReadonlySet<string>
}

export type ChoiceModel = ReturnType<typeof createChoice>

/** Which of the selected rows are edited. What was chosen of a container holds for as long as that stays selected. */
export function createChoice(selection: SelectionModel) {
  const choices = signal<ReadonlyMap<string, Choice>>(new Map())
  const filter = signal<Filter>(NO_FILTER)
  let last: ReadonlySet<string> = new Set()

  effect(() => {
    const containers = new Set(selection.rows.value.filter(holdsImages).map(({ id }) => id))
    const isNew = ![...containers].some((id) => last.has(id))
    last = containers
    if (isNew) filter.value = NO_FILTER
    const kept = [...choices.peek()].filter(([id]) => containers.has(id))
    if (kept.length < choices.peek().size) choices.value = new Map(kept)
  })

  const choiceOf = (container: string) => choices.value.get(container) ?? ALL_IMAGES
  const change = (container: string, part: Partial<Choice>) => {
    choices.value = new Map(choices.value).set(container, { ...choiceOf(container), ...part })
  }

  /** The rows that are open to choice, and those of them that the filter lets through. */
  const open = computed(() =>
    seated(selection.rows.value).filter(({ row }) => !row.inside || choiceOf(row.inside.id).extent === 'images'),
  )
  const listed = computed(() =>
    open.value.filter((seat) => (seat.row.inside ? passes(filter.value, seat) : !isEmpty(seat.row))),
  )
  /** Whether it is a variant that the values do not let through: its images have the same ones. */
  const isEmpty = (row: LayerRow) =>
    holdsImages(row) &&
    extentOf(row) === 'images' &&
    row.variant?.id === row.id &&
    !passesValues(filter.value.values, row)
  const inside = computed(() => open.value.filter(({ row }) => row.inside && isEditable(row)))

  const isTicked = ({ name, row }: Seat) => row.inside !== undefined && !choiceOf(row.inside.id).unticked.has(name)
  const runs = (seat: Seat) => {
    if (seat.row.inside) return isTicked(seat)
    return !holdsImages(seat.row) || choiceOf(seat.row.id).extent === 'whole'
  }

  return {
    listed,
    /** The same as they are shown. */
    lines: computed(() => linesOf(listed.value)),
    contrast: computed(() => contrastOf(listed.value.map(({ row }) => row))),
    /** The variant properties by which images can be left out, and their values. */
    facets: computed(() => {
      const properties = propertiesIn(inside.value.map(({ row }) => row))
      return [...new Set([...properties.keys(), ...filter.value.values.keys()])].flatMap((name) => {
        const wanted = filter.value.values.get(name) ?? []
        const values = [...new Set([...(properties.get(name)?.keys() ?? []), ...wanted])]
        return values.length > 1 || filter.value.values.has(name) ? { name, values } : []
      })
    }),
    /** The rows that Run would start. */
    chosen: computed(() => listed.value.flatMap((seat) => (isEditable(seat.row) && runs(seat) ? seat.row : []))),
    /** How many could run, were all ticked and none filtered out. */
    possible: computed(
      () => open.value.filter(({ row }) => isEditable(row) && (!holdsImages(row) || extentOf(row) === 'whole')).length,
    ),
    leftOut: computed(() => inside.value.filter((seat) => !passes(filter.value, seat)).length),
    tallies: computed(() => {
      const tallies = new Map<string, TickCount>()
      for (const seat of listed.value) {
        if (!seat.row.inside || !isEditable(seat.row)) continue
        const { images, ticked } = tallies.get(seat.row.inside.id) ?? NONE
        tallies.set(seat.row.inside.id, { images: images + 1, ticked: ticked + Number(isTicked(seat)) })
      }
      return tallies
    }),
    tallyOf(seats: readonly Seat[]): TickCount {
      const images = seats.filter(({ row }) => isEditable(row))
      return { images: images.length, ticked: images.filter(isTicked).length }
    },
    /** In how many places inside the containers each picture shows, by hash. */
    places: computed(() => {
      const places = new Map<string, number>()
      for (const { row } of inside.value) {
        const hash = hashOn(row)
        if (hash) places.set(hash, (places.get(hash) ?? 0) + 1)
      }
      return places
    }),
    hasImagesInside: computed(() => inside.value.length > 0),
    extentOf,
    isCovered,
    /** The selected layer around it that is covered, as far as the selection knows. */
    coverOver: ({ inside }: LayerRow) =>
      selection.rows.value.find((row) => row.id === inside?.id && holdsImages(row) && isCovered(row)),
    isTicked,
    filter,
    setExtent: (container: string, extent: Extent) => change(container, { extent }),
    tick(seat: Seat, on: boolean) {
      if (seat.row.inside) setTicked(seat.row.inside.id, [seat], on)
    },
    /** Those that the filter leaves out stay as they are. */
    tickAll(container: string, on: boolean) {
      setTicked(
        container,
        listed.value.filter(({ row }) => row.inside?.id === container),
        on,
      )
    },
    tickThese: (container: string, seats: readonly Seat[], on: boolean) => setTicked(container, seats, on),
    setFilter(part: Partial<Filter>) {
      filter.value = { ...filter.value, ...part }
    },
    /** Only the places that show this picture now: once edited, each shows another. */
    onlyPicture(hash: string) {
      const seats = inside.value.filter(({ row }) => hashOn(row) === hash)
      filter.value = { ...filter.value, only: new Set(seats.map(({ name }) => name)) }
    },
  }

  /** Whether the whole of it has results beside those of its own images: while one shows, it hides what is inside. */
  function isCovered({ id, results }: LayerRow): boolean {
    const own = selection.rows.value.find((row) => row.id === id && row.inside?.id === id)
    return results > (own?.results ?? 0)
  }

  function extentOf({ id }: LayerRow): Extent {
    return choiceOf(id).extent
  }

  function setTicked(container: string, seats: readonly Seat[], on: boolean) {
    const unticked = new Set(choiceOf(container).unticked)
    for (const { name } of seats) {
      if (on) unticked.delete(name)
      else unticked.add(name)
    }
    change(container, { unticked })
  }
}

export const holdsImages = ({ holds = 0 }: LayerRow) => holds > 0

const ALL_IMAGES: Choice = { extent: 'images', unticked: new Set() }
const NONE: TickCount = { images: 0, ticked: 0 }
