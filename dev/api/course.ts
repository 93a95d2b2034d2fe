import type { Refusal } from './refusal.ts'

/** How one trouble bends the course of a request, whatever it asks for; what it does not name goes as it should. */
export interface Course {
  /** Closes the line without an answer: before the body is read, or after the run, which is then charged. */
  drop?: 'before' | 'after'
  /** Refused in place of the run, with an error of the documented kind; nothing is charged. */
  refuse?: (retryAfter?: number) => Refusal
  /** Answered in place of the run, with something no document describes; nothing is charged. */
  instead?: () => Response
  /** ms added to the run. */
  wait?: number
  /** Sends half of the answer: as if it were whole, or with the length of the whole announced. */
  half?: 'silently' | 'announced'
  /** Leaves out the CORS headers of the answer, though the preflight had them. */
  withoutCors?: true
}
