import type { LayerJson } from '../../figma/editor.ts'
import { timeCodecs } from './codecs.ts'
import { timeRawExports } from './raw-exports.ts'
import { timeResample } from './resample.ts'
import { type BenchWorld, benchWorld, layerName } from './worlds.ts'

/** What the bench does in the playground's page, beside the playground's own verbs. */
const bench = {
  /** Opens a world whose pictures are made of one JPEG, given in base64, and selects its cards, if it has any. */
  async open(world: BenchWorld, base64: string): Promise<void> {
    const base = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    await window.playground.open(benchWorld(world, base))
    known = new Set(layers().flatMap(imagesOn))
    const cards = world.kind === 'boards' ? 0 : world.count
    window.playground.select(Array.from({ length: cards }, (_, index) => layerName(index)))
  },

  /** How many layers show an image that was not in the file when it was opened. */
  placed: (): number => layers().filter((layer) => imagesOn(layer).some((hash) => !known.has(hash))).length,

  timeCodecs,
  timeResample,
  timeRawExports,
}

export type BenchPage = typeof bench

let known: ReadonlySet<string> = new Set()

const layers = () => window.playground.document().pages.flatMap(({ children }) => withInner(children))

const withInner = (some: readonly LayerJson[]): LayerJson[] =>
  some.flatMap((layer) => [layer, ...withInner(layer.children)])

const imagesOn = ({ fills }: LayerJson): string[] =>
  fills.flatMap((paint) => (paint.type === 'IMAGE' && paint.imageHash ? [paint.imageHash] : []))

declare global {
  interface Window {
    bench: BenchPage
  }
}

window.bench = bench
