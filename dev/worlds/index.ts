import type { WorldData } from '../figma/world.ts'
import type { Encode } from './album.ts'
import { makeBanners } from './banners.ts'
import { makeHero } from './hero.ts'

export type { Encode } from './album.ts'

/** A document of the playground. `make` draws its pictures anew: the same bytes each time for the same encoder. */
export interface WorldMaker {
  id: string
  title: string
  make(encode: Encode): Promise<WorldData>
}

export const worlds: readonly WorldMaker[] = [
  { id: 'hero', title: 'Landing page', make: makeHero },
  { id: 'banners', title: '24 banners', make: makeBanners },
  { id: 'empty', title: 'Empty page', make: async () => EMPTY },
]

/** For a picture that a person brings along. */
export const EMPTY: WorldData = {
  id: 'empty',
  title: 'Empty page',
  pages: [{ name: 'Page 1', layers: [] }],
  pictures: {},
}
