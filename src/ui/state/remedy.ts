import type { AppError } from '../../shared/errors.ts'
import { isModelUnknown } from '../providers/faults.ts'
import { FAULTS, MODEL_UNKNOWN, type Remedy } from '../texts.ts'

/** What an error is called, and what may be done about it. */
export const remedyOf = (error: AppError): Remedy => (isModelUnknown(error) ? MODEL_UNKNOWN : FAULTS[error.fault])
