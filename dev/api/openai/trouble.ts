import { COURSES, PICTURE_TROUBLES, type PictureTrouble, retryAfter } from '../common-troubles.ts'
import { createPlan, type PlannedOf } from '../plan.ts'
import { openAiError } from './errors.ts'

export type PlannedOpenAi = PlannedOf<keyof typeof TROUBLES, Route>
type Route = 'edit' | 'models'

export const QUOTA = 'You exceeded your current quota, please check your plan and billing details.'

const TROUBLES = {
  denied: { refuse: () => openAiError('denied', 'Incorrect API key provided.') },
  forbidden: { refuse: () => openAiError('forbidden', 'Your organization must be verified to use this model.') },
  funds: { refuse: () => openAiError('funds', QUOTA) },
  policy: { refuse: () => openAiError('policy', 'Your request was rejected by the safety system.') },
  busy: { refuse: (seconds) => openAiError('busy', 'Rate limit reached.', { headers: retryAfter(seconds) }) },
  overloaded: { refuse: (seconds) => openAiError('overloaded', 'Overloaded.', { headers: retryAfter(seconds) }) },
  internal: { refuse: () => openAiError('internal', 'The server had an error while processing your request.') },
  ...COURSES,
  ...PICTURE_TROUBLES,
} satisfies Record<string, PictureTrouble>

export const createOpenAiPlan = () => createPlan<keyof typeof TROUBLES, Route, PictureTrouble>(TROUBLES, 'edit')
