import { randomUUID } from 'node:crypto'
import { ApiError } from './errors.ts'

/** One row of `/v1/requests`: what became of a run, and what it cost. */
export interface Row {
  id: string
  status: 'completed' | 'upstream_failure' | 'rejected' | 'cancelled'
  error_code: string | null
  error_message: string | null
  /** USD */
  cost: number
  currency: 'usd'
  duration_ms: number
  model: string
  endpoint: string
  modality: 'image'
  created_at: string
}

export type Ledger = ReturnType<typeof createLedger>

/** The account behind the key. Money is counted in whole millionths of a USD, so that sums stay exact. */
export function createLedger(start: number | null) {
  const rows: Row[] = []
  let micros = toMicros(start)

  return {
    newId: () => `req_${randomUUID().replaceAll('-', '')}`,

    /** USD; `null` for an account that is billed afterwards and cannot run dry. */
    get balance() {
      return micros === null ? null : micros / MICROS
    },
    set balance(amount: number | null) {
      micros = toMicros(amount)
    },

    /** Takes the price before the run, so that runs at the same time cannot overdraw. Throws INSUFFICIENT_BALANCE. */
    charge(price: number) {
      if (micros === null) return
      if (micros < price) {
        const [required, available] = [toDollars(price), toDollars(micros)]
        throw new ApiError('INSUFFICIENT_BALANCE', `Insufficient balance: ${required} required, ${available} available`)
      }
      micros -= price
    },

    refund(price: number) {
      if (micros !== null) micros += price
    },

    record({ price, startedAt, error, ...row }: NewRow) {
      rows.unshift({
        ...row,
        error_code: error?.code ?? null,
        error_message: error?.message ?? null,
        cost: price / MICROS,
        currency: 'usd',
        duration_ms: Date.now() - startedAt,
        endpoint: '/openai/v1/images/edits',
        modality: 'image',
        created_at: new Date(startedAt).toISOString(),
      })
    },

    find: (id: string) => rows.find((row) => row.id === id),

    /** Newest first. */
    list: ({ limit, status, after = -Infinity, before = Infinity }: Filter) =>
      rows
        .filter((row) => status === undefined || row.status === status)
        .filter(({ created_at }) => Date.parse(created_at) >= after && Date.parse(created_at) <= before)
        .slice(0, limit),
  }
}

interface NewRow extends Pick<Row, 'id' | 'status' | 'model'> {
  /** Millionths of a USD. */
  price: number
  /** ms since 1970 */
  startedAt: number
  error?: { code: string; message: string } | undefined
}

interface Filter {
  limit: number
  status?: string | undefined
  /** ms since 1970 */
  after?: number | undefined
  before?: number | undefined
}

const toMicros = (amount: number | null) => (amount === null ? null : Math.round(amount * MICROS))
const toDollars = (micros: number) => `$${(micros / MICROS).toFixed(2)}`

export const MICROS = 1_000_000 // in a USD
