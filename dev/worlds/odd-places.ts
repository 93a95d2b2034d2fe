import type { Transform } from '@figma/plugin-typings/plugin-api-standalone'
import type { LayerSpec } from '../figma/world.ts'
import { frame, group, rectangle } from './layers.ts'
import { image, solid } from './paints.ts'

/** Turned, flipped, skewed, masked, grouped and cut. */
export function placed(): LayerSpec[] {
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

/** Locked, hidden, too small, out of sight, or nothing to draw. */
export function outOfReach(): LayerSpec[] {
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

/** Leans to the right; its axes are of length 1, as Figma keeps them. */
const skewed = (x: number, y: number): Transform => {
  const lean = Math.PI / 9
  return [
    [1, Math.sin(lean), x],
    [0, Math.cos(lean), y],
  ]
}
