import { COVER, cover } from './cover.ts'
import { ICON, icon } from './icon.ts'

/** Where the brand's files are kept. */
export const FOLDER = 'docs/brand'

/** `icon.svg` as it is drawn, and `icon.png` in the size that Figma's form asks for. */
export const BRAND = [
  { name: 'icon', svg: icon, size: ICON },
  { name: 'cover', svg: cover, size: COVER },
] as const
