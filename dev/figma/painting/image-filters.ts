import type * as F from '@figma/plugin-typings/plugin-api-standalone'

/**
 * Applies Figma's image filters to RGBA pixels in place. Their formulas are not published; these move the same way by
 * about as much, and do nothing at 0.
 */
export function filterPixels(pixels: Uint8ClampedArray, filters: F.ImageFilters): void {
  const { exposure = 0, contrast = 0, saturation = 0, temperature = 0, tint = 0, highlights = 0, shadows = 0 } = filters
  const gain = 2 ** exposure
  const spread = 1 + contrast * (contrast > 0 ? CONTRAST : LESS_CONTRAST)
  for (let at = 0; at < pixels.length; at += 4) {
    const red = pixels[at]! * gain
    const green = pixels[at + 1]! * gain
    const blue = pixels[at + 2]! * gain
    const light = LUMA.red * red + LUMA.green * green + LUMA.blue * blue
    const bright = Math.min(1, Math.max(0, light / 255))
    const lift = TONE * (highlights * bright * bright + shadows * (1 - bright) * (1 - bright))
    const finish = (value: number, shift: number) =>
      ((light + (value - light) * (1 + saturation) + shift + lift) / 255 - 0.5) * spread * 255 + 127.5
    pixels[at] = finish(red, TONE * (temperature + tint / 2) * HALF)
    pixels[at + 1] = finish(green, -TONE * tint * HALF)
    pixels[at + 2] = finish(blue, TONE * (tint / 2 - temperature) * HALF)
  }
}

export const isFiltered = (filters: F.ImageFilters | undefined): filters is F.ImageFilters =>
  filters !== undefined && Object.values(filters).some((value) => value !== 0)

/** Of the 255 steps of a channel, how many a slider at its end moves at most. */
const TONE = 96
const HALF = 0.5
const CONTRAST = 1
const LESS_CONTRAST = 0.7
/** Rec. 709. */
const LUMA = { red: 0.2126, green: 0.7152, blue: 0.0722 }
