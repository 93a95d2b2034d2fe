import { randomUUID } from 'node:crypto'
import { ApiError } from './errors.ts'
import { createWallet, MICROS, toDollars } from './wallet.ts'

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

/** The account behind the key, in USD. */
export function createLedger(start: number | null) {
  const rows: Row[] = []
  const wallet = createWallet(start)

  return {
    newId: () => `req_${randomUUID().replaceAll('-', '')}`,

    wallet,

    /** Throws INSUFFICIENT_BALANCE. */
    charge(price: number) {
      if (wallet.take(price)) return
      const [required, available] = [toDollars(price), toDollars((wallet.balance ?? 0) * MICROS)]
      throw new ApiError('INSUFFICIENT_BALANCE', `Insufficient balance: ${required} required, ${available} available`)
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
