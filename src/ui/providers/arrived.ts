import { AppError } from '../../shared/errors.ts'
import { NO_RESULT } from '../texts/answers.ts'

/** Each picture is paid for: one that does not arrive takes none of the others with it. */
export async function arrived<T>(files: readonly Promise<T>[]): Promise<T[]> {
  const settled = await Promise.allSettled(files)
  const failed = settled.find((one) => one.status === 'rejected')
  const values = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  if (values.length > 0) return values
  throw failed?.reason ?? new AppError('provider', NO_RESULT)
}
