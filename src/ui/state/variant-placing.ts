import { batch, type ReadonlySignal, signal } from '@preact/signals'
import type { Connection } from '../../shared/channel.ts'
import { toAppError } from '../../shared/errors.ts'
import type { Commands, Events } from '../../shared/protocol.ts'
import { type Finished, readAgain } from '../jobs/placing.ts'
import type { RowListener } from '../jobs/row-listener.ts'
import type { IntoVariant, NewVariant } from '../variants/new-variant.ts'
import { inTurn } from './in-turn.ts'
import type { LooksModel } from './looks.ts'
import { finishedIn, type RunRow } from './run-row.ts'
import type { RunRows } from './run-rows.ts'
import { nextOf, standingOf, type VariantStanding } from './variant-standing.ts'

export interface VariantPlacingServices {
  code: Pick<Connection<Commands, Events>, 'call'>
  rows: Pick<RunRows, 'find' | 'follow' | 'change'>
  looks: Pick<LooksModel, 'offerAfter'>
  placed: RowListener['placed']
}

interface Group {
  variant: NewVariant
  /** The rows' ids by their slots: of one that is tried again, the newest. */
  rows: (number | undefined)[]
  isMade: boolean
  /** While it is placed. */
  stop?: AbortController | undefined
}

export type VariantPlacing = ReturnType<typeof createVariantPlacing>

/**
 * New variants, whose pictures wait as files until all of them are here: then each is placed as a whole, one after the
 * other. One that lacks a picture waits for its row to be tried again, or for the designer to have it without that. Longer
 * than other files, because all of it turns on how the rows of one variant stand.
 */
