import type { Size } from '../../shared/picture.ts'
import type { MakeSurface } from './surface.ts'

/** Whether any pixel lets something show through. Read in strips: 16 MP at once would be another 64 MB. */
export function hasAlpha(image: Size & CanvasImageSource, make: MakeSurface): boolean {
  const { width, height } = image
  const { context } = make({ width, height: Math.min(height, STRIP) })
  context.globalCompositeOperation = 'copy'
  for (let top = 0; top < height; top += STRIP) {
    context.drawImage(image, 0, -top)
    if (isTransparent(context.getImageData(0, 0, width, Math.min(STRIP, height - top)).data)) return true
  }
  return false
}

function isTransparent(pixels: Uint8ClampedArray) {
  for (let index = 3; index < pixels.length; index += 4) if (pixels[index]! < 255) return true
  return false
}

/**
 * Gives an answer's pixels the alpha of the source's, in place, and takes the ground out of the half transparent ones:
 * left in, it would show as a rim around a cut-out and as a haze in its shadow. Both are RGBA of one size, not
 * premultiplied.
 */
export function restoreAlpha(answer: Uint8ClampedArray, source: Uint8ClampedArray): void {
  const ground = groundIn(answer, source)
  for (let index = 0; index < answer.length; index += 4) {
    const alpha = source[index + 3]!
    answer[index + 3] = alpha
    if (!ground || alpha === 0 || alpha === 255) continue
    const shown = alpha / 255
    for (let channel = 0; channel < 3; channel++) {
      const mixed = answer[index + channel]!
      answer[index + channel] = (mixed - ground[channel]! * (1 - shown)) / shown
    }
  }
}

/** The colour that the model left behind the cut-out, or undefined where it painted a scene there. */
function groundIn(answer: Uint8ClampedArray, source: Uint8ClampedArray): Colour | undefined {
  const sums = [0, 0, 0]
  const squares = [0, 0, 0]
  let count = 0
  for (let index = 0; index < answer.length; index += 4) {
    if (source[index + 3] !== 0) continue
    count++
    for (let channel = 0; channel < 3; channel++) {
      const value = answer[index + channel]!
      sums[channel]! += value
      squares[channel]! += value * value
    }
  }
  if (count === 0) return GROUND
  const means = sums.map((sum) => sum / count)
  const isEven = means.every((mean, channel) => squares[channel]! / count - mean ** 2 <= EVEN ** 2)
  return isEven ? (means as Colour) : undefined
}

type Colour = [red: number, green: number, blue: number]

/**
 * What a transparent picture is sent on. Mid grey, not white: cut-outs and icons are most often white, black or
 * strongly coloured, and on grey none of these vanishes from the model's sight.
 */
export const GROUND: Colour = [128, 128, 128]
/** Levels of standard deviation up to which a ground counts as plain: compression alone makes a few. */
const EVEN = 12
/** px high. */
const STRIP = 256
