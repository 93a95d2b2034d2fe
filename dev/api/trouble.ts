import { COURSES, PICTURE_TROUBLES, type PictureTrouble, retryAfter, UPSCALE_TROUBLES } from './common-troubles.ts'
import { ApiError, invalid } from './errors.ts'
import { createPlan, type PlannedOf, troubleIn } from './plan.ts'

export type Planned = PlannedOf<TroubleName, Route>
export type TroubleName = keyof typeof TROUBLES
export type Route = 'edit' | 'dry-run' | 'models' | 'balance' | 'requests' | 'media'
export type Trouble = PictureTrouble

const exhausted = () => new ApiError('ALL_PROVIDERS_EXHAUSTED', 'All providers failed for this request')
const json = { headers: { 'content-type': 'application/json' } }

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
  'no-cors-on-error': { withoutCors: true, refuse: exhausted },
  ...COURSES,
  ...PICTURE_TROUBLES,
  ...UPSCALE_TROUBLES,
} satisfies Record<string, Trouble>

export const TROUBLE_NAMES = Object.keys(TROUBLES) as TroubleName[]

export const createTroublePlan = () => createPlan<TroubleName, Route, Trouble>(TROUBLES, 'edit')
export const toTrouble = (planned: Planned): Trouble => troubleIn<TroubleName, Trouble>(TROUBLES, planned)

const MARKUP = 'The prompt may not hold <b>tags</b> <img src="x" onerror="document.title = \'run\'">'
const EMPTY = 'Insufficient balance: $0.01 required, $0.00 available'
