import type { Money } from '../providers/provider.ts'
import { countOf, currencyText, numberText } from './numbers.ts'
import { SEPARATOR } from './phrases.ts'

export const balanceText = (balance: Money) => `${moneyText(balance)} left`

/** What a run brings, and for how much, once that is known. Where layers share pictures, they are fewer than the layers. */
export const priceText = (
  sums: readonly Money[] | undefined,
  { pictures, layers }: { pictures: number; layers?: number | undefined },
) =>
  [
    `${sums ? `${sumsText(sums)} for ` : ''}${countOf(pictures, 'result')}`,
    layers !== undefined && `shared by ${countOf(layers, 'layer')}`,
  ]
    .filter(Boolean)
    .join(', ')

export const chargedText = (sums: readonly Money[]) => `charged ${sumsText(sums)}`

/** While a run goes: what was charged, of what the whole of it was reckoned to cost. */
export function spentText(charged: readonly Money[], estimated: readonly Money[] = []): string {
  if (!isPaid(estimated)) return charged.length > 0 ? chargedText(charged) : ''
  const about = `about ${sumsText(estimated)}`
  return charged.length > 0 ? `${sumsText(charged)} of ${about}` : about
}

export const isPaid = (sums: readonly Money[]) => sums.some(({ amount }) => amount > 0)

export const costText = (sums: readonly Money[]) => (isPaid(sums) ? sumsText(sums) : 'free')

/** What is free is not said beside what is paid, which may be in another unit. */
export const sumsText = (sums: readonly Money[]) =>
  (isPaid(sums) ? sums.filter(({ amount }) => amount > 0) : sums).map(moneyText).join(' + ')

export function moneyText({ amount, unit }: Money): string {
  if (unit !== 'USD') return `${numberText(amount, 4)} ${unit}`
  // What is cheap is told to a tenth of a cent.
  return currencyText(amount, unit, amount !== 0 && amount < 0.1 ? 3 : 2)
}

/** With what it costs, where that is known. */
export const forPrice = (cost: readonly Money[] | undefined) =>
  cost && isPaid(cost) ? `${SEPARATOR}${sumsText(cost)}` : ''
