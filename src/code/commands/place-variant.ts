import { AppError } from '../../shared/errors.ts'

export async function placeVariant(): Promise<never> {
  throw new AppError('bug', 'Not here yet.')
}
