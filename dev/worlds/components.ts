import type { LayerSpec, WorldData } from '../figma/world.ts'
import { drawAlbum, type Encode } from './album.ts'
import { componentPlates } from './component-plates.ts'
import { BOLD, component, ellipse, frame, instance, rectangle, text } from './layers.ts'
import { cropped, image, solid } from './paints.ts'
import type { Size } from './pictures/film.ts'

/** A set of six cards with a badge nested in each, a shop that shows them, and a card that comes from a library. */
export async function makeComponents(encode: Encode): Promise<WorldData> {
  return {
    id: 'components',
    title: 'Product cards',
    pages: [
      { name: 'Shop', layers: [shop()] },
      { name: 'Components', layers: [badge(), cardSet()] },
    ],
    library: [teamCard()],
    pictures: await drawAlbum(componentPlates, encode),
  }
}

function badge(): LayerSpec {
  return component(
    'Badge',
    { x: 0, y: 0, width: 72, height: 28 },
    [solid('#ff6b3d')],
    [text('Badge word', { x: 16, y: 6 }, { characters: 'New', size: 13, fill: solid('#ffffff'), font: BOLD })],
    {
      cornerRadius: 14,
      autoLayout: { mode: 'HORIZONTAL', padding: { top: 6, right: 16, bottom: 6, left: 16 } },
      description: 'What is new for two weeks.',
    },
  )
}

function cardSet(): LayerSpec {
  const variants = TONES.flatMap((tone, row) =>
    SIZES.map((size, column) => card(tone, size, { x: 40 + column * 480, y: 40 + row * 500 })),
  )
  return {
    ...frame('Card', { x: 0, y: 120, width: 1480, height: 1040 }, [], variants, {
      definitions: {
        'Title#1:0': { type: 'TEXT', defaultValue: 'Face oil' },
        'Is new#1:1': { type: 'BOOLEAN', defaultValue: true },
      },
      strokes: [solid('#8a5cf6')],
      stroke: { dashes: [10, 5] },
      cornerRadius: 12,
    }),
    type: 'COMPONENT_SET',
  }
}

function card(tone: (typeof TONES)[number], size: (typeof SIZES)[number], { x, y }: { x: number; y: number }) {
  const { width, height } = size
  const photo = { x: 0, y: 0, width, height: Math.round(height * 0.7) }
  const foot = { x: 20, y: photo.height + 18 }
  return component(
    `Tone=${tone.name}, Size=${size.name}`,
    { x, y, width, height },
    [solid(tone.ground)],
    [
      rectangle('Photo', photo, [image('oil')], { constraints: { horizontal: 'STRETCH', vertical: 'STRETCH' } }),
      text(
        'Title',
        foot,
        { characters: 'Face oil', size: size.letters, fill: solid(tone.ink), font: BOLD },
        {
          propertyReferences: { characters: 'Title#1:0' },
          constraints: { horizontal: 'MIN', vertical: 'MAX' },
        },
      ),
      text(
        'Price',
        { ...foot, y: foot.y + size.letters * 1.6 },
        { characters: '€ 89', size: size.letters * 0.8, fill: solid(tone.ink) },
        { opacity: 0.7, constraints: { horizontal: 'MIN', vertical: 'MAX' } },
      ),
      instance('Card badge', { x: 16, y: 16 }, 'Badge', { propertyReferences: { visible: 'Is new#1:1' } }),
    ],
    { cornerRadius: 20 },
  )
}

/** Cards as they come, with pictures of their own, with other words, larger, and one from the library. */
function shop(): LayerSpec {
  const wide: Size = { width: 660, height: 420 }
  return frame(
    'Shop window',
    { x: 0, y: 0, width: 1120, height: 1500 },
    [solid('#f4efe8')],
    [
      text('Shop title', { x: 60, y: 56 }, { characters: 'This week', size: 56, fill: solid('#40302a'), font: BOLD }),
      instance('Card as it is', { x: 60, y: 160 }, 'Card/Tone=Light, Size=Medium'),
      instance('Card with its own photo', { x: 400, y: 160 }, 'Card/Tone=Light, Size=Medium', {
        properties: { Title: 'Espresso cup', 'Is new': false },
        overrides: { Photo: { fills: [image('cup')] } },
      }),
      instance('Dark card', { x: 740, y: 160 }, 'Card/Tone=Dark, Size=Medium', {
        properties: { Title: 'Beach towel' },
        overrides: {
          Photo: {
            fills: [cropped('towel', componentPlates.towel, { layer: photoOf(SIZES[1]), zoom: 2, x: 0.6, y: 0.6 })],
          },
        },
      }),
      instance('Wide card', { x: 60, y: 640 }, 'Card/Tone=Light, Size=Large', {
        ...wide,
        properties: { Title: 'Evenings outside' },
        overrides: { Photo: { fills: [image('evening'), solid('#1c2733', 0.15)] } },
      }),
      instance('Small card', { x: 780, y: 640 }, 'Card/Tone=Dark, Size=Small'),
      instance('Team card', { x: 60, y: 1140 }, 'Team card', {
        overrides: { 'Team name': { text: { characters: 'Noor' } } },
      }),
      instance('Another team card', { x: 400, y: 1140 }, 'Team card', {
        overrides: { Portrait: { fills: [image('cup')] } },
      }),
    ],
  )
}

/** Of the company's library: nobody can change it in this file. */
function teamCard(): LayerSpec {
  return component(
    'Team card',
    { x: 0, y: 0, width: 300, height: 260 },
    [solid('#2f6f62')],
    [
      ellipse('Portrait', { x: 80, y: 28, width: 140, height: 140 }, [image('portrait')]),
      text(
        'Team name',
        { x: 0, y: 190 },
        { characters: 'Ada', size: 24, fill: solid('#ffffff'), font: BOLD, width: 300 },
        { text: { alignHorizontal: 'CENTER' } },
      ),
    ],
    { cornerRadius: 20 },
  )
}

const photoOf = ({ width, height }: Size): Size => ({ width, height: Math.round(height * 0.7) })

const TONES = [
  { name: 'Light', ground: '#ffffff', ink: '#2b2320' },
  { name: 'Dark', ground: '#2b2320', ink: '#ffffff' },
] as const
const SIZES = [
  { name: 'Small', width: 240, height: 320, letters: 18 },
  { name: 'Medium', width: 320, height: 420, letters: 22 },
  { name: 'Large', width: 400, height: 460, letters: 26 },
] as const
