import type { Picture, Size } from '../../shared/picture.ts'
import type { Http } from './http.ts'

/** One way to have images edited. An adapter is a value of this type, in a file of its own. */
export interface Provider {
  readonly id: string
  readonly label: string
  /** Where it lives unless the account names another address, without a path: `https://api.example.com`. */
  readonly origin: string
  /** Where a person gets a key. */
  readonly keyPage: string
  readonly defaultModel: string
  /** What a model can do; it drives which controls exist. */
  can(model: string): Can
  /** The headers that carry the key; they go to the account's origin and nowhere else. */
  headers(key: string): Record<string, string>
  /** Throws `denied`, `funds`, `refused`, `busy`, `provider`, `offline`, `timeout`, `cancelled`. */
  edit(request: EditRequest, context: Context): Promise<Edited>
  /** What the request would cost, by the very route that will run; nothing is charged. */
  price?(request: EditRequest, context: Context): Promise<Money | undefined>
  balance?(context: Context): Promise<Money | undefined>
  /** Asks the very route that will run, without cost; throws what `edit` would. */
  check?(context: Context, model?: string): Promise<Checked>
  /** The ids of the models that the account may use. */
  models?(context: Context): Promise<string[]>
  /** The requests that the provider lists of a stretch of time, newest first: whether a lost answer was charged. */
  requests?(span: Span, context: Context): Promise<Listed[]>
  /** Whether there is a model of that name; a list may leave some out. */
  hasModel?(model: string, context: Context): Promise<boolean>
}

export interface Checked {
  /** Of one edit. */
  price?: Money | undefined
  balance?: Money | undefined
}

/** What one model takes and gives. A control that it would ignore is not shown. */
export interface Can {
  /** Pictures in one request, the main one included. */
  pictures: number
  /** The sizes it answers with, in px. */
  sizes: readonly Size[]
  /** The shapes that can be asked for without a size; the provider then chooses the px of its tier `resolution`. */
  ratios: readonly Ratio[]
  resolution: string
  /** Characters, as sent. */
  promptLimit: number
  seed: boolean
  turbo: boolean
  safetyChecker: boolean
  weights: boolean
  outputFormats: readonly string[]
  extra: boolean
}

export interface EditRequest {
  model: string
  prompt: string
  /** Main picture first; each at the exact shape of `size`. */
  pictures: readonly Picture[]
  /** px, or a shape alone; `auto` leaves both to the model. Without a size, `aspectRatio` and `resolution` are sent. */
  size?: Size | Ratio | 'auto' | undefined
  aspectRatio?: Ratio | undefined
  resolution?: string | undefined
  /** Pictures wanted from this one request. */
  n: number
  seed?: number | undefined
  options: EditOptions
}

/** Width to height: `16:9`. */
export type Ratio = `${number}:${number}`

/** What a person may set beyond prompt, size, count and seed. Only what is set is sent. */
export interface EditOptions {
  turbo?: boolean | undefined
  disableSafetyChecker?: boolean | undefined
  outputFormat?: string | undefined
  /** 1–100, for lossy formats. */
  outputCompression?: number | undefined
  weights?: string | undefined
  /** Free fields, passed through as they are. */
  extra?: Record<string, string> | undefined
}

export interface Context {
  http: Http
  signal: AbortSignal
}

/** What came back: files as they arrived, and what the provider said about them. */
export interface Edited {
  images: { file: Blob; revisedPrompt?: string | undefined }[]
  id?: string | undefined
  /** Unix seconds. */
  created?: number | undefined
  /** The model that really ran, where a gateway chose. */
  executedModel?: string | undefined
  cost?: Money | undefined
  metadata?: unknown
}

/** A stretch of time, in ms since 1970. */
export interface Span {
  from: number
  to: number
}

/** One request as the provider lists it. */
export interface Listed {
  id: string
  /** What it was charged; undefined where nothing was. */
  cost: Money | undefined
}

export interface Money {
  amount: number
  /** `USD`, or a provider's own unit such as `credits`. */
  unit: string
}
