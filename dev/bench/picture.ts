import sharp from 'sharp'

/** A JPEG in base64 with soft shapes and grain, which weighs and takes as long as a photograph does. */
export async function photo(width: number, height: number): Promise<string> {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const
  const grain = await sharp({ create: { width, height, channels: 3, background: '#000', noise } })
    .blur(0.7)
    .png()
    .toBuffer()
  const bytes = await sharp(Buffer.from(shapes(width, height)))
    .composite([{ input: grain, blend: 'soft-light' }])
    .flatten({ background: '#fff' })
    .jpeg({ quality: 88 })
    .toBuffer()
  return bytes.toString('base64')
}

const shapes = (width: number, height: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 4 3" preserveAspectRatio="none">
    <defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="#47a"/><stop offset="1" stop-color="#fc9"/></linearGradient></defs>
    <rect width="4" height="3" fill="url(#sky)"/>
    <circle cx="3" cy="0.8" r="0.4" fill="#fe8"/>
    <path d="M0 3V2L1.5 1.2 2.6 2.1 3.4 1.7 4 2V3Z" fill="#475"/>
    <path d="M0 3V2.5L2 2.2 4 2.6V3Z" fill="#a64"/>
  </svg>`
