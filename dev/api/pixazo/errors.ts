import type { Kind } from '../jobs/service.ts'
import { Refusal } from '../refusal.ts'

/** Here `error` is a text, and the message stands beside it. */
export function refusal(kind: Kind, message?: string, headers: Record<string, string> = {}): Refusal {
  const { status, error, usual } = KINDS[kind]
  const said = message ?? usual
  return new Refusal(said, { status, headers, body: { error, message: said } })
}

export const fundsFor = (sum: string) => `Your wallet does not have enough balance. Required: ${sum}`

// The statuses to 500 are documented, and the bodies of 402 and of the model that is not found; the rest is ours.
const KINDS: Record<Kind, { status: number; error: string; usual: string }> = {
  invalid: { status: 400, error: 'Bad Request', usual: 'The request is not valid' },
  'no-model': { status: 400, error: 'Model not found', usual: "Model 'p-image' not found or is disabled" },
  denied: { status: 401, error: 'Unauthorized', usual: 'Invalid subscription key' },
  funds: { status: 402, error: 'Insufficient Balance', usual: fundsFor('$0.01') },
  forbidden: { status: 403, error: 'Forbidden', usual: 'This key may not use this API' },
  'not-found': { status: 404, error: 'Not Found', usual: 'There is no such request' },
  busy: { status: 429, error: 'Too Many Requests', usual: 'Rate limit exceeded' },
  internal: { status: 500, error: 'Internal Server Error', usual: 'Something went wrong on our side' },
  gateway: { status: 502, error: 'Bad Gateway', usual: 'The model did not answer' },
  overloaded: { status: 503, error: 'Service Unavailable', usual: 'The service is overloaded' },
}
