/** An answer in place of the one hoped for, in the words of one service. */
export class Refusal extends Error {
  readonly status: number
  readonly body: unknown
  readonly headers: Record<string, string>

  constructor(message: string, { status, body, headers = {} }: Answer) {
    super(message)
    this.status = status
    this.body = body
    this.headers = headers
  }

  toResponse(): Response {
    return Response.json(this.body, { status: this.status, headers: this.headers })
  }
}

interface Answer {
  status: number
  /** What travels as JSON. */
  body: unknown
  headers?: Record<string, string>
}
