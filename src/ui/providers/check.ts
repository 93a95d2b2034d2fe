import * as z from 'zod/mini'
import { AppError } from '../../shared/errors.ts'
import { CHECK_WAS_RUN } from '../texts/answers.ts'
import { answeredIn, isModelUnknown } from './faults.ts'
import type { Schema } from './http.ts'

/**
 * For a provider without a dry run: asks what cannot start a job, since what it must have is missing. A refusal for that
 * reason says that key, CORS and reach are in order; every other answer is thrown as an edit would throw it.
 */
export async function checkByRefusal(ask: (schema: Schema<unknown>) => Promise<unknown>): Promise<void> {
  try {
    await ask(z.unknown())
  } catch (thrown) {
    if (INCOMPLETE.includes(answeredIn(thrown)?.status ?? 0) && !isModelUnknown(thrown) && faultIs(thrown, 'refused'))
      return
    throw thrown
  }
  throw new AppError('provider', CHECK_WAS_RUN)
}

const faultIs = (thrown: unknown, fault: AppError['fault']) => thrown instanceof AppError && thrown.fault === fault

const INCOMPLETE = [400, 422]
