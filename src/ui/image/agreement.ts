import type { Planes } from './look.ts'

/** How far two pictures agree in each respect: 1 is wholly, and below 0 they are each other's contrary. */
export interface Agreement {
  /** Light and dark lie in the same places: SSIM of the luma, without the means. */
  structure: number
  colour: number
  /** As light and dark in the large. */
  tone: number
}

/**
 * Means over windows of the pictures. Those count most that have most to compare: a logo is shifted on white that stays as
 * it was.
 */
export function agreementOf(one: Planes, other: Planes): Agreement {
  const { width, height } = one
  const [across, down] = [Math.min(WINDOW, width), Math.min(WINDOW, height)]
  const sums = { structure: 0, contrast: 0, colour: 0, chroma: 0, tone: 0, windows: 0 }
  for (let top = 0; top + down <= height; top += STEP) {
    for (let left = 0; left + across <= width; left += STEP) {
      const read = means(one, other, { from: top * width + left, across, down, stride: width })
      const contrast = read.variances + FAINT
      const seen = Math.sqrt(contrast) - Math.sqrt(FAINT) + LEAST
      sums.structure += (seen * (2 * read.covariance + FAINT)) / contrast
      sums.contrast += seen
      const chroma = read.chroma + LEAST_CHROMA
      sums.colour += chroma * (1 - read.chromaApart / (read.chroma + PALE))
      sums.chroma += chroma
      sums.tone += DRIFT ** 2 / (DRIFT ** 2 + read.lumaApart ** 2)
      sums.windows++
    }
  }
  return {
    structure: sums.structure / sums.contrast,
    colour: sums.colour / sums.chroma,
    tone: sums.tone / sums.windows,
  }
}

interface Place {
  from: number
  across: number
  down: number
  stride: number
}

/** What a window shows of both pictures, in levels and squared levels. */
function means(one: Planes, other: Planes, { from, across, down, stride }: Place) {
  let [luma, otherLuma, square, otherSquare, product] = [0, 0, 0, 0, 0]
  let [blue, red, otherBlue, otherRed] = [0, 0, 0, 0]
  for (let row = from; row < from + down * stride; row += stride) {
    for (let at = row; at < row + across; at++) {
      const value = one.luma[at]!
      const otherValue = other.luma[at]!
      luma += value
      otherLuma += otherValue
      square += value * value
      otherSquare += otherValue * otherValue
      product += value * otherValue
      blue += one.blue[at]!
      red += one.red[at]!
      otherBlue += other.blue[at]!
      otherRed += other.red[at]!
    }
  }
  const share = 1 / (across * down)
  const [mean, otherMean] = [luma * share, otherLuma * share]
  return {
    variances: Math.max(0, (square + otherSquare) * share - mean ** 2 - otherMean ** 2),
    covariance: product * share - mean * otherMean,
    lumaApart: otherMean - mean,
    chroma: (blue ** 2 + red ** 2 + otherBlue ** 2 + otherRed ** 2) * share ** 2,
    chromaApart: ((blue - otherBlue) ** 2 + (red - otherRed) ** 2) * share ** 2,
  }
}

/** px an edge, and from one window to the next */
const WINDOW = 7
const STEP = 2
/** Squared levels: what SSIM is steadied with where all is even, (0.03 · 255)². */
const FAINT = 58.5
/** What a window without any contrast or colour still counts. */
const LEAST = 0.01
const LEAST_CHROMA = 20
/** Squared levels: so pale a colour may drift as a white balance does. */
const PALE = 400
/** Levels: a mean that is so far off agrees by half. */
const DRIFT = 24
