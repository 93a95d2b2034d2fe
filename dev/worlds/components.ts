import type { LayerSpec, WorldData } from '../figma/world.ts'
import { drawAlbum, type Encode } from './album.ts'
import { badge, cardSet, SIZES } from './card-set.ts'
import { componentPlates } from './component-plates.ts'
import { BOLD, component, ellipse, frame, instance, text } from './layers.ts'
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
