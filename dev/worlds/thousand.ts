import type { LayerSpec, WorldData } from '../figma/world.ts'
import { drawAlbum, type Encode } from './album.ts'
import { BOLD, ellipse, frame, rectangle, text } from './layers.ts'
import { image, solid } from './paints.ts'
import { thousandPlates } from './thousand-plates.ts'

/** Eight walls of tiles: exactly a thousand layers that share four pictures. */
export async function makeThousand(encode: Encode): Promise<WorldData> {
  return {
    id: 'thousand',
    title: '1,000 layers',
    pages: [{ name: 'Walls', layers: Array.from({ length: WALLS }, (_, index) => wall(index)) }],
    pictures: await drawAlbum(thousandPlates, encode),
  }
}

/** With its tiles and what is in them 125 layers. */
function wall(index: number): LayerSpec {
  const size = { width: COLUMNS * (WIDTH + GAP) + GAP, height: ROWS * (HEIGHT + GAP) + GAP }
  const place = { x: (index % 2) * (size.width + APART), y: Math.floor(index / 2) * (size.height + APART) }
  const tiles = Array.from({ length: TILES }, (_, tileIndex) => tile(tileIndex, index * TILES + tileIndex))
  return frame(`Wall ${index + 1}`, { ...place, ...size }, [solid('#ece7df')], tiles)
}

function tile(place: number, index: number): LayerSpec {
  const number = String(index + 1).padStart(3, '0')
  const [column, row] = [place % COLUMNS, Math.floor(place / COLUMNS)]
  const picture = PICTURES[(index + row) % PICTURES.length]!
  return frame(
    `Tile ${number}`,
    { x: GAP + column * (WIDTH + GAP), y: GAP + row * (HEIGHT + GAP), width: WIDTH, height: HEIGHT },
    [solid('#ffffff')],
    [
      rectangle(`Photo ${number}`, { x: 0, y: 0, width: WIDTH, height: 120 }, [image(picture)]),
      ellipse(`Face ${number}`, { x: 12, y: 132, width: 36, height: 36 }, [image('portrait')]),
      text(
        `Title ${number}`,
        { x: 58, y: 140 },
        { characters: `No. ${number}`, size: 16, fill: solid('#2b2320'), font: BOLD },
      ),
    ],
    { cornerRadius: 12 },
  )
}

const WALLS = 8
const [COLUMNS, ROWS] = [8, 4]
/** One less than there is room for. */
const TILES = 31
const PICTURES = ['lake', 'city', 'daisies'] as const
/** px */
const [WIDTH, HEIGHT, GAP, APART] = [180, 180, 24, 160]
