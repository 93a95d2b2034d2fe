/** An answer of the relay's own. Its message says what happened and repeats nothing that was sent. */
export class RelayError extends Error {
  readonly code: Code
  readonly headers: Record<string, string>

  constructor(code: Code, message: string, headers: Record<string, string> = {}) {
    super(message)
    this.code = code
    this.headers = headers
  }

  toResponse(): Response {
    const { code, message, headers } = this
    return Response.json({ error: { code, message } }, { status: STATUSES[code], headers })
  }
}

export type Code = keyof typeof STATUSES

const STATUSES = {
  RELAY_CALLBACK: 400,
  RELAY_TOKEN: 401,
  RELAY_REFUSED: 403,
  RELAY_NOT_FOUND: 404,
  RELAY_TOO_LARGE: 413,
  RELAY_NOT_A_PICTURE: 415,
  // The provider has the request and may charge for it. Not a 5xx: those are taken as leave to ask again.
  RELAY_ANSWER_LOST: 424,
  RELAY_BUSY: 429,
  RELAY_FAILED: 500,
  RELAY_NO_ADDRESS: 501,
  RELAY_UNREACHABLE: 502,
  RELAY_REDIRECTED: 502,
  RELAY_TIMEOUT: 504,
  RELAY_FULL: 507,
} as const
