import { AppError } from '../../shared/errors.ts'
import type { Can, EditRequest } from './provider.ts'

/** The length that counts against a prompt's limit: a form sends every line break as two characters (HTML, multipart). */
export const lengthAsSent = (prompt: string) => prompt.replace(/\r\n?|\n/g, '\r\n').length

/** Refuses what the model would refuse, before anything is sent: fault `settings`. */
export function assertWithin({ pictures, promptLimit }: Can, request: EditRequest) {
  const length = lengthAsSent(request.prompt)
  const sent = request.pictures.length
  if (request.prompt.trim() === '') throw refusal('The prompt is empty: write what should change.')
  if (length > promptLimit) throw refusal(`The prompt has ${length} characters; this model takes ${promptLimit}.`)
  if (sent === 0) throw refusal('There is no picture to edit.')
  if (sent > pictures) throw refusal(`These are ${sent} pictures; this model takes ${pictures}.`)
  if (!(Number.isInteger(request.n) && request.n >= 1 && request.n <= MOST_RESULTS)) {
    throw refusal(`The count is ${request.n}; it goes from 1 to ${MOST_RESULTS}.`)
  }
}

const refusal = (message: string) => new AppError('settings', message)

/** OpenAI's images/edits, and Lumenfall's: n is 1 to 10. */
const MOST_RESULTS = 10
