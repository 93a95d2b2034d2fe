import type { Picture, Size } from '../../shared/picture.ts'
import type { Http } from './http.ts'

// Long, because it is all that an adapter has to know, and whoever writes one should not have to look for it.

/** One way to have images edited. An adapter is a value of this type, in a file of its own. */
export interface Provider {
  readonly id: string
  readonly label: string
  /** Where it lives unless the account names another address, without a path: `https://api.example.com`. */
  readonly origin: string
  /** Where a person gets a key. */
  readonly keyPage: string
  readonly defaultModel: string
  /** Whether pictures travel as bytes in the request, or as addresses that the provider fetches. */
  readonly takes: 'form' | 'address'
  /** At an address that the account names there may be no key: a server on this machine asks for none. */
  readonly keyless?: boolean
  /** Tells an address of one's own when it is done. */
  readonly callsBack?: boolean
  /** Asked straight at all times: the relay knows the hosts of the others alone. */
  readonly direct?: boolean
  /** The models that make a picture larger, the best choice first. */
  readonly upscalers?: readonly string[]
  /** What a model can do; it drives which controls exist. */
  can(model: string): Can
  /** The headers that carry the key; they go to the account's origin and nowhere else. */
  headers(key: string): Record<string, string>
  /**
   * Throws `settings` for what the model would not take, before anything is sent; else `denied`, `funds`, `refused`, `busy`,
   * `provider`, `offline`, `timeout`, `cancelled`.
   */
  edit(request: EditRequest, context: Context): Promise<Edited>
  /**
   * What the request would cost, by the very route that will run or as it is documented; nothing is charged. Undefined where
   * the provider does not say. Throws as `edit`, as all below do.
   */
  price?(request: EditRequest, context: Context): Promise<Money | undefined>
  /** Nothing is asked where the result would be larger than Figma takes: `settings`. */
  upscale?(request: UpscaleRequest, context: Context): Promise<Edited>
  /** As `price`. */
  upscalePrice?(request: UpscaleRequest, context: Context): Promise<Money | undefined>
  /** Waits on for a job that was begun before, perhaps by a panel that was closed meanwhile, and fetches what came of it. */
  resume?(job: OpenJob, context: Context): Promise<Edited>
  /** What is left on the account; undefined where it has no such sum. */
  balance?(context: Context): Promise<Money | undefined>
  /**
   * Asks the very route that will run, without cost. Without a dry run it sends what cannot start a job, and the refusal is
   * the answer.
   */
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
  /** Whether the provider takes a picture as an address that holds it whole (`data:`). Only a job may tell. */
  dataAddresses?: 'accepted' | 'refused' | 'unknown'
}

/** What one model takes and gives. A control that it would ignore is not shown. */
export interface Can {
  /** Pictures in one request, the main one included. */
  pictures: number
  /** False where it only makes pictures larger. */
  edits?: false
  /** What may be asked for: px, a ratio alone, or that the result follows the picture. All three where it is not said. */
  shapes?: readonly ('size' | 'ratio' | 'own')[]
  /** The sizes it answers with, in px; about so where `shapes` has no `size`. */
  sizes: readonly Size[]
  /** The shapes that can be asked for without a size; the provider then chooses the px of its tier `resolution`. */
  ratios: readonly Ratio[]
  resolution: string
  /** Characters, as sent. */
  promptLimit: number
  /** Pictures out of one request; as many as may be asked for where it is not said. */
  results?: number
  /** For each picture out of an edit, where it is documented. */
  price?: Money
  /** How it makes a picture larger, where it does. */
  upscale?: CanUpscale
  /** Takes a picture whose clear parts are to change. */
  mask?: boolean
  qualities?: readonly string[]
  backgrounds?: readonly string[]
  inputFidelity?: boolean
  seed: boolean
  turbo: boolean
  safetyChecker: boolean
  weights: boolean
  outputFormats: readonly string[]
  extra: boolean
}

