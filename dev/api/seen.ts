import type { IncomingMessage } from 'node:http'

/** One request as it reached the stand-in. The key is in none of its parts. */
export interface SeenRequest {
  method: string
  path: string
  query: Record<string, string>
  /** Without those that carry a key; names in lower case. */
  headers: Record<string, string>
  /** Whether a key came with it, in whatever part. */
  withKey: boolean
  /** The form's texts. */
  fields: Record<string, string>
  /** The form's files, in the order sent. */
  files: SeenFile[]
  /** What a JSON body held. */
  json?: unknown
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

export function createSeen(keys: readonly string[]) {
  const requests: SeenRequest[] = []
  const hide = (text: string) => keys.reduce((shown, key) => shown.replaceAll(key, HIDDEN), text)
  /** The texts as they may be shown; a key among them is noted. */
  const show = (texts: Record<string, string>, seen: SeenRequest) => {
    const shown = Object.entries(texts).map(([name, text]) => [name, hide(text)] as const)
    if (shown.some(([name, text]) => text !== texts[name])) seen.withKey = true
    return Object.fromEntries(shown)
  }

  return {
    requests: requests as readonly SeenRequest[],

    open({ method, headers }: IncomingMessage, { pathname, searchParams }: URL): SeenRequest {
      const open = Object.entries(headers).filter(([name]) => !KEY_HEADERS.includes(name))
      const seen: SeenRequest = {
        method: method ?? '',
        path: hide(pathname),
        query: {},
        headers: {},
        withKey: KEY_HEADERS.some((name) => name in headers) || hide(pathname) !== pathname,
        fields: {},
        files: [],
        status: undefined,
      }
      seen.query = show(Object.fromEntries(searchParams), seen)
      seen.headers = show(Object.fromEntries(open.map(([name, value]) => [name, String(value)])), seen)
      requests.push(seen)
      requests.splice(0, requests.length - KEPT)
      for (const file of requests.at(-KEPT_CONTENTS - 1)?.files ?? []) file.content = undefined
      return seen
    },

    /** Notes what a form held, valid or not. */
    async noteForm(seen: SeenRequest, form: FormData): Promise<void> {
      for (const [field, value] of form) {
        if (typeof value === 'string') Object.assign(seen.fields, show({ [field]: value }, seen))
        else {
          const content = new Uint8Array(await value.arrayBuffer())
          seen.files.push({ field, name: value.name, type: value.type, bytes: value.size, content })
        }
      }
    },

    noteJson(seen: SeenRequest, body: unknown): void {
      const { json = 'null' } = show({ json: JSON.stringify(body) }, seen)
      seen.json = JSON.parse(json)
    },

    hide,
    forget: () => requests.splice(0),
  }
}

const KEY_HEADERS = ['authorization', 'ocp-apim-subscription-key']
const HIDDEN = '(the key)'

const KEPT = 1000 // requests
const KEPT_CONTENTS = 40 // requests whose files are kept
