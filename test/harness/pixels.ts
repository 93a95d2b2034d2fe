import sharp from 'sharp'

/** Mean distance of two pictures of one size, in levels of 0–255: of their colours, or of their alpha. */
export async function meanDifference(
  one: Buffer,
  other: Buffer,
  channel: 'colour' | 'alpha' = 'colour',
): Promise<number> {
  const [a, b] = await Promise.all([pixelsOf(one), pixelsOf(other)])
  if (a.width !== b.width || a.height !== b.height) throw new Error('The pictures differ in size.')
  let sum = 0
  let count = 0
  for (let index = 0; index < a.data.length; index++) {
    if ((index % 4 === 3) !== (channel === 'alpha')) continue
    sum += Math.abs(a.data[index]! - b.data[index]!)
    count++
  }
  return sum / count
}

/** RGBA, row by row. */
export async function pixelsOf(png: Buffer) {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}
