import { join } from 'node:path'
import sharp from 'sharp'

/** Where the pictures of Refill are kept. */
export const FOLDER = 'docs/images'

export const fileOf = (name: string) => join(FOLDER, `${name}.webp`)

/** As it is kept: small, with letters that stay sharp. */
export const toFile = (png: Buffer): Promise<Buffer> =>
  sharp(png).webp({ quality: 82, effort: 6, smartSubsample: true }).toBuffer()

/** Bytes that all of them may have together: they come with every copy of the project. */
export const MOST_BYTES = 1_500_000

/** How much of a fresh picture may lie otherwise than in the kept one (`layoutDifference`). */
export const MOST_APART = 0.01
