import sharp from 'sharp'

// What an upscaler may get wrong although the size is right: it gives another picture than the one that it was sent.

export const mirrored = (bytes: Buffer) => sharp(bytes).flop().png().toBuffer()

/** By 8 px of the picture that was sent, to the right. */
export async function shifted(bytes: Buffer): Promise<Buffer> {
  const { width, height } = await sharp(bytes).metadata()
  const rest = await sharp(bytes)
    .extract({ left: 0, top: 0, width: width - SHIFT, height })
    .png()
    .toBuffer()
  return sharp(rest).extend({ left: SHIFT, extendWith: 'copy' }).png().toBuffer()
}

/** Red for blue, and blue for red. */
export const hueSwapped = (bytes: Buffer) =>
  sharp(bytes)
    .removeAlpha()
    .recomb([
      [0, 0, 1],
      [0, 1, 0],
      [1, 0, 0],
    ])
    .png()
    .toBuffer()

const SHIFT = 8
