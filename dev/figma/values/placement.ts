import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { notSimulated } from '../errors.ts'
import { transform } from './basics.ts'
import { validated } from './validated.ts'

/** A `relativeTransform`. T:7339: its axes are always of length 1; they need not be square to each other (skew, T:7374). */
export function placement(value: unknown): F.Transform {
  const matrix = validated(transform, value, 'relativeTransform')
  const [[a, c], [b, d]] = matrix
  if (!near(Math.hypot(a, b), 1) || !near(Math.hypot(c, d), 1)) {
    throw notSimulated('a relativeTransform that scales')
  }
  if (near(a * d - b * c, 0)) throw notSimulated('a relativeTransform that flattens')
  return matrix
}

const near = (one: number, other: number) => Math.abs(one - other) < 1e-4
