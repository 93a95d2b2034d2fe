import type { AppError } from '../../shared/errors.ts'
import { isUnlike } from '../jobs/alike.ts'
import type { Job } from '../jobs/plan.ts'
import { isModelUnknown } from '../providers/faults.ts'
import { FAULTS, MODEL_UNKNOWN, type Remedy, UNLIKE, UPSCALE_REFUSED } from '../texts/faults.ts'

/** What an error is called, and what may be done about it. An upscale has no prompt, and its model is chosen in its row. */
export function remedyOf(error: AppError, { enlarging }: Pick<Job, 'enlarging'> = {}): Remedy {
  if (isUnlike(error)) return UNLIKE
  if (enlarging && error.fault === 'refused') return UPSCALE_REFUSED
  return isModelUnknown(error) ? MODEL_UNKNOWN : FAULTS[error.fault]
}
