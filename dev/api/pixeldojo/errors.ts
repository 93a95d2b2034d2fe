import type { Kind } from '../jobs/service.ts'
import { Refusal } from '../refusal.ts'

export function refusal(kind: Kind, message?: string, headers: Record<string, string> = {}): Refusal {
  const { status, code, usual } = KINDS[kind]
  const said = message ?? usual
  return new Refusal(said, { status, headers, body: { error: { code, message: said, status } } })
}

// The statuses and `insufficient_credits` are documented; the other codes are ours.
const KINDS: Record<Kind, { status: number; code: string; usual: string }> = {
  invalid: { status: 400, code: 'invalid_request', usual: 'The request is not valid' },
  denied: { status: 401, code: 'unauthorized', usual: 'Invalid API key' },
  funds: { status: 403, code: 'insufficient_credits', usual: 'Not enough credits: 0.25 required, 0 remaining' },
  forbidden: { status: 403, code: 'forbidden', usual: 'This key may not use this model' },
  'no-model': { status: 404, code: 'model_not_found', usual: 'This model does not exist' },
  'not-found': { status: 404, code: 'not_found', usual: 'There is no such job' },
  busy: { status: 429, code: 'rate_limit_exceeded', usual: 'Too many requests' },
  internal: { status: 500, code: 'internal_error', usual: 'Something went wrong on our side' },
  gateway: { status: 502, code: 'bad_gateway', usual: 'The model did not answer' },
  overloaded: { status: 503, code: 'service_unavailable', usual: 'The service is overloaded' },
}
