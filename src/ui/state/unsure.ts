import type { Context, Listed, Money, Provider, Span } from '../providers/provider.ts'
import { sumOf } from './money.ts'
import type { RunRow } from './run-row.ts'

/** What the provider's own list says of a request whose answer never came. */
export type Unsure =
  | { at: 'asking' }
  /** It keeps no list, or does not answer. */
  | { at: 'unknown' }
  | { at: 'none' }
  | { at: 'charged'; count: number; costs: readonly Money[] }

/** Whether a failed row may be asked for again with all others: not where that could pay twice. */
export const isRetriable = ({ state, unplaced, unsure, keptAs }: RunRow) =>
  state.at === 'failed' && !unplaced?.picture && !keptAs && (unsure === undefined || unsure.at === 'none')

export interface UnsureServices {
  /** Whether the answer of that request is here. */
  isHere(id: string): boolean
  /** Settles when what is on its way at this moment has come: it may be listed already. */
  allCome?(): Promise<unknown>
}

/** Asks for the charged requests of a stretch of time, but for those whose answers are here. */
export async function askUnsure(
  span: Span,
  { provider, context }: { provider: Provider; context: Context },
  { isHere, allCome = async () => {} }: UnsureServices,
): Promise<Unsure> {
  // Its clock is not ours.
  const asked = provider.requests?.({ from: span.from - SKEW, to: span.to + SKEW }, context)
  const listed = await asked?.catch(() => undefined)
  if (!listed) return { at: 'unknown' }
  await allCome()
  const lost = listed.filter(({ id, cost }) => cost !== undefined && !isHere(id))
  if (lost.length === 0) return { at: 'none' }
  return { at: 'charged', count: lost.length, costs: sumOf(lost.flatMap(costOf)) }
}

const costOf = ({ cost }: Listed) => cost ?? []

/** ms */
export const SKEW = 30_000
