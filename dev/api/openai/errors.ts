import { Refusal } from '../refusal.ts'

/** An error in OpenAI's own shape: all four members are always there. `param` names the field at fault. */
export function openAiError(
  kind: keyof typeof KINDS,
  message: string,
  { param = null, headers = {} }: { param?: string | null; headers?: Record<string, string> } = {},
): Refusal {
  const { status, type, code } = KINDS[kind]
  return new Refusal(message, { status, headers, body: { error: { message, type, param, code } } })
}

export const invalidField = (param: string, message: string) => openAiError('invalid', message, { param })

const KINDS = {
  invalid: { status: 400, type: 'invalid_request_error', code: 'invalid_value' },
  unknown: { status: 400, type: 'invalid_request_error', code: 'unknown_parameter' },
  missing: { status: 400, type: 'invalid_request_error', code: 'missing_required_parameter' },
  policy: { status: 400, type: 'image_generation_user_error', code: 'moderation_blocked' },
  denied: { status: 401, type: 'invalid_request_error', code: 'invalid_api_key' },
  forbidden: { status: 403, type: 'invalid_request_error', code: null },
  'no-model': { status: 404, type: 'invalid_request_error', code: 'model_not_found' },
  'not-found': { status: 404, type: 'invalid_request_error', code: null },
  busy: { status: 429, type: 'requests', code: 'rate_limit_exceeded' },
  funds: { status: 429, type: 'insufficient_quota', code: 'insufficient_quota' },
  internal: { status: 500, type: 'server_error', code: null },
  overloaded: { status: 503, type: 'server_error', code: null },
} as const
