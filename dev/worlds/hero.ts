import type { LayerSpec, WorldData } from '../figma/world.ts'
import { drawAlbum, type Encode } from './album.ts'
import { heroPlates } from './hero-plates.ts'
import { ellipse, frame, rectangle } from './layers.ts'
import { cropped, image, scrim, solid, tiled } from './paints.ts'

/** A landing page with photographs, and beside it one layer for each thing an image paint can do. */
export async function makeHero(encode: Encode): Promise<WorldData> {
  return {
    id: 'hero',
    title: 'Landing page',
    pages: [{ name: 'Website', layers: [landingPage(), ...pieces(), ...oddities()] }],
    pictures: await drawAlbum(heroPlates, encode),
  }
}

function landingPage() {
  const card = { width: 416, height: 252 }
  return frame(
    'Landing page',
    { x: 0, y: 0, width: 1440, height: 900 },
    [solid('#fbfaf7')],
    [
      rectangle('Hero photo', { x: 0, y: 0, width: 1440, height: 560 }, [
        image('lake'),
        scrim([
          [0, 0.38],
          [0.35, 0],
          [0.6, 0.02],
          [1, 0.5],
        ]),
      ]),
      ...navigation(),
      ...headline(),
      rectangle('Card – coffee', { x: 72, y: 600, ...card }, [image('coffee')], { cornerRadius: 20 }),
      rectangle(
        'Card – beach',
        { x: 512, y: 600, ...card },
        [cropped('beach', heroPlates.beach, { layer: card, zoom: 1.25, x: 0.6, y: 0.45 })],
        { cornerRadius: 20 },
      ),
      rectangle('Card – product', { x: 952, y: 600, ...card }, [solid('#e09a78'), image('product', 'FIT')], {
        cornerRadius: 20,
      }),
    ],
  )
}

function navigation() {
  return [
    ellipse('Logo', { x: 72, y: 36, width: 32, height: 32 }, [solid('#ffffff')]),
    ...[0, 1, 2].map((index) =>
      rectangle(
        `Menu item ${index + 1}`,
        { x: 1010 + index * 92, y: 47, width: 60, height: 10 },
        [solid('#ffffff', 0.85)],
        { cornerRadius: 5 },
      ),
    ),
    rectangle('Menu button', { x: 1284, y: 32, width: 84, height: 40 }, [solid('#ffffff')], { cornerRadius: 20 }),
  ]
}

function headline() {
  return [
    rectangle('Headline', { x: 72, y: 376, width: 396, height: 34 }, [solid('#ffffff')], { cornerRadius: 6 }),
    rectangle('Subline', { x: 72, y: 428, width: 292, height: 14 }, [solid('#ffffff', 0.75)], { cornerRadius: 7 }),
    rectangle('Call to action', { x: 72, y: 468, width: 152, height: 48 }, [solid('#ff6b3d')], { cornerRadius: 24 }),
  ]
}

/** Parts of a page as designers keep them on the canvas. */
function pieces(): LayerSpec[] {
  return [
    ellipse('Avatar', { x: 1540, y: 0, width: 180, height: 180 }, [image('portrait')]),
    rectangle('Badge', { x: 1760, y: 0, width: 180, height: 180 }, [solid('#2f6f62')], { cornerRadius: 40 }),
    frame(
      'Feature',
      { x: 1540, y: 320, width: 600, height: 400 },
      [image('forest')],
      [
        rectangle('Feature title', { x: 36, y: 268, width: 250, height: 26 }, [solid('#ffffff')], { cornerRadius: 5 }),
        rectangle('Feature button', { x: 36, y: 318, width: 148, height: 46 }, [solid('#ffffff')], {
          cornerRadius: 23,
        }),
      ],
      { cornerRadius: 24 },
    ),
    frame(
      'Group card',
      { x: 2200, y: 320, width: 320, height: 400 },
      [solid('#f3e3cf')],
      [
        ellipse('Group mark', { x: 32, y: 32, width: 88, height: 88 }, [solid('#e2744f')]),
        rectangle('Group title', { x: 32, y: 260, width: 210, height: 24 }, [solid('#40302a')], { cornerRadius: 5 }),
        rectangle('Group line', { x: 32, y: 300, width: 256, height: 12 }, [solid('#40302a', 0.45)], {
          cornerRadius: 6,
        }),
        rectangle('Group button', { x: 32, y: 336, width: 112, height: 36 }, [solid('#40302a')], { cornerRadius: 18 }),
      ],
      { cornerRadius: 24 },
    ),
  ]
}

/** Turned, faded, cut out, tiled, hidden and empty. */
function oddities(): LayerSpec[] {
  const rotation = -8
  return [
    rectangle('Polaroid paper', { x: 1600, y: 800, width: 260, height: 310 }, [solid('#ffffff')], {
      rotation,
      cornerRadius: 4,
    }),
    rectangle(
      'Polaroid',
      { ...turned({ x: 1600, y: 800 }, 18, rotation), width: 224, height: 224 },
      [image('daisies')],
      { rotation },
    ),
    rectangle('Faded photo', { x: 1940, y: 800, width: 360, height: 270 }, [image('city')], {
      opacity: 0.6,
      cornerRadius: 12,
    }),
    rectangle('Cut-out', { x: 2340, y: 790, width: 220, height: 290 }, [image('bottle', 'FIT')]),
    rectangle('Pattern', { x: 1980, y: 0, width: 320, height: 180 }, [tiled('terrazzo', 0.5)], { cornerRadius: 20 }),
    rectangle('Hidden photo', { x: 2340, y: 0, width: 180, height: 180 }, [image('beach')], { visible: false }),
    rectangle('Nothing', { x: 2340, y: 0, width: 180, height: 180 }, []),
  ]
}

/** Where a layer turned like its neighbour has to be to lie `inset` px inside it. Figma turns about the top left. */
function turned({ x, y }: { x: number; y: number }, inset: number, degrees: number) {
  const radians = (degrees * Math.PI) / 180
  const cos = Math.cos(radians)
  const sin = Math.sin(radians)
  return { x: x + (cos + sin) * inset, y: y + (cos - sin) * inset }
}
