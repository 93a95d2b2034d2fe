import type { LayerSpec, WorldData } from '../figma/world.ts'
import { drawAlbum, type Encode } from './album.ts'
import { feedPlates } from './feed-plates.ts'
import { BOLD, ellipse, frame, rectangle, text } from './layers.ts'
import { oddLayers } from './odd-layers.ts'
import { bound, image, scrim, solid } from './paints.ts'
import { plainShapes } from './shapes.ts'

/** A feed in auto layout by day and by night, with shared styles and variables, and a page for everything that is odd. */
export async function makeLayouts(encode: Encode): Promise<WorldData> {
  return {
    id: 'layouts',
    title: 'Feed and odd layers',
    pages: [
      { name: 'Feed', layers: [feed('Day', 0), feed('Night', 520)] },
      { name: 'Odd layers', layers: oddLayers() },
      { name: 'Shapes', layers: plainShapes() },
      { name: 'Nothing yet', layers: [] },
    ],
    styles: {
      paint: { 'Photo/Cover': [image('lake'), COVER_SHADE], 'Brand/Accent': [solid('#ff6b3d')] },
      text: { 'Text/Title': { fontName: BOLD, fontSize: 22 } },
      effect: { 'Depth/Card': [CARD_SHADOW] },
    },
    libraryStyles: { paint: { 'Photo/House': [image('city')] } },
    variables: {
      'Theme/Ground': { Day: { r: 0.96, g: 0.94, b: 0.91, a: 1 }, Night: { r: 0.08, g: 0.09, b: 0.13, a: 1 } },
      'Theme/Card': { Day: { r: 1, g: 1, b: 1, a: 1 }, Night: { r: 0.15, g: 0.17, b: 0.23, a: 1 } },
      'Theme/Ink': { Day: { r: 0.17, g: 0.14, b: 0.13, a: 1 }, Night: { r: 0.95, g: 0.95, b: 0.97, a: 1 } },
    },
    pictures: await drawAlbum(feedPlates, encode),
  }
}

function feed(mode: 'Day' | 'Night', x: number): LayerSpec {
  const cover = rectangle(`Cover – ${mode}`, { x: 0, y: 0, width: 400, height: 220 }, [], {
    fillStyle: 'Photo/Cover',
    cornerRadius: 16,
    layoutChild: { align: 'STRETCH' },
  })
  const cards = ENTRIES.map((entry) => card(entry, mode))
  return frame(`Feed – ${mode}`, { x, y: 0, width: 440, height: 900 }, [bound('Theme/Ground')], [cover, ...cards], {
    variableModes: { Theme: mode },
    autoLayout: { mode: 'VERTICAL', padding: EDGE, itemSpacing: 16, counterAxisSizingMode: 'FIXED' },
  })
}

function card({ name, line, picture, isHouse }: Entry, mode: string): LayerSpec {
  const ink = bound('Theme/Ink')
  const words = frame(
    `Words – ${name} – ${mode}`,
    { x: 0, y: 0, width: 240, height: 60 },
    [],
    [
      text(`Title – ${name} – ${mode}`, ORIGIN, { characters: name, size: 22, fill: ink }, { textStyle: 'Text/Title' }),
      text(
        `Line – ${name} – ${mode}`,
        ORIGIN,
        { characters: line, size: 14, fill: ink, width: 200 },
        {
          layoutChild: { align: 'STRETCH' },
        },
      ),
    ],
    { autoLayout: { mode: 'VERTICAL', itemSpacing: 6, counterAxisSizingMode: 'FIXED' }, layoutChild: { grow: 1 } },
  )
  const photo = rectangle(
    `Photo – ${name} – ${mode}`,
    { ...ORIGIN, width: 96, height: 96 },
    picture ? [image(picture)] : [],
    {
      cornerRadius: 12,
      ...(isHouse && { fillStyle: 'Photo/House' }),
    },
  )
  const dot = ellipse(`Unread – ${name} – ${mode}`, { x: 380, y: 12, width: 10, height: 10 }, [], {
    fillStyle: 'Brand/Accent',
    layoutChild: { positioning: 'ABSOLUTE' },
    constraints: { horizontal: 'MAX', vertical: 'MIN' },
  })
  return frame(
    `Card – ${name} – ${mode}`,
    { ...ORIGIN, width: 400, height: 120 },
    [bound('Theme/Card')],
    [photo, words, dot],
    {
      cornerRadius: 16,
      effectStyle: 'Depth/Card',
      clipsContent: false,
      autoLayout: {
        mode: 'HORIZONTAL',
        padding: { top: 12, right: 24, bottom: 12, left: 12 },
        itemSpacing: 16,
        counterAxisAlignItems: 'CENTER',
        primaryAxisSizingMode: 'FIXED',
      },
      layoutChild: { align: 'STRETCH' },
    },
  )
}

interface Entry {
  name: string
  line: string
  picture?: keyof typeof feedPlates
  /** Shows a photograph that the library has as a style. */
  isHouse?: boolean
}

const ENTRIES: readonly Entry[] = [
  { name: 'Forest walk', line: 'Two hours, mostly in the shade. Bring shoes that may get wet.', picture: 'forest' },
  { name: 'Slow coffee', line: 'Open from eight.', picture: 'coffee' },
  { name: 'Old town', line: 'A photograph that the whole company shares.', isHouse: true },
  { name: 'Meadow', line: 'In full bloom until the end of the month.', picture: 'daisies' },
]

const ORIGIN = { x: 0, y: 0 }
const EDGE = { top: 20, right: 20, bottom: 20, left: 20 }
const COVER_SHADE = scrim([
  [0, 0],
  [1, 0.5],
])
const CARD_SHADOW = {
  type: 'DROP_SHADOW',
  color: { r: 0, g: 0, b: 0, a: 0.12 },
  offset: { x: 0, y: 6 },
  radius: 18,
  spread: 0,
  visible: true,
  blendMode: 'NORMAL',
} as const
