import type { Context } from 'hono'
import * as z from 'zod'
import type { HostEnv } from '../host.ts'
import { meet } from '../meet.ts'
import { authenticate, takeTrouble } from './hosts.ts'
import type { Job } from './job.ts'
import type { JobStand } from './stand.ts'
import type { JobTrouble } from './trouble.ts'
import { type Task, work } from './work.ts'

/** A request for a run that has been read and checked. */
export interface Order<Body> {
  body: Body
  id: string
  trouble: JobTrouble
}

interface Terms<Body> {
  schema: z.ZodType<Body>
  /** Checked after the key and before the body. Throws a refusal. */
  check?: () => void
  newId: () => string
  model: string
  /** Millionths of the service's unit. */
  price(body: Body): number
  task(order: Order<Body>): Task
  /** What the service says to a run that cannot be paid for. */
  funds(price: number, left: number): string
  /** The answer to an accepted run. `statusUrl`: where to ask for it. */
  accepted(job: Job, told: { statusUrl: string; left: number }): unknown
}

/** Takes a run as any service that works by jobs does: key, body, money, then 202 while the work begins. */
export async function accept<Body>(context: Context<HostEnv>, stand: JobStand, terms: Terms<Body>): Promise<Response> {
  const { service } = stand
  const trouble = takeTrouble('run', stand)
  if (trouble.drop === 'before') return meet(trouble, context, async () => new Response())

  // Read to its end even when it will be refused: an answer in the middle of an upload may never be read.
  const text = await context.req.text()
  const json = readJson(text)
  if (json !== undefined) stand.seen.service.noteJson(context.var.seen, json)
  const key = authenticate(context.req.raw.headers, stand)
  terms.check?.()
  if (!/^application\/json\s*(;|$)/i.test(context.req.header('content-type') ?? '')) {
    throw service.refusal('invalid', 'The content type must be application/json')
  }
  if (json === undefined) throw service.refusal('invalid', 'The body is not valid JSON')
  const parsed = terms.schema.safeParse(json)
  if (!parsed.success) throw service.refusal('invalid', wordsOf(parsed.error))

  return meet(trouble, context, async () => {
    const price = terms.price(parsed.data)
    const wallet = stand.wallets.get(key)!
    if (!wallet.take(price)) throw service.refusal('funds', terms.funds(price, wallet.balance ?? 0))
    const [id, now] = [terms.newId(), Date.now()]
    const job: Job = {
      ...{ id, key, model: terms.model, price, trouble, results: [] },
      ...{ state: 'waiting', createdAt: now, updatedAt: now, expiresAt: now + stand.settings.mediaLife },
    }
    stand.jobs.add(job)
    void work(job, terms.task({ body: parsed.data, id, trouble }), stand)
    const origin = trouble.foreignPoll ? stand.urls.elsewhere : new URL(context.req.url).origin
    const statusUrl = origin + service.statusPath(id)
    return context.json(terms.accepted(job, { statusUrl, left: wallet.balance ?? 0 }) as object, 202)
  })
}

/** An address that the service may fetch: whether it can, shows only when it does. */
export const pictureAddress = ({ settings }: JobStand) =>
  z.string().refine(
    (address) => {
      if (address.startsWith('data:')) return settings.dataAddresses === 'accept' && DATA.test(address)
      return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)
    },
    { error: 'Must be an http(s) URL' },
  )

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function wordsOf({ issues: [issue] }: z.ZodError): string {
  const place = issue?.path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('')
  return place ? `${place.replace(/^\./, '')}: ${issue?.message}` : (issue?.message ?? 'Invalid body')
}

const DATA = /^data:image\/(png|jpeg|webp|gif);base64,[A-Za-z0-9+/]/
