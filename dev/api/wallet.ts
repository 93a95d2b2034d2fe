export type Wallet = ReturnType<typeof createWallet>

/** What an account holds, in its service's own unit; `null` for one that is billed afterwards and cannot run dry. */
export function createWallet(start: number | null) {
  // Counted in whole millionths, so that sums stay exact.
  let micros = toMicros(start)

  return {
    get balance() {
      return micros === null ? null : micros / MICROS
    },
    set balance(amount: number | null) {
      micros = toMicros(amount)
    },

    /** Takes millionths before the run, so that runs at the same time cannot overdraw. False where there is too little. */
    take(price: number): boolean {
      if (micros === null) return true
      if (micros < price) return false
      micros -= price
      return true
    },

    give(price: number) {
      if (micros !== null) micros += price
    },
  }
}

const toMicros = (amount: number | null) => (amount === null ? null : Math.round(amount * MICROS))

/** Three digits where the amount has a part smaller than a cent. */
export const toDollars = (micros: number) => `$${(micros / MICROS).toFixed(Math.round(micros) % 10_000 ? 3 : 2)}`

export const MICROS = 1_000_000 // in one unit
