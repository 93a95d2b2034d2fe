import type { WorldData } from '../figma/world.ts'
import type { Encode } from './album.ts'
import { makeBanners } from './banners.ts'
import { makeComponents } from './components.ts'
import { makeHero } from './hero.ts'
import { makeLayouts } from './layouts.ts'
import { makeSoft } from './soft.ts'
import { makeThousand } from './thousand.ts'

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
  { id: 'components', title: 'Product cards', make: makeComponents },
  { id: 'layouts', title: 'Feed and odd layers', make: makeLayouts },
  { id: 'soft', title: 'Soft pictures', make: makeSoft },
  { id: 'thousand', title: '1,000 layers', make: makeThousand },
  { id: 'empty', title: 'Empty page', make: async () => EMPTY },
]

/** For a picture that a person brings along. */
export const EMPTY: WorldData = {
  id: 'empty',
  title: 'Empty page',
  pages: [{ name: 'Page 1', layers: [] }],
  pictures: {},
}
