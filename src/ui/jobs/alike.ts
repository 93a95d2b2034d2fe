import { AppError } from '../../shared/errors.ts'
import { isAlike } from '../image/likeness.ts'
import { NOT_ALIKE } from '../texts/images.ts'

/** Throws `provider` where what came back is to be looked at before it is placed. */
export function assertAlike(likeness: number | undefined): void {
  if (!isAlike(likeness)) throw new AppError('provider', NOT_ALIKE, UNLIKE)
}

export const isUnlike = ({ cause }: AppError): boolean => cause === UNLIKE

const UNLIKE = Symbol('unlike')