/** How a model makes a picture larger: by a factor, to a number of pixels, or either. */
export interface CanUpscale {
  /** How often each side is multiplied. */
  factor?: Steps
  /** What the result is to have, in MP. */
  target?: Steps
  /** MP; a factor goes no further. */
  most?: number
  details?: boolean
  realism?: boolean
  safetyChecker?: boolean
  outputFormats: readonly string[]
  /** Whether lossy files can be had in more or less quality. */
  quality?: boolean
}

/** The numbers that may be chosen: from `least` to `most`, or a few. `usual`: where nothing is set. */
export type Steps = { usual: number } & ({ least: number; most: number; whole?: true } | { only: readonly number[] })

export interface EditRequest {
  model: string
  prompt: string
  /** Main picture first, at the exact shape of `size`; then the references, which a prompt calls by their order. */
  pictures: readonly Picture[]
  /** px, or a shape alone; `auto` leaves both to the model. Without a size, `aspectRatio` and `resolution` are sent. */
  size?: Size | Ratio | 'auto' | undefined
  aspectRatio?: Ratio | undefined
  resolution?: string | undefined
  /** Pictures wanted from this one request. */
  n: number
  seed?: number | undefined
  /** A PNG of the main picture's size; what is clear in it is to change. */
  mask?: Picture | undefined
  options: EditOptions
}

/** A picture to be made larger, by `factor` or to `target` MP; without either by what is usual. */
export interface UpscaleRequest {
  model: string
  picture: Picture
  factor?: number | undefined
  target?: number | undefined
  options: UpscaleOptions
}

export interface UpscaleOptions {
  /** Brings out what is fine. */
  details?: boolean | undefined
  /** For pictures that a model made. */
  realism?: boolean | undefined
  outputFormat?: string | undefined
  /** 0–100, for lossy formats. */
  outputQuality?: number | undefined
  disableSafetyChecker?: boolean | undefined
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
  quality?: string | undefined
  background?: string | undefined
  /** How closely faces and marks are kept: `high` or `low`. */
  inputFidelity?: string | undefined
  /** Free fields, passed through as they are. */
  extra?: Record<string, string> | undefined
}

export interface Context {
  http: Http
  signal: AbortSignal
  /** An address at which the provider finds the picture; without it the address holds the picture itself. */
  addressOf?(picture: Picture, options: { signal: AbortSignal }): Promise<string>
  /** The request that needed this address has ended, well or badly. */
  forget?(address: string): Promise<void>
  /** Told once, when the provider has accepted a job: from here on it may be charged, and can be resumed. */
  onJob?(job: OpenJob): void
  /** Told what is left on the account, where an answer says so. */
  onBalance?(left: Money): void
  /** Throws `cancelled` where nobody wants the picture any more; asked before what may be charged is sent. */
  assertWanted?(): void
  /** Where the provider is to call back when it is done. Only a relay can pass it on. */
  callback?: string | undefined
  /** ms that may pass between accepting a job and its result. */
  timeLimit?: number | undefined
  /** Other than the provider's own. */
  pace?: PollingPace | undefined
}

/** A job that a provider works on: plain data without the key, to be kept until it has ended. */
export interface OpenJob {
  /** The provider's id. */
  provider: string
  id: string
  model: string
  /** A path under the account's address. */
  pollAt: string
  /** ms since 1970 */
  submittedAt: number
  /** ms since 1970, when the provider forgets the result. */
  expiresAt?: number | undefined
  cost?: Money | undefined
  /** Addresses to be forgotten when it ends. */
  uploads?: readonly string[] | undefined
}

/** How often a job is asked about. All in ms: before the first time, then from `least` growing to `most`. */
export interface PollingPace {
  first: number
  least: number
  most: number
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
  /** Where a model is charged by its tokens. */
  tokens?: { input: number; output: number } | undefined
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
