import { AppError } from '../../shared/errors.ts'
import { brokenOffText, noAnswerText, notUnderstoodText, sentElsewhereText, tooLateText } from '../texts/answers.ts'

/** The cause of a fault where no answer came that could be read to its end. */
export class Unheard {
  readonly paid: boolean
  readonly reason: unknown

  constructor(paid: boolean, reason?: unknown) {
    this.paid = paid
    this.reason = reason
  }
}

/** Whether the request may have been carried out and charged, although its answer never came. */
export const mayBeCharged = (thrown: unknown): boolean =>
  thrown instanceof AppError && thrown.cause instanceof Unheard && thrown.cause.paid

/** Fetch standard: a connection that fails or breaks off is a TypeError. */
export const isLost = ({ cause }: AppError): boolean =>
  cause instanceof Unheard && Object(cause.reason).name === 'TypeError'

/** What is said when an answer does not arrive whole. Where `paid`, the request may have been charged all the same. */
export interface Unanswered {
  url: string
  paid: boolean
}

/** A browser tells a page nothing more: no network, a CORS refusal, an error page without CORS headers look the same, and so does a host that the manifest does not list. */
export const noAnswer = (asked: Unanswered, cause: unknown) =>
  new AppError('offline', noAnswerText(toldOf(asked)), new Unheard(asked.paid, cause))

export const tooLate = (asked: Unanswered, timeout: number) =>
  new AppError('timeout', tooLateText(toldOf(asked), timeout), new Unheard(asked.paid))

export const brokenOff = (asked: Unanswered, cause?: unknown) =>
  new AppError('provider', brokenOffText(toldOf(asked)), new Unheard(asked.paid, cause))

/** Following would hand the key and the pictures to whoever is named. */
export const sentElsewhere = (asked: Unanswered) => new AppError('provider', sentElsewhereText(toldOf(asked).host))

/** `where`: the path of what is not as documented, for a report. */
export const undocumented = (asked: Unanswered, where: string) =>
  new AppError('provider', notUnderstoodText(toldOf(asked)), new Unheard(asked.paid, where))

const toldOf = ({ url, paid }: Unanswered) => ({ host: new URL(url).host, paid })
