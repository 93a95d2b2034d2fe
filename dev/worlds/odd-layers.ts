import type { Transform } from '@figma/plugin-typings/plugin-api-standalone'
import type { LayerSpec, PaintSpec } from '../figma/world.ts'
import { feedPlates } from './feed-plates.ts'
import { BOLD, frame, group, rectangle, text } from './layers.ts'
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

function placed(): LayerSpec[] {
  const y = 1480
  const size = { width: 320, height: 240 }
  return [
    rectangle('Turned photo', { x: 40, y: y + 60, ...size }, [image('daisies')], { rotation: 12 }),
    rectangle('Flipped photo', { x: 780, y, ...size }, [image('coffee')], { flipped: true }),
    rectangle('Skewed photo', { x: 840, y, ...size }, [image('city')], { transform: skewed(840, y) }),
    group('Masked photo', [
      {
        ...rectangle('Mask', { x: 1280, y, width: 240, height: 240 }, [solid('#000000')]),
        type: 'ELLIPSE',
        isMask: true,
      },
      rectangle('Photo below the mask', { x: 1240, y, ...size }, [image('portrait')]),
    ]),
    group(
      'Group of two photos',
      [
        rectangle('Left of two', { x: 1620, y, width: 150, height: 240 }, [image('forest')]),
        rectangle('Right of two', { x: 1790, y, width: 150, height: 240 }, [image('lake')]),
      ],
      { opacity: 0.7 },
    ),
    {
      ...group('Photo in a cut shape', [
        rectangle('Cut out of', { x: 2040, y, ...size }, [solid('#000000')]),
        { ...rectangle('What is cut', { x: 2120, y: y + 60, width: 120, height: 120 }, []), type: 'ELLIPSE' },
      ]),
      type: 'BOOLEAN_OPERATION',
      operation: 'SUBTRACT',
      fills: [image('city')],
    },
  ]
}

function outOfReach(): LayerSpec[] {
  const y = 1860
  const size = { width: 320, height: 240 }
  return [
    rectangle('Locked photo', { x: 0, y, ...size }, [image('forest')], { locked: true }),
    rectangle('Hidden photo', { x: 360, y, ...size }, [image('lake')], { visible: false }),
    frame(
      'Hidden frame',
      { x: 720, y, ...size },
      [solid('#f4efe8')],
      [rectangle('Photo in a hidden frame', { x: 20, y: 20, width: 280, height: 200 }, [image('city')])],
      { visible: false },
    ),
    // Figma lets no side be shorter.
    rectangle('Next to nothing', { x: 1080, y, width: 0.01, height: 0.01 }, [image('coffee')]),
    rectangle('Hairline', { x: 1120, y, width: 320, height: 0.01 }, [image('coffee')]),
    frame(
      'Photo out of sight',
      { x: 1480, y, ...size },
      [solid('#f4efe8')],
      [rectangle('Photo beyond the frame', { x: 400, y: 20, width: 280, height: 200 }, [image('daisies')])],
    ),
    rectangle('Nothing at all', { x: 1840, y, ...size }, []),
    { type: 'SLICE', name: 'Slice', x: 2200, y, ...size },
    rectangle('Faded and blended', { x: 2560, y, ...size }, [image('coffee')], { opacity: 0.4, blendMode: 'MULTIPLY' }),
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

/** Leans to the right; its axes are of length 1, as Figma keeps them. */
const skewed = (x: number, y: number): Transform => {
  const lean = Math.PI / 9
  return [
    [1, Math.sin(lean), x],
    [0, Math.cos(lean), y],
  ]
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
