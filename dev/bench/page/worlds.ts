import type { LayerSpec, PaintSpec, WorldData } from '../../figma/world.ts'
import { boardsWorld } from './boards.ts'
import { distinctJpeg } from './distinct-jpeg.ts'

/** What lies on the page that is measured. */
export interface BenchWorld {
  /**
   * `photos` all differ; `instances` are of one component, and show one picture; `boards` hold layers that show 1,000
   * pictures in all the ways that there are, as a page does that is to be audited; `wall` are photos that nothing cuts off.
   */
  kind: 'photos' | 'instances' | 'boards' | 'wall'
  count: number
}

/**
 * The layers lie in a frame that shows the first few, as the cards of a feed do: what the canvas paints is the same work
 * for ten layers and for a thousand, and not what is measured.
 */
export function benchWorld({ kind, count }: BenchWorld, base: Uint8Array): WorldData {
  if (kind === 'boards') return boardsWorld(count, base)
  const pictures = Array.from({ length: kind === 'instances' ? 1 : count }, (_, index) => distinctJpeg(base, index))
  const layers = Array.from({ length: count }, (_, index) => (kind === 'instances' ? instance(index) : photo(index)))
  const feed: LayerSpec = { type: 'FRAME', name: 'Feed', x: 0, y: 0, width: 640, height: 480, children: layers }
  return {
    id: `bench-${kind}-${count}`,
    title: 'Bench',
    pages: [{ name: 'Page', layers: kind === 'wall' ? layers : kind === 'photos' ? [feed] : [feed, component] }],
    pictures: Object.fromEntries(pictures.map((bytes, index) => [`${index}`, bytes])),
  }
}

const image = (index: number): PaintSpec => ({ type: 'IMAGE', scaleMode: 'FILL', picture: `${index}` })

/** Two a row. */
const placeOf = (index: number) => ({ x: (index % 2) * 320, y: Math.floor(index / 2) * 240, width: 320, height: 240 })

const photo = (index: number): LayerSpec => ({
  ...{ type: 'RECTANGLE', name: layerName(index), fills: [image(index)] },
  ...placeOf(index),
})

const instance = (index: number): LayerSpec => ({
  ...{ type: 'INSTANCE', name: layerName(index), component: 'Card' },
  ...placeOf(index),
})

const component: LayerSpec = {
  ...{ type: 'COMPONENT', name: 'Card', x: 800, y: 0, width: 320, height: 240 },
  fills: [image(0)],
}

export const layerName = (index: number) => `Photo ${index + 1}`
