import { AppError } from '../../shared/errors.ts'

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
export const noAnswer = ({ url, paid }: Unanswered, cause: unknown) =>
  new AppError(
    'offline',
    `Refill got no answer from ${hostOf(url)}: the connection may be down, the service may have failed, ` +
      `or it may let no plugin read its answers.${charge(paid)}`,
    new Unheard(paid, cause),
  )

export const tooLate = ({ url, paid }: Unanswered, timeout: number) =>
  new AppError(
    'timeout',
    `${hostOf(url)} did not answer in full within ${inWords(timeout)}.${charge(paid)}`,
    new Unheard(paid),
  )

export const brokenOff = ({ url, paid }: Unanswered, cause?: unknown) =>
  new AppError(
    'provider',
    `The answer of ${hostOf(url)} broke off before its end.${charge(paid)}`,
    new Unheard(paid, cause),
  )

/** Following would hand the key and the pictures to whoever is named. */
export const sentElsewhere = ({ url }: Unanswered) =>
  new AppError('provider', `${hostOf(url)} sends the request on to another address, which Refill does not follow.`)

export const undocumented = ({ url, paid }: Unanswered, where: string) =>
  new AppError(
    'provider',
    `The answer of ${hostOf(url)} is not as documented (${where || 'all of it'}).${charge(paid)}`,
    new Unheard(paid),
  )

const charge = (paid: boolean) => (paid ? ' It may have been charged.' : '')

const hostOf = (url: string) => new URL(url).host

const inWords = (ms: number) => (ms < 120_000 ? `${ms / 1000} s` : `${Math.round(ms / 60_000)} minutes`)
