import type { LayerSpec, WorldData } from '../figma/world.ts'
import { drawAlbum, type Encode } from './album.ts'
import { BOLD, component, ellipse, frame, instance, rectangle, text } from './layers.ts'
import { cropped, image, solid, tiled } from './paints.ts'
import { softPlates } from './soft-plates.ts'

/** A page that is handed off at 2×, whose pictures are sharp, soft, far too small and far too large. */
export async function makeSoft(encode: Encode): Promise<WorldData> {
  return {
    id: 'soft',
    title: 'Soft pictures',
    pages: [
      { name: 'Hand-off', layers: [journal(), ...beside(), ...cards(), ...uncounted()] },
      { name: 'Components', layers: [tripCard()] },
    ],
    library: [teamCard()],
    pictures: await drawAlbum(softPlates, encode),
  }
}

/** Exported at 2×: every density below 2 is soft. */
function journal(): LayerSpec {
  const story = { width: 324, height: 216 }
  return frame(
    'Travel journal',
    { x: 0, y: 0, width: 720, height: 1180 },
    [solid('#fbfaf7')],
    [
      rectangle('Cover – sharp', { x: 0, y: 0, width: 720, height: 400 }, [image('lake')]),
      text(
        'Journal title',
        { x: 36, y: 320 },
        { characters: 'Up to the lake', size: 44, fill: solid('#ffffff'), font: BOLD },
      ),
      rectangle('Coffee – soft', { x: 24, y: 430, ...story }, [image('coffee')], { cornerRadius: 12 }),
      rectangle('Dunes – 3× too small', { x: 372, y: 430, ...story }, [image('dunes')], { cornerRadius: 12 }),
      rectangle(
        'Old town – cropped',
        { x: 24, y: 670, ...story },
        [cropped('city', softPlates.city, { layer: story, zoom: 2, x: 0.55, y: 0.6 })],
        { cornerRadius: 12 },
      ),
      rectangle('Forest – turned picture', { x: 372, y: 670, ...story }, [{ ...image('forest'), rotation: 90 }], {
        cornerRadius: 12,
      }),
      ellipse('Author – too large', { x: 24, y: 920, width: 64, height: 64 }, [image('portrait')]),
      rectangle('Bottle – fits', { x: 110, y: 920, width: 180, height: 240 }, [
        solid('#dfe8e4'),
        image('bottle', 'FIT'),
      ]),
      rectangle('Stones – fine tiles', { x: 310, y: 920, width: 180, height: 240 }, [tiled('terrazzo', 0.5)]),
      rectangle('Stones – coarse tiles', { x: 510, y: 920, width: 186, height: 240 }, [tiled('terrazzo', 2)]),
    ],
    { exportSettings: [{ format: 'PNG', suffix: '@2x', constraint: { type: 'SCALE', value: 2 } }] },
  )
}

/** The picture of the cover again, larger than it is and smaller; and one that is turned. */
function beside(): LayerSpec[] {
  return [
    rectangle('Poster of the lake', { x: 800, y: 0, width: 1080, height: 720 }, [image('lake')]),
    rectangle('Lake in small', { x: 1940, y: 0, width: 240, height: 160 }, [image('lake')], { cornerRadius: 12 }),
    rectangle('Turned daisies', { x: 1960, y: 300, width: 320, height: 240 }, [image('daisies')], { rotation: 12 }),
  ]
}

function cards(): LayerSpec[] {
  return [
    instance('Trip as it is', { x: 800, y: 800 }, 'Trip card'),
    instance('Trip with its own photo', { x: 1120, y: 800 }, 'Trip card', {
      overrides: { 'Trip photo': { fills: [image('dunes')] } },
    }),
    instance('Team card', { x: 1440, y: 800 }, 'Team card'),
  ]
}

function tripCard(): LayerSpec {
  return component(
    'Trip card',
    { x: 0, y: 0, width: 280, height: 360 },
    [solid('#ffffff')],
    [
      rectangle('Trip photo', { x: 0, y: 0, width: 280, height: 280 }, [image('coffee')]),
      text('Trip title', { x: 20, y: 304 }, { characters: 'Two days', size: 22, fill: solid('#2b2320'), font: BOLD }),
    ],
    { cornerRadius: 20 },
  )
}

/** Of the company's library. */
function teamCard(): LayerSpec {
  return component(
    'Team card',
    { x: 0, y: 0, width: 280, height: 360 },
    [solid('#2f6f62')],
    [ellipse('Portrait', { x: 40, y: 40, width: 200, height: 200 }, [image('portrait')])],
    { cornerRadius: 20 },
  )
}

/** Pictures that an audit counts and does not judge. */
function uncounted(): LayerSpec[] {
  return [
    rectangle('Frame of daisies', { x: 1960, y: 660, width: 280, height: 200 }, [solid('#ffffff')], {
      strokes: [image('daisies')],
      stroke: { weight: 24, align: 'INSIDE' },
    }),
    text(
      'Word of a picture',
      { x: 1960, y: 940 },
      { characters: 'Dunes again', size: 64, fill: solid('#2b2320'), font: BOLD },
      { text: { runs: [{ start: 0, end: 5, fills: [image('dunes')] }] } },
    ),
    rectangle('Hidden city', { x: 1960, y: 1060, width: 280, height: 100 }, [image('city')], { visible: false }),
  ]
}
