import type { LayerSpec, WorldData } from '../figma/world.ts'
import { drawAlbum, type Encode } from './album.ts'
import { brandOn, isFlat, marginOf } from './banner-brand.ts'
import { bannerPlates } from './banner-plates.ts'
import { frame, rectangle } from './layers.ts'
import { cropped, image, solid } from './paints.ts'
import type { Size } from './pictures/film.ts'

/** One campaign in 24 formats; several share a photograph. */
export async function makeBanners(encode: Encode): Promise<WorldData> {
  return {
    id: 'banners',
    title: '24 banners',
    pages: [{ name: 'Campaign', layers: layOut() }],
    pictures: await drawAlbum(bannerPlates, encode),
  }
}

interface Format extends Size {
  picture: keyof typeof bannerPlates
  /** A part of the picture instead of as much as fits. */
  crop?: { zoom: number; x: number; y: number }
}

/** Rows filled from the left, each as high as its highest banner. */
function layOut(): LayerSpec[] {
  let x = 0
  let y = 0
  let rowHeight = 0
  return FORMATS.map((format, index) => {
    if (x > 0 && x + format.width > ROW_WIDTH) {
      x = 0
      y += rowHeight + GAP
      rowHeight = 0
    }
    const layer = banner(format, { number: String(index + 1).padStart(2, '0'), x, y })
    x += format.width + GAP
    rowHeight = Math.max(rowHeight, format.height)
    return layer
  })
}

function banner({ width, height, picture, crop }: Format, { number, x, y }: { number: string; x: number; y: number }) {
  const size = { width, height }
  const fill = crop ? cropped(picture, bannerPlates[picture], { layer: size, ...crop }) : image(picture)
  const button = buttonIn(size)
  return frame(
    `Banner ${number} – ${width}×${height}`,
    { x, y, ...size },
    [solid('#f4efe8')],
    [
      rectangle(`Photo ${number}`, { x: 0, y: 0, ...size }, [fill]),
      rectangle(`Button ${number}`, button, [solid('#ff6b3d')], { cornerRadius: button.height / 2 }),
      ...brandOn(size, button, { number, picture }),
    ],
  )
}

/** Lower left on upright banners, at the right end of flat ones. */
function buttonIn(size: Size) {
  const { width, height } = size
  const tall = Math.round(Math.min(height * 0.42, Math.max(24, Math.min(width, height) * 0.09)))
  const wide = Math.round(Math.min(tall * 3.2, width * 0.72))
  const margin = marginOf(size)
  const flat = isFlat(size)
  return {
    x: flat ? width - wide - margin - Math.round(height * 0.1) : margin,
    y: flat ? Math.round((height - tall) / 2) : height - tall - margin,
    width: wide,
    height: tall,
  }
}

const ROW_WIDTH = 6400 // px
const GAP = 120 // px
const FORMATS: Format[] = [
  { width: 1080, height: 1920, picture: 'forest' },
  { width: 1000, height: 1500, picture: 'product' },
  { width: 1080, height: 1350, picture: 'daisies' },
  { width: 1080, height: 1350, picture: 'city', crop: { zoom: 1, x: 0.4, y: 0.5 } },
  { width: 800, height: 1200, picture: 'coffee' },
  { width: 120, height: 960, picture: 'forest', crop: { zoom: 1.1, x: 0.35, y: 0.5 } },
  { width: 1920, height: 1080, picture: 'lake' },
  { width: 1080, height: 1080, picture: 'beach' },
  { width: 2520, height: 1080, picture: 'dunes' },
  { width: 1280, height: 720, picture: 'city' },
  { width: 1200, height: 800, picture: 'lake', crop: { zoom: 1.5, x: 0.6, y: 0.45 } },
  { width: 1200, height: 628, picture: 'coffee' },
  { width: 600, height: 600, picture: 'product', crop: { zoom: 1.35, x: 0.47, y: 0.55 } },
  { width: 300, height: 600, picture: 'daisies', crop: { zoom: 1, x: 0.46, y: 0.5 } },
  { width: 160, height: 600, picture: 'beach', crop: { zoom: 1, x: 0.5, y: 0.5 } },
  { width: 1500, height: 500, picture: 'dunes', crop: { zoom: 1.2, x: 0.4, y: 0.5 } },
  { width: 1584, height: 396, picture: 'lake' },
  { width: 240, height: 400, picture: 'product' },
  { width: 820, height: 312, picture: 'beach' },
  { width: 336, height: 280, picture: 'coffee' },
  { width: 300, height: 250, picture: 'daisies' },
  { width: 970, height: 250, picture: 'city', crop: { zoom: 1, x: 0.5, y: 0.6 } },
  { width: 728, height: 90, picture: 'dunes', crop: { zoom: 1, x: 0.5, y: 0.44 } },
  { width: 468, height: 60, picture: 'forest', crop: { zoom: 1, x: 0.5, y: 0.35 } },
]
