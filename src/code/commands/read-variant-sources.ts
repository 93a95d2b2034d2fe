import { AppError } from '../../shared/errors.ts'

export async function readVariantSources(): Promise<never> {
  throw new AppError('bug', 'Not here yet.')
}
