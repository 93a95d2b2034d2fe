import sharp from 'sharp'
import type { LayerSpec, PaintSpec, WorldData } from '../../dev/figma/world.ts'

/** A small document with the kinds of layers that the hero world has, quick to open. */
export async function testWorld(): Promise<WorldData> {
  const photo = await scene(600, 400).jpeg({ quality: 85 }).toBuffer()
  const cutOut = await sharp(await scene(300, 300).png().toBuffer())
    .composite([{ input: disc(300), blend: 'dest-in' }])
    .png()
    .toBuffer()
  const pictures = { photo: new Uint8Array(photo), cutOut: new Uint8Array(cutOut) }
  return { id: 'test', title: 'Test', pages: [{ name: 'Page', layers }], pictures }
}

const image = (picture: string): PaintSpec => ({ type: 'IMAGE', scaleMode: 'FILL', picture })
const solid: PaintSpec = { type: 'SOLID', color: { r: 0.9, g: 0.4, b: 0.2 } }
const shade: PaintSpec = { type: 'SOLID', color: { r: 0, g: 0, b: 0 }, opacity: 0.2 }

const box = (name: string, x: number, y: number, fills: PaintSpec[], more: Partial<LayerSpec> = {}): LayerSpec => ({
  ...{ type: 'RECTANGLE', name, x, y, width: 150, height: 100, fills },
  ...more,
})

const layers: LayerSpec[] = [
  box('Hero photo', 0, 0, [solid, image('photo'), shade], { width: 300, height: 200 }),
  box('Badge', 320, 0, [solid], { cornerRadius: 20 }),
  box('Avatar', 480, 0, [image('photo')], { type: 'ELLIPSE', width: 100 }),
  box('Cut-out', 320, 120, [image('cutOut')], { width: 100 }),
  box('Hidden photo', 480, 120, [image('photo')], { visible: false }),
  ...[1, 2, 3, 4].map((number) => box(`Photo 0${number}`, 160 * (number - 1), 240, [image('photo')])),
]

/** Sky and hills. */
function scene(width: number, height: number) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="#69b"/><stop offset="1" stop-color="#fda"/></linearGradient></defs>
    <rect width="100%" height="100%" fill="url(#sky)"/>
    <path d="M0 ${height} V${height * 0.7} L${width * 0.4} ${height * 0.4} L${width} ${height * 0.8} V${height}Z" fill="#475"/>
  </svg>`
  return sharp(Buffer.from(svg))
}

const disc = (side: number) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"><circle cx="50%" cy="50%" r="45%"/></svg>`,
  )
