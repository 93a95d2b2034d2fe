/** Three numbers of a colour in one space; red, green and blue from 0 to 1, or beyond where sRGB ends. */
export type Parts = readonly [number, number, number]

/** Hue in degrees, saturation and lightness from 0 to 1. */
export function fromHsl([hue, saturation, lightness]: Parts): Parts {
  const reach = saturation * Math.min(lightness, 1 - lightness)
  const part = (offset: number) => {
    const sector = (((offset + hue / 30) % 12) + 12) % 12
    return lightness - reach * Math.max(-1, Math.min(sector - 3, 9 - sector, 1))
  }
  return [part(0), part(8), part(4)]
}

/** CSS Color 4: lightness from 0 to 100, under the white D50. */
export function fromLab([lightness, a, b]: Parts): Parts {
  const y = (lightness + 16) / 116
  const unfolded = (value: number) => (value ** 3 > 216 / 24389 ? value ** 3 : (116 * value - 16) / (24389 / 27))
  const xyz: Parts = [unfolded(y + a / 500) * D50[0], unfolded(y) * D50[1], unfolded(y - b / 200) * D50[2]]
  return encoded(times(D65_TO_RGB, times(D50_TO_D65, xyz)))
}

/** CSS Color 4: lightness from 0 to 1. */
export function fromOklab([lightness, a, b]: Parts): Parts {
  const cones = times(OKLAB_TO_CONES, [lightness, a, b]).map((value) => value ** 3) as unknown as Parts
  return encoded(times(CONES_TO_RGB, cones))
}

type Matrix = readonly [Parts, Parts, Parts]

const times = (matrix: Matrix, [x, y, z]: Parts): Parts =>
  matrix.map(([a, b, c]) => a * x + b * y + c * z) as unknown as Parts

/** Linear light to sRGB. */
const encoded = (parts: Parts): Parts =>
  parts.map((value) => (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055)) as unknown as Parts

const D50: Parts = [0.3457 / 0.3585, 1, (1 - 0.3457 - 0.3585) / 0.3585]

const D50_TO_D65: Matrix = [
  [0.955473421488075, -0.02309845494876471, 0.06325924320057072],
  [-0.0283697093338637, 1.0099953980813041, 0.021041441191917323],
  [0.012314014864481998, -0.020507649298898964, 1.330365926242124],
]

const D65_TO_RGB: Matrix = [
  [3.2409699419045213, -1.5373831775700935, -0.4986107602930033],
  [-0.9692436362808798, 1.8759675015077206, 0.04155505740717561],
  [0.05563007969699361, -0.20397695888897657, 1.0569715142428786],
]

const OKLAB_TO_CONES: Matrix = [
  [1, 0.3963377773761749, 0.2158037573099136],
  [1, -0.1055613458156586, -0.0638541728258133],
  [1, -0.0894841775298119, -1.2914855480194092],
]

const CONES_TO_RGB: Matrix = [
  [4.0767416360759583, -3.3077115392580629, 0.2309699031821043],
  [-1.2684379732850315, 2.6097573492876882, -0.341319376002657],
  [-0.0041960761386756, -0.7034186179359362, 1.7076146940746117],
]
