import { Refusal } from './refusal.ts'

/** An answer that is not a picture. It travels in the body that Lumenfall documents, without OpenAI's `param`. */
export class ApiError extends Refusal {
  readonly code: string

  constructor(kind: keyof typeof KINDS, message: string, headers: Record<string, string> = {}) {
    const { status, type } = KINDS[kind]
    super(message, { status, body: { error: { message, type, code: kind } }, headers })
    this.code = kind
  }
}

export const invalid = (message: string) => new ApiError('INVALID_REQUEST', message)

// Codes and statuses are documented (docs.lumenfall.ai, errors). Of the types only the first three are; the rest are ours.
const KINDS = {
  AUTHENTICATION_FAILED: { status: 401, type: 'authentication_error' },
  INSUFFICIENT_BALANCE: { status: 402, type: 'insufficient_quota' },
  INVALID_REQUEST: { status: 400, type: 'invalid_request_error' },
  CONTENT_POLICY_VIOLATION: { status: 400, type: 'invalid_request_error' },
  MODEL_NOT_FOUND: { status: 404, type: 'invalid_request_error' },
  NOT_FOUND: { status: 404, type: 'invalid_request_error' },
  FORBIDDEN: { status: 403, type: 'permission_error' },
  RATE_LIMITED: { status: 429, type: 'rate_limit_error' },
  INTERNAL_ERROR: { status: 500, type: 'server_error' },
  ALL_PROVIDERS_EXHAUSTED: { status: 502, type: 'server_error' },
  UPSTREAM_ERROR: { status: 503, type: 'server_error' },
}
