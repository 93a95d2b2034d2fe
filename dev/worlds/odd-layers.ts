import type { LayerSpec, PaintSpec } from '../figma/world.ts'
import { feedPlates } from './feed-plates.ts'
import { BOLD, frame, rectangle, text } from './layers.ts'
import { outOfReach, placed } from './odd-places.ts'
import { cropped, image, scrim, solid, tiled } from './paints.ts'

/** Layers that plugins stumble over, side by side: each shows one thing. */
export function oddLayers(): LayerSpec[] {
  return [...pictures(), ...stacks(), ...placed(), ...outOfReach(), wideBanner()]
}

function pictures(): LayerSpec[] {
  const box = { width: 480, height: 320 }
  return [
    rectangle('Soft photo', { x: 0, y: 0, width: 1600, height: 900 }, [image('thumbnail')]),
    // 10 % of the picture: √0.1 of each side.
    rectangle('Tenth of a photo', { x: 1680, y: 0, ...box }, [
      cropped('city', feedPlates.city, { layer: box, zoom: TENTH, x: 0.55, y: 0.6 }),
    ]),
    rectangle('Photo that fits', { x: 1680, y: 360, ...box }, [solid('#dfe8e4'), image('bottle', 'FIT')]),
    rectangle('Turned paint', { x: 2200, y: 0, ...box }, [{ ...image('forest'), rotation: 90 }]),
    rectangle('Adjusted paint', { x: 2200, y: 360, ...box }, [
      { ...image('forest'), filters: { exposure: 0.25, contrast: 0.2, saturation: -0.6 }, opacity: 0.9 },
    ]),
    rectangle('Pattern of stones', { x: 1680, y: 720, width: 1000, height: 180 }, [tiled('terrazzo', 0.5)]),
  ]
}

function stacks(): LayerSpec[] {
  const y = 1000
  const size = { width: 480, height: 360 }
  const glow: PaintSpec = { ...GLOW, blendMode: 'SCREEN' }
  return [
    rectangle('Photo below a gradient', { x: 0, y, ...size }, [image('lake'), EVENING]),
    rectangle('Two photos', { x: 520, y, ...size }, [
      image('city'),
      { ...image('daisies'), opacity: 0.5, blendMode: 'MULTIPLY' },
      glow,
    ]),
    rectangle('Hidden and shown paints', { x: 1040, y, ...size }, [
      { ...image('coffee'), visible: false },
      image('forest'),
      { ...solid('#c1272d'), visible: false },
    ]),
    text(
      'Many colours',
      { x: 1560, y },
      { characters: 'Many colours\nand one picture', size: 72, fill: solid('#2b2320'), font: BOLD },
      {
        text: {
          runs: [
            { start: 5, end: 12, fills: [solid('#ff6b3d')] },
            { start: 21, end: 28, fills: [image('daisies')] },
          ],
        },
      },
    ),
    text(
      'Letters of a photo',
      { x: 1560, y: y + 200 },
      { characters: 'LAKE', size: 160, fill: image('lake'), font: BOLD },
    ),
    rectangle('Photo with a stroke', { x: 2240, y, ...size }, [image('coffee')], {
      strokes: [solid('#2f6f62')],
      stroke: { weight: 16, align: 'OUTSIDE' },
      effects: [SHADOW],
    }),
  ]
}

/** Longer than any picture that Figma takes. */
function wideBanner(): LayerSpec {
  return frame(
    'Frame of 6000 px',
    { x: 0, y: 2220, width: 6000, height: 800 },
    [image('city')],
    [rectangle('Photo in 6000 px', { x: 4000, y: 100, width: 900, height: 600 }, [image('lake')])],
  )
}

const TENTH = Math.sqrt(10)

const EVENING = scrim([
  [0.3, 0],
  [1, 0.75],
])
const GLOW: PaintSpec = {
  type: 'GRADIENT_RADIAL',
  gradientTransform: [
    [1, 0, 0],
    [0, 1, 0],
  ],
  gradientStops: [
    { position: 0, color: { r: 1, g: 0.8, b: 0.5, a: 0.9 } },
    { position: 1, color: { r: 1, g: 0.8, b: 0.5, a: 0 } },
  ],
}
const SHADOW = {
  type: 'DROP_SHADOW',
  color: { r: 0, g: 0, b: 0, a: 0.3 },
  offset: { x: 0, y: 12 },
  radius: 24,
  spread: 0,
  visible: true,
  blendMode: 'NORMAL',
} as const
