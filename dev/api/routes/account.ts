import type { Context } from 'hono'
import { authenticate } from '../auth.ts'
import { ApiError, invalid } from '../errors.ts'
import type { Env } from '../stand.ts'

export async function showBalance(context: Context<Env>): Promise<Response> {
  authenticate(context)
  const { balance } = context.var.stand.ledger.wallet
  return context.json({
    object: 'balance',
    billing_type: balance === null ? 'postpaid' : 'prepaid',
    available: { amount: balance, currency: 'usd' },
  })
}

export async function showRequests(context: Context<Env>): Promise<Response> {
  authenticate(context)
  const { limit = String(LIMIT), status, created_after, created_before } = context.req.query()
  if (!/^[1-9]\d{0,2}$/.test(limit)) throw invalid(`Invalid limit '${limit}': expected a whole number from 1 to 999`)
  if (status !== undefined && !STATUSES.includes(status)) {
    throw invalid(`Invalid status '${status}': expected one of ${STATUSES.join(', ')}`)
  }
  const after = readTime('created_after', created_after)
  const before = readTime('created_before', created_before)
  const data = context.var.stand.ledger.list({ limit: Number(limit), status, after, before })
  return context.json({ object: 'list', data })
}

export async function showRequest(context: Context<Env>): Promise<Response> {
  authenticate(context)
  const id = context.req.param('id') ?? ''
  const row = context.var.stand.ledger.find(id)
  if (!row) throw new ApiError('NOT_FOUND', `Request '${id}' not found`)
  return context.json(row)
}

/** ISO 8601, or Unix seconds; which of them the real service takes is not documented. */
function readTime(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const time = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text)
  if (Number.isFinite(time)) return time
  throw invalid(`Invalid ${name} '${text}': expected a date`)
}

const STATUSES = ['completed', 'upstream_failure', 'rejected', 'cancelled']
const LIMIT = 20
