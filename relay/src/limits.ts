/** What one relay lets through and keeps. Sizes in bytes, times in ms, rates for each minute. */
export interface Limits {
  requestBytes: number
  answerBytes: number
  /** From the request's first byte to the last one of the answer. */
  patience: number
  fileBytes: number
  fileLife: number
  /** Uploads are held in memory until they are kept. */
  uploadsAtOnce: number
  perAddress: number
  perToken: number
  /** Wrong or missing tokens of one address. */
  perStranger: number
}

export const LIMITS: Limits = {
  requestBytes: 100_000_000, // what Workers take on the plans most people have
  answerBytes: 100_000_000, // what the plugin reads
  patience: 300_000, // as long as the plugin waits
  fileBytes: 20_000_000,
  fileLife: 3_600_000,
  uploadsAtOnce: 4, // an isolate on Workers has 128 MB
  perAddress: 600,
  perToken: 1200,
  perStranger: 30,
}
