import { AppError } from '../../shared/errors.ts'

export async function makeComponents(): Promise<never> {
  throw new AppError('bug', 'Not here yet.')
}
