import sharp from 'sharp'

/**
 * How much of two pictures of one panel is laid out otherwise: the share, 0–1, of small squares in which they lie clearly
 * apart. They are compared small and slightly blurred, so that letters that are smoothed otherwise and a lossy file do not
 * count, and a line that moved or is gone does.
 */
export async function layoutDifference(one: Buffer, other: Buffer): Promise<number> {
  const [a, b] = await Promise.all([smallOf(one), smallOf(other)])
  if (a.width !== b.width || a.height !== b.height) return 1
  const [columns, rows] = [Math.floor(a.width / SQUARE), Math.floor(a.height / SQUARE)]
  let apart = 0
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (meanDistance(a, b, column * SQUARE, row * SQUARE) > APART) apart++
    }
  }
  return apart / (columns * rows)
}

type Small = Awaited<ReturnType<typeof smallOf>>

async function smallOf(picture: Buffer) {
  const { width = 0 } = await sharp(picture).metadata()
  const { data, info } = await sharp(picture)
    .removeAlpha()
    .resize({ width: Math.round(width / SMALLER) })
    .blur(BLUR)
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** Levels of 0–255, over the three colours of one square. */
function meanDistance(a: Small, b: Small, left: number, top: number): number {
  let sum = 0
  for (let y = top; y < top + SQUARE; y++) {
    for (let at = (y * a.width + left) * 3; at < (y * a.width + left + SQUARE) * 3; at++) {
      sum += Math.abs(a.data[at]! - b.data[at]!)
    }
  }
  return sum / (SQUARE * SQUARE * 3)
}

/** A px of the panel is two of its picture's; compared is one for each two of the panel's. */
const SMALLER = 4
/** px of the small picture: 16 of the panel, about a line of text. */
const SQUARE = 8
/** px, standard deviation */
const BLUR = 1
/** Levels. Letters of 11 px that are smoothed otherwise make up to 4, a line that is gone 12 and more. */
const APART = 8
