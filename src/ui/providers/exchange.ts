import { AppError } from '../../shared/errors.ts'
import type { Bytes } from '../../shared/picture.ts'
import { readBody } from './body.ts'
import { answeredIn, faultIn } from './faults.ts'
import { jsonIn } from './json.ts'
import { brokenOff, noAnswer, sentElsewhere, type Unanswered, Unheard } from './silence.ts'

export interface Exchange extends Unanswered {
  fetch: (request: Request) => Promise<Response>
  /** bytes */
  limit: number
  secrets: readonly string[]
  /** A good answer begins; its body is still on its way, and is read when this has settled. */
  onAnswer?: (() => void | Promise<void>) | undefined
}

/** An answer and its body, read to the end. */
export interface Exchanged {
  response: Response
  bytes: Bytes
}

/** One attempt: the answer, or a fault. */
export async function exchange(
  request: Request,
  { fetch, limit, secrets, onAnswer, ...asked }: Exchange,
): Promise<Exchanged> {
  const response = await fetch(request).catch((error) => {
    throw noAnswer(asked, error)
  })
  if (isRedirect(response)) throw sentElsewhere(asked)
  if (response.ok) await onAnswer?.()
  const bytes = await readBody(response, limit).catch((error) => {
    throw error instanceof AppError ? error : brokenOff(asked, error)
  })
  if (!response.ok) throw toFault(faultIn(response, { body: jsonIn(bytes), secrets }), asked)
  return { response, bytes }
}

/** A browser shows a redirect that it was told not to follow as an answer without a status. */
const isRedirect = ({ type, status }: Response) => type === 'opaqueredirect' || (status >= 300 && status < 400)

/** The relay answers in place of a provider whose answer it lost: that is as if none had come here. */
const toFault = (fault: AppError, { paid }: Unanswered) =>
  answeredIn(fault)?.code === 'RELAY_ANSWER_LOST' ? new AppError('provider', fault.message, new Unheard(paid)) : fault
