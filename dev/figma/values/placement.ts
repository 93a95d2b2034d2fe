import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { notSimulated } from '../errors.ts'
import { transform } from './basics.ts'
import { validated } from './validated.ts'

/** A `relativeTransform`. T:7344: its axes are always of length 1; Figma also takes skew, which is not simulated. */
export function placement(value: unknown): F.Transform {
  const matrix = validated(transform, value, 'relativeTransform')
  const [[a, c], [b, d]] = matrix
  const isUnit = near(Math.hypot(a, b), 1) && near(Math.hypot(c, d), 1)
  if (!isUnit || !near(a * c + b * d, 0)) throw notSimulated('a relativeTransform that scales or skews')
  return matrix
}

const near = (one: number, other: number) => Math.abs(one - other) < 1e-6
