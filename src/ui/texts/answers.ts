import { limitText, megabytesText, whenText } from './numbers.ts'
import { quoted } from './phrases.ts'

// What is said of a provider that does not answer, or not as it should. What to do about it is in `faults.ts`.

interface Unheard {
  host: string
  /** Whether the request may have been charged, although its answer never came. */
  paid: boolean
}

export const noAnswerText = ({ host, paid }: Unheard) =>
  `Refill got no answer from ${host}: the connection may be down, the service may have failed, or it may let no plugin read its answers.${chargeText(paid)}`

/** `limit`: ms */
export const tooLateText = ({ host, paid }: Unheard, limit: number) =>
  `${host} did not answer in full within ${limitText(limit)}.${chargeText(paid)}`

export const brokenOffText = ({ host, paid }: Unheard) =>
  `The answer of ${host} broke off before its end.${chargeText(paid)}`

export const notUnderstoodText = ({ host, paid }: Unheard) =>
  `Refill does not understand the answer of ${host}.${chargeText(paid)}`

const chargeText = (paid: boolean) => (paid ? ' It may have been charged.' : '')

export const sentElsewhereText = (host: string) =>
  `${host} sends the request on to another address, which Refill does not follow.`

/** `limit`: bytes */
export const tooMuchText = (limit: number) =>
  `The provider sent more than ${megabytesText(limit)}, which Refill does not read.`

/** A refusal in the words of whoever refused; without any, what is known of it. */
export function refusalText({
  said,
  isRelay,
  isUnread,
}: {
  said: string
  isRelay: boolean
  isUnread: boolean
}): string {
  if (said !== '') return isRelay ? `The relay says: ${quoted(said)}.` : saidText(said)
  return isUnread ? 'The provider does not say why: what came may be a web page.' : 'The provider does not say why.'
}

/** Of a job that failed. */
export const failedText = (said: string) =>
  said === '' ? 'The provider could not make the image, and does not say why.' : saidText(said)

const saidText = (said: string) => `The provider says: ${quoted(said)}.`

export const NO_RESULT = 'The provider answered without a result.'
export const FEWER_RESULTS = 'The provider sent fewer results than it was asked for.'
export const BAD_RESULT_ADDRESS = 'The provider names a result at an address that cannot be called.'
export const RESULT_WITHHELD = 'The result cannot be fetched: its host refuses it, or has removed it.'

/** `until`: ms since 1970, where it is known. */
export const resultExpiredText = (until: number | undefined) =>
  until === undefined
    ? 'The provider does not have the result any more: it keeps results for a time only.'
    : `The provider does not have the result any more: it kept it until ${whenText(until)}.`

export const goesOnText = (why: string) => `${why} The job goes on without Refill, and may be charged.`
export const NOT_DONE = 'The job is not done yet, and Refill no longer waits; it may be charged.'
export const NOT_CHARGED = 'It is not charged.'
export const CHECK_WAS_RUN =
  'The provider ran what was only a check, without a prompt or an image; it may have been charged.'
