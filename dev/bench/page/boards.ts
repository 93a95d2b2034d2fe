import type { LayerSpec, PaintSpec, WorldData } from '../../figma/world.ts'
import { distinctJpeg } from './distinct-jpeg.ts'

/** A page with so many layers that show an image, on boards as designers have them, and 1,000 bitmaps. */
export function boardsWorld(count: number, base: Uint8Array): WorldData {
  const pictures = Array.from({ length: PICTURES }, (_, index) => [`${index}`, distinctJpeg(base, index)] as const)
  const boards = Array.from({ length: Math.ceil(count / ON_A_BOARD) }, (_, index) => board(index, count))
  return {
    id: `bench-boards-${count}`,
    title: 'Bench',
    pages: [{ name: 'Page', layers: boards }],
    pictures: Object.fromEntries(pictures),
  }
}

function board(index: number, count: number): LayerSpec {
  const first = index * ON_A_BOARD
  const layers = Array.from({ length: Math.min(ON_A_BOARD, count - first) }, (_, place) => shown(place, first + place))
  return {
    ...{ type: 'FRAME', name: `Board ${index + 1}`, x: (index % 10) * 1600, y: Math.floor(index / 10) * 1600 },
    ...{ width: 1500, height: 1500, children: layers },
    exportSettings: [{ format: 'PNG', constraint: { type: 'SCALE', value: 1 + (index % 3) } }],
  }
}

/** Ten a row; a few are turned. */
const shown = (place: number, index: number): LayerSpec => ({
  ...{ type: 'RECTANGLE', name: `Shown ${index + 1}`, width: 100, height: 100, fills: [paint(index)] },
  ...{ x: 20 + (place % 10) * 140, y: 40 + Math.floor(place / 10) * 140, rotation: index % 7 === 0 ? 12 : 0 },
})

function paint(index: number): PaintSpec {
  const picture = `${index % PICTURES}`
  const scaleMode = MODES[index % MODES.length]!
  const own = scaleMode === 'TILE' ? { scalingFactor: 0.5 } : scaleMode === 'CROP' ? { imageTransform: MIDDLE } : {}
  return { type: 'IMAGE', scaleMode, picture, ...own }
}

const MODES = ['FILL', 'FIT', 'CROP', 'TILE'] as const
const MIDDLE: [[number, number, number], [number, number, number]] = [
  [0.5, 0, 0.25],
  [0, 0.5, 0.25],
]
const PICTURES = 1000
const ON_A_BOARD = 100
