import type { Beside } from '../../shared/protocol.ts'
import type { Money } from '../providers/provider.ts'
import type { Missing } from '../state/missing.ts'
import type { ResumedState, Why } from '../state/resumed-row.ts'
import type { Hold } from '../state/run.ts'
import type { RowState } from '../state/run-row.ts'
import type { Tally } from '../state/tally.ts'
import type { Unsure } from '../state/unsure.ts'
import { T } from '../texts.ts'
import { chargedText, isPaid, moneyText, sumsText } from './money.ts'
import { countOf, forCount, MINUTE, numberText } from './numbers.ts'
import { quoted } from './phrases.ts'

/** Why a result is not where it was meant to be. */
export const BESIDE: Record<Exclude<Beside, 'asked'>, string> = {
  gone: 'Laid beside: its layer is no longer there.',
  moved: 'Laid beside: its layer is on another page now.',
  repainted: 'Laid beside: its layer was repainted meanwhile.',
  reshaped: 'Laid beside: its layer has another shape now.',
  closed: 'Laid beside: its layer could not be written.',
}

export const STATES: Record<RowState['at'], string> = {
  waiting: 'Waiting',
  reading: 'Reading…',
  editing: 'Editing…',
  enlarging: 'Upscaling…',
  gathering: 'Waiting for its variant',
  placing: 'Placing…',
  held: 'Not placed yet',
  done: 'Done',
  failed: 'Failed',
  stopped: 'Stopped',
}

/** Where a job of an earlier panel stands. */
export const RESUMED: Record<ResumedState['at'], string> = {
  waiting: 'Waiting for the provider',
  placed: 'Placed',
  arrived: 'Arrived',
  failed: 'Failed',
  over: 'Lost',
}

const WHYS: Record<Exclude<Why, 'elsewhere'>, string> = {
  changed: 'Its layer has changed or is gone: place it beside, or save it.',
  stopped: 'It was stopped, and came all the same: place it, or save it.',
  export: 'It was made larger for an export alone: place it, or save it.',
  variant: 'It was made for a new variant, and the run that makes that is over: place it beside, or save it.',
}

export const progressText = (settled: number, total: number) => `${settled} of ${total}`

/** What a screen reader says of a run now and then, and what Figma says at its end: the parts that there are. */
export const announcedText = ({ total, waiting, underWay, ...settled }: Tally) =>
  waiting + underWay > 0 ? `${outcomeText(settled)} of ${total}` : `Run ended: ${outcomeText(settled)}`

export const endedText = (tally: Tally, charged: readonly Money[] = []) =>
  [`Refill: ${outcomeText(tally)}`, isPaid(charged) && chargedText(charged)].filter(Boolean).join(', ')

const outcomeText = ({ done, ...others }: Pick<Tally, 'done'> & Ended) =>
  [`${done} done`, ...endedOtherwise(others)].filter(Boolean).join(', ')

/** How many of a run ended otherwise than done. */
export const endedOtherwise = ({ failed, stopped, held = 0 }: Ended) => [
  failed > 0 && `${failed} failed`,
  stopped > 0 && `${stopped} stopped`,
  held > 0 && `${held} not placed yet`,
]

type Ended = Pick<Tally, 'failed' | 'stopped'> & Partial<Pick<Tally, 'held'>>

export const parallelText = (count: number) => `${count} at once: the provider is busy`

/** The button that leads to it. */
export const keptText = (count: number) => `${T.resumed} (${count})`

export const retryFailedText = (count: number) => `${T.retryFailed} (${count})`

export const sharedText = (others: number) => `shared with ${countOf(others, 'other')}`

export const sharingText = ({ layers, requests }: { layers: number; requests: number }) =>
  forCount(
    layers,
    `1 layer shares ${countOf(requests, 'request')}.`,
    `${numberText(layers)} layers share ${countOf(requests, 'request')}.`,
  )

export const rowsShownTexts = ({ total, underWay, failed }: { total: number; underWay: number; failed: number }) => ({
  all: `All (${total})`,
  underWay: `Under way (${underWay})`,
  failed: `Failed (${failed})`,
})

/** Why nothing more is asked for, and what to do. */
export function holdText(hold: Hold): string {
  if (hold.why === 'paused') return 'Paused. What has been asked for still comes.'
  const left = forCount(hold.left, '1 is left', `${numberText(hold.left)} are left`)
  if (hold.why === 'funds') return `The account is empty: ${left}. Add credit, then resume.`
  return `The ceiling of ${moneyText(hold.ceiling)} is reached: ${left}.`
}

/** Whether an answer that was lost has been charged, as far as that is known. */
export function unsureText(unsure: Unsure): string {
  if (unsure.at === 'asking') return 'It may have been charged. The provider is being asked.'
  if (unsure.at === 'none') return 'The provider lists no charge of that time.'
  if (unsure.at === 'unknown') return `It may have been charged. ${RETRY_PAYS}`
  const { count, costs } = unsure
  const money = costs.length > 0 ? `: ${sumsText(costs)}` : ''
  return `The provider lists ${countOf(count, 'charge')} of that time${money}. ${RETRY_PAYS}`
}

/** Why a picture of an earlier session is not placed. */
export const whyText = (why: Why, file: string | undefined) =>
  why === 'elsewhere'
    ? `From another file${file ? `, “${file}”` : ''}. Open that file to have it placed, or save it.`
    : WHYS[why]

/** Of a picture of an earlier session that was to keep its resolution. A part has its picture's pixels already. */
export const notUpscaledText = (isPart: boolean) =>
  `It was not upscaled, as the run that would pay for that is over.${isPart ? '' : ' Press Upscale at its layer.'}`

export const rewordedText = (prompt: string) => `${T.rewordedBy}: ${quoted(prompt)}`

export const withOthers = (name: string, others: number) =>
  others > 0 ? `${name} and ${countOf(others, 'other')}` : name

const RETRY_PAYS = 'A retry is charged again.'

/** What becomes of a run's pictures where the panel is closed; nothing where there are none. */
export function closingText({ waiting, underWay, local, kept, loose, held }: Tally): string {
  if (kept > 0) return loose > 0 ? T.closingSplits : T.closingKeeps
  if (underWay > local) return T.closingLoses
  if (waiting + local > 0 && loose === 0) return T.closingEnds
  if (loose === 0) return ''
  return held > 0 ? T.closingLosesHeld : T.closingLosesArrived
}

/** What the last session asked for and never got. */
export function missingText(missing: Missing): string {
  if ('open' in missing) {
    const { open } = missing
    return `${countOf(open, 'request')} had no answer when Refill was closed, and may have been charged.`
  }
  const { charged, costs } = missing
  const money = costs.length > 0 ? ` (${sumsText(costs)})` : ''
  return forCount(
    charged,
    `1 result was charged${money} and never arrived: Refill was closed.`,
    `${numberText(charged)} results were charged${money} and never arrived: Refill was closed.`,
  )
}

export const waitingUntil = (seconds: number) => `The provider is busy: again in ${seconds} s`

/** Rounded as what is only reckoned may be. */
export const timeLeftText = (ms: number) =>
  ms < MINUTE ? `about ${Math.max(1, Math.ceil(ms / 10_000)) * 10} s left` : `about ${Math.ceil(ms / MINUTE)} min left`
