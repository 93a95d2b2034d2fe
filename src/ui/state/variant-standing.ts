import type { NewVariant } from '../variants/new-variant.ts'
import type { RunRow } from './run-row.ts'

/** How a new variant stands. */
export interface VariantStanding {
  variant: NewVariant
  isMade: boolean
  /** How many of its pictures are not here: in all, and because they failed or were stopped; the others are under way or gone. */
  lacks: number
  failed: number
  stopped: number
  underWay: number
  /** Whether all are here, and none of them waits for the designer. */
  isReady: boolean
  /** Whether those that it lacks come by themselves. */
  waits: boolean
  /** Whether all that it lacks are about to come. */
  isNear: boolean
}

/** `members`: the rows by their slots, undefined where one is gone. */
export function standingOf(
  members: readonly (RunRow | undefined)[],
  { variant, isMade }: Pick<VariantStanding, 'variant' | 'isMade'>,
): VariantStanding {
  // What is here and still becomes larger is not here yet.
  const lacking = members.filter((row) => !row?.unplaced?.picture || COMING.includes(row.state.at))
  const count = (...states: RunRow['state']['at'][]) =>
    lacking.filter((row) => row && states.includes(row.state.at)).length
  const [failed, stopped] = [count('failed'), count('stopped')]
  const underWay = count(...COMING)
  const isFree = members.every((row) => row?.state.at !== 'failed' && row?.state.at !== 'stopped')
  const isReady = !isMade && members.every((row) => row && PATIENT.includes(row.state.at) && row.unplaced?.picture)
  return {
    ...{ variant, isMade, failed, stopped, underWay, lacks: lacking.length },
    isReady,
    waits: isFree && lacking.length === underWay,
    // Also where all are here, and one of them is told of in the next moment: its request serves others before it.
    isNear: isFree && !isReady && lacking.length === count('editing', 'enlarging'),
  }
}

/**
 * The complete one to be placed first: of one component in the order of their prompts, also before one that is complete
 * and for those before it that are about to be. So are the first ones of each value in a set, which begin its rows.
 */
export function nextOf<Group extends Pick<VariantStanding, 'variant' | 'isMade'>>(
  complete: readonly Group[],
  all: readonly Group[],
  standing: (group: Group) => VariantStanding,
): Group | undefined {
  const open = all.filter(({ isMade }) => !isMade)
  const rowOf = ({ variant: { set, order } }: Group) => set && `${set.id} ${order}`
  const rows = new Set(all.flatMap((group) => (group.isMade ? (rowOf(group) ?? []) : [])))
  const begins = (group: Group) => group.variant.set !== undefined && !rows.has(rowOf(group)!)
  function isBefore(one: Group, other: Group) {
    const [{ variant: a }, { variant: b }] = [one, other]
    const isLike = a.component === b.component || (a.set?.id === b.set?.id && begins(one) && begins(other))
    return isLike && a.order < b.order
  }
  return complete.find(
    (group) =>
      !complete.some((other) => isBefore(other, group)) &&
      !open.some((other) => isBefore(other, group) && standing(other).isNear),
  )
}

const COMING: readonly RunRow['state']['at'][] = ['waiting', 'reading', 'editing', 'enlarging']
const PATIENT: readonly RunRow['state']['at'][] = ['gathering', 'held']
