import { STOPPED, UNEXPECTED } from './texts/faults.ts'

/** Everything that can go wrong, named by what the person can do about it. */
export type Fault =
  | 'cancelled' // they asked us to stop; never shown as an error
  | 'selection' // nothing selected, or nothing that can be edited
  | 'layer' // gone, repainted, or unable to hold a fill
  | 'image' // too large, empty or not an image
  | 'settings' // a key, address, model or prompt is missing or malformed
  | 'storage' // Figma kept nothing more for Refill on this computer
  | 'offline' // no answer at all: network, CORS, or the manifest's list of hosts
  | 'timeout' // an answer, but too late
  | 'denied' // 401, 403: the key was not accepted
  | 'funds' // 402: the account is empty
  | 'refused' // 400, 404, 422: the provider will not do this edit
  | 'busy' // 429, 502, 503, 504: try again later
  | 'provider' // any other answer the provider should not have given
  | 'bug' // ours

/** An error as it crosses the pipe: structured clone drops prototypes, so it travels as plain data. */
export interface WireFault {
  fault: Fault
  message: string
  /** The words of what caused it, for a report. */
  cause?: string
}

/** The one error class: `message`, from a file of texts, says in one sentence what happened; `cause` keeps the original. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly fault: Fault
  override readonly cause: unknown

  constructor(fault: Fault, message: string, cause?: unknown) {
    super(message)
    this.fault = fault
    this.cause = cause
  }
}

/** What ended because it was asked to. What says so already is told as it is. */
export const stopped = (cause?: unknown) =>
  cause instanceof AppError && cause.fault === 'cancelled' ? cause : new AppError('cancelled', STOPPED, cause)

/** Anything that was thrown, as an `AppError`. What no one wrote for a person is kept as its `cause`. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown
  return Object(thrown).name === 'AbortError' ? stopped(thrown) : new AppError('bug', UNEXPECTED, thrown)
}

/** Figma rejects with plain strings at times. */
export function toWire(thrown: unknown): WireFault {
  const { fault, message, cause } = toAppError(thrown)
  return { fault, message, ...(cause !== undefined && { cause: String(Object(cause).message ?? cause) }) }
}

export const fromWire = ({ fault, message, cause }: WireFault) => new AppError(fault, message, cause)