export function createVariantPlacing({ code, rows, looks, placed }: VariantPlacingServices) {
  const groups = new Map<NewVariant, Group>()
  /** The rows' ids, as their pictures came. */
  const came: number[] = []
  /** All images that they get are here. */
  const complete = new Set<Group>()
  /** The ids of those that were made while the panel is open. */
  const made = signal<ReadonlySet<string>>(new Set())
  let isPlacing = false

  const groupOf = (id: number) => {
    const variant = rows.find(id)?.job.into?.variant
    return variant && groups.get(variant)
  }
  const membersOf = (group: Group) => group.rows.map((id) => (id === undefined ? undefined : rows.find(id)))
  const inState = (group: Group, at: RunRow['state']['at']) =>
    membersOf(group).flatMap((row) => (row?.state.at === at ? row : []))
  const standing = (group: Group) => standingOf(membersOf(group), group)

  function hold(row: RunRow) {
    rows.change(row.id, { state: { at: 'held' }, endedAt: Date.now() })
    looks.offerAfter(row)
  }

  /** What can be done now that one of its rows stands otherwise. */
  function judge(group: Group) {
    const { isMade, isReady, waits } = standing(group)
    batch(() => {
      if (isReady) begin(group, [...inState(group, 'gathering'), ...inState(group, 'held')])
      else if (isMade || !waits) for (const row of inState(group, 'gathering')) hold(row)
    })
    void placeNext()
  }

  function begin(group: Group, members: readonly RunRow[]) {
    for (const { id } of members) rows.change(id, { state: { at: 'placing' } })
    complete.add(group)
  }

  /** One at a time: each changes the set that the next one goes into. */
  async function placeNext() {
    if (isPlacing) return
    const next = nextOf([...complete], [...groups.values()], standing)
    if (!next) return
    isPlacing = true
    complete.delete(next)
    await place(next, inTurn(inState(next, 'placing'), came))
    isPlacing = false
    void placeNext()
  }

  async function place(group: Group, members: readonly RunRow[]) {
    const stop = new AbortController()
    group.stop = stop
    try {
      const pictures = await Promise.all(members.map(({ unplaced }) => finishedIn(unplaced!)))
      const sizes = pictures.map(({ picture }) => picture.bytes.length)
      const answer = await code.call('placeVariant', orderFor(group.variant, members, pictures), {
        transfer: pictures.map(({ picture }) => picture.bytes.buffer),
        signal: stop.signal,
        patient: true,
      })
      group.isMade = true
      const { placed: laid, ...variant } = answer
      batch(() => {
        made.value = new Set([...made.peek(), variant.id])
        for (const [index, { id }] of members.entries()) {
          rows.change(id, { variant })
          placed(id, { ...laid[index]!, bytes: sizes[index]! })
        }
      })
    } catch (thrown) {
      const error = toAppError(thrown)
      for (const { id } of inState(group, 'placing')) {
        rows.change(
          id,
          error.fault === 'cancelled'
            ? { state: { at: 'gathering' } }
            : { state: { at: 'failed', error }, endedAt: Date.now() },
        )
      }
    } finally {
      group.stop = undefined
      judge(group)
    }
  }

  /** Stop ends the placing of the whole; and what is left of it is judged when all that are stopped are. */
  function leave(id: number) {
    const group = groupOf(id)
    if (!group) return
    group.stop?.abort()
    if (complete.delete(group)) for (const row of inState(group, 'placing')) rows.change(row.id, GATHERING)
    queueMicrotask(() => judge(group))
  }

  /**
   * The place in a variant that waits, which rows with the same pictures left when they failed or were stopped: what is asked
   * with other words makes that whole, and no variant beside it.
   */
  function leftFor(begun: readonly RunRow[]): IntoVariant[] | undefined {
    const wanted = begun[0]!.job.into!.variant
    const isSame = ({ component, property, value }: NewVariant) =>
      component === wanted.component && property === wanted.property && value === wanted.value
    for (const group of groups.values()) {
      const { variant, isMade } = group
      if (isMade || !isSame(variant)) continue
      const left = new Map(membersOf(group).flatMap((row, slot) => (row && isEmpty(row) ? [[slot, row]] : [])))
      const found = begun.flatMap(({ job }) => {
        const slot = [...left].find(([, row]) => row.job.row.key === job.row.key)?.[0]
        if (slot === undefined) return []
        left.delete(slot)
        return { variant, slot }
      })
      if (found.length === begun.length) return found
    }
    return undefined
  }

  /** New variants of which others are there that wait for the same. */
  function join(begun: readonly RunRow[]) {
    const variants = new Map<NewVariant, RunRow[]>()
    for (const row of begun) {
      const variant = row.job.into?.variant
      if (variant && !groups.has(variant)) variants.set(variant, [...(variants.get(variant) ?? []), row])
    }
    for (const rowsOf of variants.values()) {
      const left = leftFor(rowsOf)
      for (const [index, { id, job }] of rowsOf.entries()) {
        if (left) rows.change(id, { job: { ...job, into: left[index]! } })
      }
    }
  }

  return {
    made: made as ReadonlySignal<ReadonlySet<string>>,
    /** Rows that are begun, or begun again. */
    add(begun: readonly RunRow[]) {
      join(begun)
      for (const { id } of begun) {
        const into = rows.find(id)?.job.into
        if (!into) continue
        const { variant, slot } = into
        const group = groups.get(variant) ?? { variant, rows: Array(variant.pictures).fill(undefined), isMade: false }
        groups.set(variant, group)
        group.rows[slot] = id
      }
    },
    /** The row's picture is here; by its getter it becomes a file, which takes no memory while it waits. */
    gather(id: number): () => Promise<Finished | undefined> {
      came.push(id)
      const unplaced = { ...rows.find(id)!.unplaced! }
      const { picture, made } = unplaced
      rows.change(id, { ...GATHERING, unplaced })
      const group = groupOf(id)
      // Another one may have been asked for in its place.
      if (group?.rows.includes(id)) judge(group)
      else hold(rows.find(id)!)
      return async () => {
        const row = rows.find(id)
        if (row?.unplaced?.picture) return finishedIn(row.unplaced)
        return row?.placed && readAgain(row.placed, { picture: picture!, made }, code)()
      }
    },
    /** The row has ended without a picture. */
    look(id: number) {
      const group = groupOf(id)
      if (group) judge(group)
    },
    /** The row was stopped. */
    stopped: leave,
    /**
     * Makes the variant with the pictures that are here, because the designer asked for it. False where that cannot be: it
     * was made without this row's, or the row was tried again since.
     */
    placeByHand({ id, job }: RunRow): boolean {
      const group = groupOf(id)
      if (!group || group.isMade || !job.into) return false
      if (group.rows[job.into.slot] !== id && membersOf(group)[job.into.slot]?.unplaced?.picture) return false
      group.rows[job.into.slot] = id
      batch(() =>
        begin(
          group,
          membersOf(group).flatMap((row) => (row?.unplaced?.picture ? row : [])),
        ),
      )
      void placeNext()
      return true
    },
    /** The row's picture goes elsewhere: the variant is made without it, or waits for another. */
    withdraw(id: number) {
      const group = groupOf(id)
      if (group) group.rows = group.rows.map((each) => (each === id ? undefined : each))
    },
    /** How the new variant stands that a row's picture is for; undefined where it is for none. Followed. */
    standing(into: IntoVariant | undefined): VariantStanding | undefined {
      const group = into && groups.get(into.variant)
      if (!group) return undefined
      return standingOf(
        group.rows.map((id) => (id === undefined ? undefined : rows.follow(id))),
        group,
      )
    },
  }
}

const orderFor = (
  { component: id, property, set, value }: NewVariant,
  rows: readonly RunRow[],
  finished: Finished[],
) => ({
  ...{ id, property, properties: set?.properties, value },
  pictures: rows.map(({ job: { row } }, index) => ({
    ...{ id: row.id, source: row.source, ratio: row.width / row.height },
    ...finished[index]!,
  })),
})

const isEmpty = ({ state, unplaced }: RunRow) => (state.at === 'failed' || state.at === 'stopped') && !unplaced?.picture

const GATHERING: Partial<RunRow> = { state: { at: 'gathering' } }
