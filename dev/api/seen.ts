import type { IncomingMessage } from 'node:http'

/** One request as it reached the stand-in. The key is in none of its parts. */
export interface SeenRequest {
  method: string
  path: string
  query: Record<string, string>
  /** Without `authorization`; names in lower case. */
  headers: Record<string, string>
  /** The form's texts. */
  fields: Record<string, string>
  /** The form's files, in the order sent. */
  files: SeenFile[]
  /** What was answered; `undefined` while it runs, and for good when the line was dropped. */
  status: number | undefined
}

export interface SeenFile {
  field: string
  name: string
  /** As declared by the sender. */
  type: string
  /** How many. */
  bytes: number
  /** The bytes themselves, of the newest requests only. */
  content: Uint8Array | undefined
}

export type Seen = ReturnType<typeof createSeen>

export function createSeen() {
  const requests: SeenRequest[] = []
  return {
    requests: requests as readonly SeenRequest[],

    open({ method, headers }: IncomingMessage, { pathname, searchParams }: URL): SeenRequest {
      const { authorization: _key, ...shown } = headers
      const seen: SeenRequest = {
        method: method ?? '',
        path: pathname,
        query: Object.fromEntries(searchParams),
        headers: Object.fromEntries(Object.entries(shown).map(([name, value]) => [name, String(value)])),
        fields: {},
        files: [],
        status: undefined,
      }
      requests.push(seen)
      requests.splice(0, requests.length - KEPT)
      for (const file of requests.at(-KEPT_CONTENTS - 1)?.files ?? []) file.content = undefined
      return seen
    },

    forget: () => requests.splice(0),
  }
}

/** Notes what a form held, valid or not. */
export async function noteForm(seen: SeenRequest, form: FormData): Promise<void> {
  for (const [field, value] of form) {
    if (typeof value === 'string') seen.fields[field] = value
    else {
      const content = new Uint8Array(await value.arrayBuffer())
      seen.files.push({ field, name: value.name, type: value.type, bytes: value.size, content })
    }
  }
}

const KEPT = 1000 // requests
const KEPT_CONTENTS = 40 // requests whose files are kept
