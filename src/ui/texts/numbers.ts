// Numbers with their units, as the language of the panel writes them.

const LANGUAGE = 'en-US'

/** `digits`: the most behind the point; `least`: so many in any case. */
export const numberText = (value: number, digits = 0, least = 0) =>
  formatOf(`${least} ${digits}`, { maximumFractionDigits: digits, minimumFractionDigits: least }).format(value)

export const percentText = (share: number) => formatOf('percent', { style: 'percent' }).format(share)

/** Amounts of real money, with two digits behind the point, or up to `digits`. */
export const currencyText = (amount: number, currency: string, digits: number) =>
  formatOf(`${currency} ${digits}`, {
    ...{ style: 'currency', currency },
    ...{ minimumFractionDigits: 2, maximumFractionDigits: digits },
  }).format(amount)

/** Making one takes a millisecond, and a run writes numbers all the time. */
function formatOf(name: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const format = FORMATS.get(name) ?? new Intl.NumberFormat(LANGUAGE, options)
  FORMATS.set(name, format)
  return format
}

const FORMATS = new Map<string, Intl.NumberFormat>()

export const elapsedText = (ms: number) => (ms < MINUTE ? `${numberText(ms / 1000, 1, 1)} s` : spanText(ms))

/** A stretch of time in whole seconds, or from an hour on in whole minutes. */
export function spanText(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  if (ms < MINUTE) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** A limit of time as it is set: whole minutes, or seconds where it is short. */
export const limitText = (ms: number) =>
  ms < 2 * MINUTE ? `${numberText(ms / 1000, 2)} s` : `${numberText(ms / MINUTE)} min`

/** `time`: ms since 1970. In the time of whoever reads it. */
export const whenText = (time: number) =>
  new Date(time).toLocaleString(LANGUAGE, { dateStyle: 'medium', timeStyle: 'short' })

export const scaleText = (scale: number, digits = 2) => `${numberText(scale, digits)}×`

export const layersText = (count: number) => countOf(count, 'layer')

export const weightText = (bytes: number) =>
  bytes < 100_000 ? `${numberText(Math.ceil(bytes / 1000))} kB` : `${numberText(bytes / 1_000_000, 1, 1)} MB`

/** In whole ones, as limits are. */
export const megabytesText = (bytes: number) => `${numberText(bytes / 1_000_000)} MB`

export const filesText = (count: number) => countOf(count, 'file')

/** `one`: a noun whose plural ends in s, which is all that is counted here. */
export const countOf = (count: number, one: string) => `${numberText(count)} ${forCount(count, one, `${one}s`)}`

/** What is said of one, or of several. */
export const forCount = <Word>(count: number, one: Word, several: Word) =>
  PLURALS.select(count) === 'one' ? one : several
const PLURALS = new Intl.PluralRules(LANGUAGE)

/** ms */
export const MINUTE = 60_000
