import { ApiError, invalid } from './errors.ts'
import type { Size } from './sizes.ts'

/** What goes wrong with one request. `none` lets a request through, to plan for a later one. */
export type Planned = TroubleName | 'none' | Plan

export interface Plan {
  name: TroubleName | 'none'
  /** Default `edit`, so that dry runs in between do not use the plan up. */
  route?: Route
  /** s, for the `Retry-After` of `busy` and `overloaded`. */
  retryAfter?: number
  /** ms, for `slow`. */
  wait?: number
}

export type TroubleName = keyof typeof TROUBLES
export type Route = 'edit' | 'dry-run' | 'models' | 'balance' | 'requests' | 'media'

/** How one trouble bends the course of a request; what it does not name goes as it should. */
export interface Trouble {
  /** Closes the line without an answer: before the body is read, or after the run, which is then charged. */
  drop?: 'before' | 'after'
  /** Refused in place of the run, with an error of the documented kind; nothing is charged. */
  refuse?: (retryAfter?: number) => ApiError
  /** Answered in place of the run, with something no document describes; nothing is charged. */
  instead?: () => Response
  /** ms added to the run. */
  wait?: number
  /** The size of the picture, from the one it should have. */
  size?: (size: Size) => Size
  /** The file, from the one it should be. */
  file?: (file: Buffer) => Buffer
  /** Sends half of the answer: as if it were whole, or with the length of the whole announced. */
  half?: 'silently' | 'announced'
  /** Leaves out the CORS headers of the answer, though the preflight had them. */
  withoutCors?: true
}

/** Troubles to come, taken in order by the requests of each route. */
export function createPlan() {
  let plans: Plan[] = []
  return {
    set(planned: readonly Planned[]) {
      plans = planned.map((plan) => (typeof plan === 'string' ? { name: plan } : plan))
    },
    next(route: Route): Trouble | undefined {
      const index = plans.findIndex((plan) => (plan.route ?? 'edit') === route)
      const [plan] = index < 0 ? [] : plans.splice(index, 1)
      return plan && toTrouble(plan)
    },
  }
}

export function toTrouble(planned: Planned): Trouble {
  const { name, retryAfter, wait }: Plan = typeof planned === 'string' ? { name: planned } : planned
  if (name === 'none') return {}
  const trouble: Trouble = TROUBLES[name]
  const { refuse } = trouble
  return {
    ...trouble,
    ...(refuse && { refuse: () => refuse(retryAfter) }),
    ...(wait !== undefined && { wait }),
  }
}

const exhausted = () => new ApiError('ALL_PROVIDERS_EXHAUSTED', 'All providers failed for this request')
const json = { headers: { 'content-type': 'application/json' } }
const html = { status: 502, headers: { 'content-type': 'text/html' } }

const TROUBLES = {
  denied: { refuse: () => new ApiError('AUTHENTICATION_FAILED', 'Invalid API key provided') },
  forbidden: { refuse: () => new ApiError('FORBIDDEN', 'This key may not use this model') },
  funds: { refuse: () => new ApiError('INSUFFICIENT_BALANCE', EMPTY) },
  markup: { refuse: () => invalid(MARKUP) },
  policy: { refuse: () => new ApiError('CONTENT_POLICY_VIOLATION', 'The request was rejected by the content policy') },
  busy: { refuse: (seconds) => new ApiError('RATE_LIMITED', 'Too many requests', retryAfter(seconds)) },
  overloaded: { refuse: (seconds) => new ApiError('UPSTREAM_ERROR', 'The provider is busy', retryAfter(seconds)) },
  gateway: { refuse: exhausted },
  internal: { refuse: () => new ApiError('INTERNAL_ERROR', 'Something went wrong on our side') },
  'error-in-200': { instead: () => new Response(exhausted().toResponse().body, json) },
  garbage: { instead: () => new Response('}{ no answer', json) },
  html: { instead: () => new Response('<!doctype html><title>502</title><h1>Bad gateway</h1>', html) },
  slow: { wait: 20_000 },
  'not-a-picture': { file: () => Buffer.from('This is a sentence, not a picture.') },
  'truncated-picture': { file: (file) => file.subarray(0, Math.floor(file.length / 2)) },
  'wrong-size': { size: ({ width, height }) => (width > height ? PORTRAIT : LANDSCAPE) },
  huge: { size: enlarged },
  truncated: { half: 'silently' },
  'cut-off': { half: 'announced' },
  'drop-before': { drop: 'before' },
  'drop-after': { drop: 'after' },
  'no-cors': { withoutCors: true },
  'no-cors-on-error': { withoutCors: true, refuse: exhausted },
} satisfies Record<string, Trouble>

export const TROUBLE_NAMES = Object.keys(TROUBLES) as TroubleName[]

const retryAfter = (seconds = RETRY_AFTER) => ({ 'retry-after': String(seconds) })

function enlarged({ width, height }: Size): Size {
  const factor = HUGE_EDGE / Math.max(width, height)
  return { width: Math.round(width * factor), height: Math.round(height * factor) }
}

const MARKUP = 'The prompt may not hold <b>tags</b> <img src="x" onerror="document.title = \'run\'">'
const EMPTY = 'Insufficient balance: $0.01 required, $0.00 available'
const RETRY_AFTER = 2 // s
const HUGE_EDGE = 4200 // px; Figma takes at most 4096 px an edge
const PORTRAIT = { width: 512, height: 1024 }
const LANDSCAPE = { width: 1024, height: 512 }
