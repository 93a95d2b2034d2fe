import type { LayerSpec } from '../figma/world.ts'
import { BOLD, frame, rectangle, text } from './layers.ts'
import { image, solid } from './paints.ts'

/** Every kind of layer that Figma Design draws, one of each, in a section. */
export function plainShapes(): LayerSpec[] {
  const box = (column: number, row = 0) => ({ x: 40 + column * 240, y: 40 + row * 240, width: 200, height: 200 })
  return [
    {
      ...frame(
        'Shapes',
        { x: 0, y: 0, width: 1240, height: 520 },
        [solid('#ffffff')],
        [
          rectangle('Rectangle', box(0), [image('lake')], { corners: CORNERS }),
          { ...rectangle('Pie', box(1), [image('daisies')]), type: 'ELLIPSE', arcData: PIE },
          { ...rectangle('Hexagon', box(2), [image('forest')]), type: 'POLYGON', pointCount: 6 },
          { ...rectangle('Star', box(3), [image('coffee')]), type: 'STAR', pointCount: 7, innerRadius: 0.6 },
          { ...rectangle('Leaf', box(4), [image('forest')]), type: 'VECTOR', vectorPaths: [LEAF] },
          {
            ...rectangle('Line', { ...box(0, 1), height: 0 }, [], {
              strokes: [solid('#2b2320')],
              stroke: { weight: 6, cap: 'ARROW_LINES' },
            }),
            type: 'LINE',
          },
          text('Text', { x: 280, y: 300 }, { characters: 'Text', size: 72, fill: solid('#2b2320'), font: BOLD }),
          frame(
            'Frame',
            box(2, 1),
            [solid('#dfe8e4')],
            [rectangle('Photo in the frame', { x: 40, y: 40, width: 220, height: 120 }, [image('city')])],
          ),
        ],
      ),
      type: 'SECTION',
      clipsContent: false,
    },
  ]
}

const CORNERS = { topLeft: 60, topRight: 0, bottomRight: 60, bottomLeft: 0 }
/** Three quarters of a ring. */
const PIE = { startingAngle: 0, endingAngle: Math.PI * 1.5, innerRadius: 0.35 }
const LEAF = { windingRule: 'NONZERO', data: 'M 0 200 C 0 60 60 0 200 0 C 200 140 140 200 0 200 Z' } as const
